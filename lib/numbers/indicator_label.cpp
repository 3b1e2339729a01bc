// SPDX-License-Identifier: MIT
#include "numbers/indicator_label.hpp"

#include <algorithm>

#include "dates/report_dates.hpp"
#include "goalsheet/text.hpp"
#include "numbers/indicator_word_index.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/word_lists.hpp"

namespace goalsheet::match {
namespace {

constexpr GlyphSet kEdges = U" \n\r…・○●◎◆◇■□▪•〇:=、,。/~-*×※→】【)]<>≦≧≤≥▲△";
constexpr GlyphSet kOpening = U"([〔{";

bool is_in(char32_t c, const GlyphSet& set) { return set.contains(c); }

Span trim_left(const FigureText& text, Span s) {
    while (!s.empty() && is_in(text.glyphs.text[s.begin], kEdges)) ++s.begin;
    return s;
}

// Words before a figure that belong to the number, not to its name. `alone`: those that end nouns as well (設計, 予約).
bool strip_word_at_end(const FigureText& text, Span& s, WordList list, bool alone) {
    const auto words = text.words(s);
    const std::size_t length = ends_of(list).longest_suffix(words, [&](std::u32string_view word) {
        const char32_t before = words.size() > word.size() ? words[words.size() - word.size() - 1] : U' ';
        const bool latin = word.size() == 1 && word[0] < 0x80;
        return !(alone && is_noun_glyph(before)) && !(latin && is_latin(before));
    });
    s.end -= length;
    return length != 0;
}

Span trim_right(const FigureText& text, Span s) {
    bool changed = true;
    while (changed && !s.empty()) {
        changed = false;
        while (!s.empty() && (is_in(text.glyphs.text[s.end - 1], U" \n\r…・:=、,。/~-*×※→】<≦≧≤≥▲△≒≈±") ||
                              is_in(text.glyphs.text[s.end - 1], kOpening))) {
            --s.end;
            changed = true;
        }
        changed = strip_word_at_end(text, s, WordList::before_number, false) ||
                  strip_word_at_end(text, s, WordList::alone_before_number, true) || changed;
    }
    return s;
}

// A closing bracket at the end stays with its opening one; a lone half is cut off.
Span balance(const FigureText& text, Span s) {
    const auto words = text.words(s);
    if (words.starts_with(U"「") && words.find(U'」') == std::u32string_view::npos) ++s.begin;
    int depth = 0;
    for (std::size_t i = s.end; i-- > s.begin;) {
        if (is_in(text.glyphs.text[i], U")]〕}")) ++depth;
        if (is_in(text.glyphs.text[i], kOpening) && --depth < 0) return trim_left(text, {i + 1, s.end});
    }
    if (depth <= 0) return s;
    for (std::size_t i = s.begin; i < s.end; ++i)
        if (is_in(text.glyphs.text[i], U")]〕}")) return trim_left(text, {i + 1, s.end});
    return s;
}

// The last piece between spaces that stand outside brackets.
Span last_piece(const FigureText& text, Span s) {
    int depth = 0;
    for (std::size_t i = s.end; i-- > s.begin;) {
        const char32_t c = text.glyphs.text[i];
        if (is_in(c, U")]〕}")) ++depth;
        if (is_in(c, kOpening)) --depth;
        if (depth <= 0 && (c == U' ' || c == U'\n')) return {i + 1, s.end};
    }
    return s;
}

bool is_ordinal(std::u32string_view words) {
    std::size_t i = words.starts_with(U"第") ? 1 : 0;
    const std::size_t digits = i;
    while (i < words.size() && (is_digit(words[i]) || is_in(words[i], U"一二三四五六七八九十"))) ++i;
    if (i == digits) return false;
    const auto rest = words.substr(i);
    return rest == U"回" || rest == U"回目" || rest == U"期" || rest == U"期目" || rest == U"次" || rest == U"日目" ||
           rest == U"年目" || rest == U"部" || rest == U"弾" || (digits == 1 && rest.empty());
}

// 各校 2回, 各地区で: says how the figure is spread, names nothing.
bool says_each(std::u32string_view words) {
    constexpr std::size_t kLongest = 7;
    return words.size() <= kLongest && words.starts_with(U"各") && ends_with(WordList::place_noun, words);
}

// 1経営体当たり, 一世帯あたり
bool says_per(std::u32string_view words) {
    return !words.empty() && (is_digit(words.front()) || words.front() == U'一') &&
           ends_with_any(words, U"当たり あたり 当り");
}

std::size_t skip_listed(std::u32string_view words, std::size_t i, const Words& list) {
    return i + longest_prefix(words.substr(i), list);
}

}  // namespace

bool is_generic_label(std::u32string_view words) {
    if (words.starts_with(U"新規") && words.size() > 2) words.remove_prefix(2);
    return is_word(WordList::generic_label, words);
}

bool is_noise(const FigureText& text, Span s) {
    s = trim_right(text, trim_left(text, s));
    if (s.empty() || is_ordinal(text.words(s)) || says_each(text.words(s)) || says_per(text.words(s))) return true;
    if (text.glyphs.text[s.begin] == U'(' && text.words(s).find(U')') == s.end - s.begin - 1) return true;
    if (!may_start_date(text.glyphs, s.begin) && !starts_with(WordList::noise, text.words(s))) return false;
    const auto dates = find_date_words(text.glyphs, s);
    std::size_t i = s.begin;
    std::size_t next = 0;
    while (i < s.end) {
        if (next < dates.size() && dates[next].span.begin <= i) {
            i = std::max(i, dates[next++].span.end);
            continue;
        }
        if (text.glyphs.text[i] == U' ') {
            ++i;
            continue;
        }
        const std::size_t close = text.glyphs.text[i] == U'(' ? text.words({i, s.end}).find(U')') : 0;
        if (close != 0 && close != std::u32string_view::npos) {
            i += close + 1;
            continue;
        }
        const std::size_t after = i + longest_start(WordList::noise, text.words({i, s.end}));
        if (after == i) return false;
        i = after;
    }
    return true;
}

namespace {

// 10月までに説明会, を対象とした防災教室: what goes before the noun is no part of its name.
Span drop_lead_in(const FigureText& text, Span s) {
    const Span lead{s.begin, std::min(s.end, s.begin + 14)};
    const auto dates =
        may_start_date(text.glyphs, s.begin) ? find_date_words(text.glyphs, lead) : std::vector<DateWord>();
    if (!dates.empty() && dates.front().span.begin == s.begin) {
        const std::size_t after = dates.front().span.end;
        const std::size_t skipped =
            skip_listed(text.words({after, s.end}), 0, U"までに 末までに 中に に 末 以降に から より 、 :");
        if (skipped != 0) s = trim_left(text, {after + skipped, s.end});
    }
    if (const std::size_t part = longest_prefix(text.words(s), U"うち のうち"))
        s = trim_left(text, {s.begin + part, s.end});
    const bool particle = starts_with_any(text.words(s), U"を の が で に と へ");
    const bool word = s.end - s.begin > 1 && is_hiragana_glyph(text.glyphs.text[s.begin + 1]) &&
                      !starts_with_any(text.words(s), U"における にかかる による について にお");
    if (!particle || word) return s;  // がん検診, にぎわいづくり
    const auto words = text.words(s);
    for (std::size_t i = words.size(); i-- > 0;)
        if (is_in(words[i], U"をのがでにとたるへ") && i + 1 < words.size() && !is_hiragana_glyph(words[i + 1]))
            return {s.begin + i + 1, s.end};
    return {};
}

}  // namespace

namespace {

// Outside brackets: what stands before の、 says of what or when, what stands behind is the noun.
std::size_t last_comma(const FigureText& text, Span s) {
    int depth = 0;
    for (std::size_t i = s.end; i-- > s.begin;) {
        if (is_in(text.glyphs.text[i], U")]〕}」")) ++depth;
        if (is_in(text.glyphs.text[i], U"([〔{「")) --depth;
        if (depth <= 0 && is_in(text.glyphs.text[i], U"、,。")) return i;
    }
    return s.end;
}

// B300、延長190m: the code says of what kind.
bool is_code(std::u32string_view words) {
    return std::any_of(words.begin(), words.end(), is_digit) && std::all_of(words.begin(), words.end(), [](char32_t c) {
               return is_digit(c) || is_latin(c) || is_in(c, U"φΦ=×./- ");
           });
}

// 幹線街路について、…: a clause before the comma is no part of the noun behind it. A list (講座、セミナー等) is.
Span drop_clauses_before(const FigureText& text, Span s) {
    for (std::size_t end = s.end;;) {
        const std::size_t comma = last_comma(text, {s.begin, end});
        if (comma == end || comma == s.begin) return s;
        const Span before{s.begin, comma};
        const bool clause = text.glyphs.text[comma] == U'。' || is_code(text.words(before)) ||
                            (is_noise(text, before) && part_kind(text.words(before)) == 0) ||
                            ends_with(WordList::clause_end, text.words(before));
        if (clause) return trim_left(text, {comma + 1, s.end});
        end = comma;
    }
}

// 令和7年度末時点の施設入所者数, 平成20年度以降の, 年間の, また: when and how often come before the noun.
Span drop_time(const FigureText& text, Span s) {
    for (bool changed = true; changed && !s.empty();) {
        changed = false;
        const std::size_t skipped = longest_prefix(
            text.words(s), U"また なお さらに 年間の 年間 毎年度 毎年 毎月 各年度 今年度の 本年度の 当該年度の 新たに");
        if (skipped != 0 && skipped < s.end - s.begin && text.glyphs.text[s.begin + skipped] != U'の') {
            s = trim_left(text, {s.begin + skipped, s.end});
            changed = true;
            continue;
        }
        if (!may_start_date(text.glyphs, s.begin)) break;
        const auto dates = find_date_words(text.glyphs, {s.begin, std::min(s.end, s.begin + 14)});
        if (dates.empty() || dates.front().span.begin != s.begin) break;
        const std::size_t after =
            skip_listed(text.words({dates.front().span.end, s.end}), 0,
                        U"までに までの まで 末までに 末までの 末時点の 時点の 末の 現在の における の 中に "
                        U"以降の から 、 : は に");
        const std::size_t begin = dates.front().span.end + after;
        if (begin >= s.end) return {};
        if (after != 0 || text.glyphs.text[begin] == U' ') s = trim_left(text, {begin, s.end}), changed = true;
    }
    return s;
}

// 研修を実施する, 検討会を開催: the noun is what is held; 整理し、 and 上回る are none.
Span drop_verb(const FigureText& text, Span s) {
    const auto words = text.words(s);
    if (words.empty()) return s;
    const bool verb = ends_with(WordList::verb_end, words);
    const std::size_t object = words.find_last_of(U"をが");
    const bool went_on = words.back() == U'し' && object != std::u32string_view::npos;  // 書庫を整理し, but 食べ残し
    if (!verb && !went_on) return s;
    return object == std::u32string_view::npos ? Span{} : trim_right(text, {s.begin, s.begin + object});
}

}  // namespace

Span find_label(const FigureText& text, Span head) {
    if (ends_with_any(trim_spaces(text.words(head)), U"のため により によって に伴い を通じて の影響で")) return {};
    Span all = trim_right(text, trim_left(text, head));
    while (!all.empty()) {
        const Span last = last_piece(text, all);
        Span piece = trim_right(text, trim_left(text, last));
        const std::size_t comma = last_comma(text, piece);
        const bool noise_behind = comma != piece.end && comma > piece.begin && is_noise(text, {comma + 1, piece.end});
        if (noise_behind) {  // 入所者数を、平成28年度末に対し
            all = trim_right(text, {all.begin, comma});
            continue;
        }
        piece = drop_verb(text, piece);
        if (!piece.empty() && !is_noise(text, piece)) {
            const Span label_only =
                drop_time(text, drop_clauses_before(text, drop_lead_in(text, balance(text, piece))));
            if (label_only.empty() || text.words(label_only).find(U'φ') != std::u32string_view::npos) return {};
            Span label = label_only;
            const Span before = trim_right(text, {all.begin, last.begin});
            const bool bare = is_generic_label(text.words(label)) || part_kind(text.words(label)) != 0 ||
                              is_word(WordList::bare_label, text.words(label));
            if (bare && !before.empty() && !ends_statement(text.words(before)) && !is_noise(text, before))
                label.begin = trim_left(text, last_piece(text, before)).begin;
            return label;
        }
        all = trim_right(text, {all.begin, last.begin});
    }
    return {};
}

namespace {

// The noun behind 以上の, の, を, up to the next particle.
Span noun_behind(const FigureText& text, Span tail) {
    Span s = trim_left(text, tail);
    constexpr Words kSkipped =
        U"以上 以下 以内 未満 程度 超 を超える を上回る ずつ 増加 増 減少 減 削減 の を が で に へ も と 、";
    for (std::size_t n = 1; n != 0 && !s.empty();) {
        n = skip_listed(text.words(s), 0, kSkipped);
        s.begin += n;
        while (!s.empty() && text.glyphs.text[s.begin] == U' ') ++s.begin;
    }
    std::size_t end = s.begin;
    while (end < s.end && !is_in(text.glyphs.text[end], U"をがにではも、。 ([:\n")) ++end;
    s.end = end;
    return s.empty() || is_hiragana_glyph(text.glyphs.text[s.begin]) ? Span{} : s;
}

}  // namespace

Span find_label_behind(const FigureText& text, Span tail) {
    const Span noun = noun_behind(text, tail);
    return noun.empty() || is_bare_state(text.words(noun)) ? Span{} : noun;
}

Span find_verb_behind(const FigureText& text, Span tail) {
    const Span noun = noun_behind(text, tail);
    return noun.empty() || starts_with_any(text.words(noun), U"実施 開催 予定 見込 済 中 達成 現在") ? Span{} : noun;
}

std::vector<Span> split_label(const FigureText& text, Span label) {
    std::vector<Span> parts;
    int depth = 0;
    std::size_t begin = label.begin;
    const auto close = [&](std::size_t end, std::size_t next) {
        const Span part = trim_right(text, trim_left(text, {begin, end}));
        if (!part.empty()) parts.push_back(part);
        begin = next;
    };
    for (std::size_t i = label.begin; i < label.end; ++i) {
        const char32_t c = text.glyphs.text[i];
        if (is_in(c, kOpening)) ++depth;
        if (is_in(c, U")]〕}")) --depth;
        if (depth > 0) continue;
        if (is_in(c, U"、,・/\n")) close(i, i + 1);
        if (text.glyphs.starts_with(i, U"及び") || text.glyphs.starts_with(i, U"並びに") ||
            text.glyphs.starts_with(i, U"および")) {
            const std::size_t length = text.glyphs.starts_with(i, U"及び") ? 2 : 3;
            close(i, i + length);
        }
    }
    close(label.end, label.end);
    return parts;
}

std::vector<std::string> list_names(const FigureText& text, Span note) {
    std::vector<std::string> names;
    std::size_t begin = note.begin;
    const auto is_name = [&](Span s) {
        const auto words = text.words(s);
        if (words.size() < 2 || words.size() > 20 || is_bare_state(words) || is_noise(text, s)) return false;
        return std::none_of(words.begin(), words.end(),
                            [](char32_t c) { return is_digit(c) || c == U':' || c == U'%' || c == U'(' || c == U')'; });
    };
    for (std::size_t i = note.begin; i <= note.end; ++i) {
        if (i < note.end && !is_in(text.glyphs.text[i], U"、,・\n")) continue;
        Span s = trim_left(text, {begin, i});
        while (!s.empty() && text.glyphs.text[s.end - 1] == U' ') --s.end;
        begin = i + 1;
        if (s.empty()) continue;
        if (!is_name(s)) return {};
        auto words = text.words(s);
        if (words.ends_with(U"ほか") || words.ends_with(U"など")) words.remove_suffix(2);
        if (words.ends_with(U"等") || words.ends_with(U"他")) words.remove_suffix(1);
        names.push_back(to_utf8(words));
    }
    return names;
}

std::string to_utf8(std::u32string_view glyphs) {
    std::string out;
    for (const char32_t c : glyphs) append_utf8(out, c);
    return out;
}

}  // namespace goalsheet::match
