// SPDX-License-Identifier: MIT
#include "numbers/indicator_words.hpp"

#include <algorithm>
#include <optional>

#include "dates/report_dates.hpp"
#include "goalsheet/text.hpp"
#include "numbers/indicator_word_index.hpp"
#include "numbers/word_lists.hpp"

namespace goalsheet::match {
namespace {

enum class Saying { neutral, planned, ongoing, done, completed, cancelled };

// The longest that fits counts. Neutral ones keep their letters from being read as a state.
const WordIndex& phrase_index() {
    static const WordIndex index = [] {
        WordIndex made;
        for (int s = 0; s <= static_cast<int>(Saying::cancelled); ++s)
            made.add_all(words_of(static_cast<WordList>(static_cast<int>(WordList::state_neutral) + s)),
                         static_cast<std::uint64_t>(s));
        return made;
    }();
    return index;
}

struct Phrase {
    std::size_t length = 0;  ///< 0: none
    Saying saying = Saying::neutral;
};
Phrase find_phrase(std::u32string_view words, std::size_t i) {
    const WordIndex::Entry* entry = phrase_index().find(words, i);
    return entry ? Phrase{entry->word.size(), static_cast<Saying>(entry->value)} : Phrase{};
}

// …中 as in 施工中: behind a noun and at the end of its word (市中心 and 中学校 go on).
bool is_ongoing_mark(std::u32string_view words, std::size_t i) {
    if (words[i] != U'中' || i == 0 || !is_noun_glyph(words[i - 1])) return false;
    if (words[i - 1] == U'集' && (i < 2 || !is_noun_glyph(words[i - 2])))
        return false;  // 集中 is a word, 編集中 is a state
    return i + 1 == words.size() || !is_noun_glyph(words[i + 1]) || words[i + 1] == U'ー';
}

std::u32string_view strip_prefix(std::u32string_view words, const Words& list) {
    for (std::size_t n = longest_prefix(words, list); n != 0; n = longest_prefix(words, list)) words.remove_prefix(n);
    return words;
}

// Takes off spaces and what `length_at_end(words)` finds, until it finds nothing.
template <typename LengthAtEnd>
std::u32string_view strip_from_end(std::u32string_view words, LengthAtEnd length_at_end) {
    while (!words.empty()) {
        const std::size_t n = words.back() == U' ' ? 1 : length_at_end(words);
        if (n == 0) break;
        words.remove_suffix(n);
    }
    return words;
}

std::u32string_view strip_suffix(std::u32string_view words, const Words& list) {
    return strip_from_end(words, [&](std::u32string_view left) { return longest_suffix(left, list); });
}

std::u32string_view strip_spaces_and(std::u32string_view words, const Words& particles) {
    while (!words.empty() && words.front() == U' ') words.remove_prefix(1);
    return strip_prefix(words, particles);
}

// A year has a number or is 元; most words before a figure have neither.
bool may_name_year(std::u32string_view words) {
    return std::any_of(words.begin(), words.end(), [](char32_t c) { return is_digit(c) || c == U'元'; });
}

// What may stand between 前年度 or 目標 and its figure.
std::u32string_view strip_before_figure(std::u32string_view words) {
    return strip_from_end(words, [](std::u32string_view left) { return longest_end(WordList::before_figure, left); });
}

}  // namespace

std::u32string_view trim_spaces(std::u32string_view words) {
    while (!words.empty() && (words.front() == U' ' || words.front() == U'\n')) words.remove_prefix(1);
    while (!words.empty() && (words.back() == U' ' || words.back() == U'\n')) words.remove_suffix(1);
    return words;
}

std::u32string_view strip_colon(std::u32string_view head) {
    while (!head.empty() &&
           (head.back() == U':' || head.back() == U' ' || head.back() == U'は' || head.back() == U'の'))
        head.remove_suffix(1);
    return head;
}

std::u32string_view strip_particle(std::u32string_view head) {
    head = trim_spaces(head);
    while (!head.empty() && is_hiragana_glyph(head.back())) head.remove_suffix(1);
    return head;
}

std::u32string outside_brackets(std::u32string_view words) {
    std::u32string out;
    int depth = 0;
    for (const char32_t c : words) {
        if (c == U'(' || c == U'[') ++depth;
        if (depth == 0) out.push_back(c);
        if ((c == U')' || c == U']') && depth > 0) --depth;
    }
    return out;
}

bool ends_with_start(std::u32string_view words) {
    return ends_with(WordList::start_of_plan, strip_before_figure(words));
}

bool is_hiragana_glyph(char32_t c) { return is_hiragana(c); }

std::size_t count_same_end(std::u32string_view a, std::u32string_view b) {
    std::size_t same = 0;
    while (same < std::min(a.size(), b.size()) && a[a.size() - 1 - same] == b[b.size() - 1 - same] &&
           is_noun_glyph(a[a.size() - 1 - same]))
        ++same;
    return same;
}

bool contains_any(std::u32string_view words, const Words& list) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (list.may_begin_with(words[i]) && longest_prefix(words.substr(i), list) != 0) return true;
    return false;
}
bool ends_with_any(std::u32string_view words, const Words& list) { return longest_suffix(words, list) != 0; }
bool starts_with_any(std::u32string_view words, const Words& list) { return longest_prefix(words, list) != 0; }

bool is_short_state(std::u32string_view words) {
    constexpr std::size_t kShort = 8;
    if (words.size() > kShort || starts_with_any(words, U"その他 他 次回 残")) return false;
    if (words.find_first_of(U"のをがにではと、") != std::u32string_view::npos) return false;
    return ends_with_any(words, U"完了 済 済み 中 予定 見込 見込み");
}

bool is_bare_state(std::u32string_view words) {
    bool state = false;
    while (!words.empty()) {
        const std::size_t noun = longest_start(WordList::state_noun, words);
        const std::size_t n = noun ? noun : longest_start(WordList::state_filler, words);
        if (n == 0) return false;
        state = state || noun;
        words.remove_prefix(n);
    }
    return state;
}

bool starts_with_verb(std::u32string_view words) { return starts_with(WordList::verb_behind, words); }

bool ends_statement(std::u32string_view words) { return ends_with(WordList::statement_end, words); }

ReportState read_state(std::u32string_view words) {
    ReportState state = ReportState::none;
    for (std::size_t i = 0; i < words.size();) {
        const Phrase phrase = find_phrase(words, i);
        if (phrase.length != 0) {
            if (phrase.saying == Saying::planned) state = ReportState::planned;
            if (phrase.saying == Saying::ongoing) state = ReportState::ongoing;
            if (phrase.saying == Saying::done || phrase.saying == Saying::completed) state = ReportState::done;
            i += phrase.length;
        } else {
            // 準備中 is planned still: its 中 stands behind 準備 and changes nothing.
            if (is_ongoing_mark(words, i) && !words.substr(0, i).ends_with(U"準備") &&
                !words.substr(0, i).ends_with(U"予定"))
                state = ReportState::ongoing;
            ++i;
        }
    }
    return state;
}

bool starts_with_done(std::u32string_view words) {
    words = strip_spaces_and(words, U"の を が も に");
    std::size_t end = 0;
    while (end < words.size() && !is_hiragana(words[end]) && words[end] != U' ' && words[end] != U'、') ++end;
    return read_state(words.substr(0, end)) == ReportState::done ||
           (end == 0 && read_state(words) == ReportState::done);
}

bool says_completed(std::u32string_view words) {
    for (std::size_t i = 0; i < words.size();) {
        const Phrase phrase = find_phrase(words, i);
        if (phrase.length != 0 && phrase.saying == Saying::completed) return true;
        i += std::max<std::size_t>(phrase.length, 1);
    }
    return false;
}

bool says_it_was(std::u32string_view words) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == U'た' && (i + 1 == words.size() || words[i + 1] != U'い')) return true;
    return false;
}

bool says_out_of(std::u32string_view words) {
    return words.starts_with(U"中") && words.size() > 1 && is_noun_glyph(words[1]) &&
           !starts_with_any(words, U"中学 中央 中心 中高 中小 中止 中級 中間 中途 中古 中型 中堅 中国");
}

bool says_cancelled(std::u32string_view words) {
    return contains_any(words, U"中止 取りやめ 取り止め 見送 延期 取消 代えた 代替 繰越 繰り越");
}

bool starts_with_comparison(std::u32string_view words) {
    return starts_with(WordList::comparison_behind, strip_spaces_and(words, U""));
}

bool starts_with_change(std::u32string_view words) {
    words = strip_spaces_and(words, U"の");
    if (starts_with_any(words, U"増設 減災 増殖 増進 減免 増刊 増員研修")) return false;
    return starts_with(WordList::change_behind, words);
}

bool starts_with_rise(std::u32string_view words) {
    return starts_with_any(strip_spaces_and(words, U"の"),
                           U"増 上回 多い 多く 多か 超過 上昇 向上 アップ ポイント増 プラス");
}

Change change_in_label(std::u32string_view label) {
    label = strip_suffix(label, U"数 額 量 率 時間 件数 人数 効果");
    if (ends_with_any(label, U"の増 数増 者増 純増 増加 増収 の伸び 伸び 上昇")) return Change::rise;
    return ends_with_any(label, U"の減 数減 者減 削減 縮減 圧縮 減少 減収 低減 短縮 抑制") ? Change::fall
                                                                                           : Change::none;
}

bool starts_with_cap(std::u32string_view words) {
    return starts_with(WordList::cap_behind, strip_spaces_and(words, U""));
}

// 令和4年度の調達実績額は: nothing but a noun stands between the year and its figure.
bool is_noun_of_year(std::u32string_view between) {
    if (!starts_with_any(between, U"の における に係る 末の")) return false;
    between.remove_prefix(longest_prefix(between, U"の における に係る 末の"));
    while (!between.empty() && std::u32string_view(U" はがも:").find(between.back()) != std::u32string_view::npos)
        between.remove_suffix(1);
    return !between.empty() && std::none_of(between.begin(), between.end(), [](char32_t c) {
        return (is_hiragana(c) && c != U'の') || c == U'、' || c == U'(' || c == U')';
    });
}

// コロナ禍前, 改修前; 駅前 is a place.
bool is_before_event(std::u32string_view words) {
    return words.ends_with(U"前") && ends_with(WordList::event, words.substr(0, words.size() - 1));
}

// 前年 before and after what may stand between is taken away: 前年の実績.
bool says_past(std::u32string_view words) {
    for (std::size_t n = 1; n != 0; words.remove_suffix(n)) {
        if (ends_with(WordList::past, words) || is_before_event(words)) return true;
        n = longest_end(WordList::before_figure, words);
    }
    return false;
}

bool ends_with_past(const FigureText& text, Span head, int fiscal_year) {
    const auto words = text.words(head);
    const auto left = strip_before_figure(words);
    // 過去5年平均: a number of years may stand between.
    auto bare = left;
    while (!bare.empty() && (is_digit(bare.back()) || bare.back() == U'か' || bare.back() == U'年'))
        bare.remove_suffix(1);
    const bool years_ago = ends_with_any(left, U"年前 か月前 ヶ月前 カ月前");
    if (says_past(words) || years_ago || ends_with_any(bare, U"過去 直近 最近")) return true;
    if (fiscal_year == 0 || !may_name_year(words)) return false;
    const auto dates = find_date_words(text.glyphs, head);
    if (dates.empty()) return false;
    const DateWord& last = dates.back();
    const auto year = fiscal_year_of(last);
    if (!year || *year >= fiscal_year) return false;
    return strip_before_figure(text.words({last.span.end, head.end})).empty() ||
           is_noun_of_year(text.words({last.span.end, head.end}));
}

bool is_past(const FigureText& text, std::size_t figure, int fiscal_year) {
    const Figure& f = text.figures[figure];
    if (ends_with_past(text, f.head, fiscal_year)) return true;
    if ((!f.bracketed || f.host) && !f.previous && f.note.empty()) return false;
    const bool own_words = !strip_before_figure(text.words(f.head)).empty();
    if (!own_words && f.bracketed && !f.host && ends_with_past(text, f.heading, fiscal_year)) return true;
    if (!own_words && f.previous) {
        const auto before = text.words(text.figures[*f.previous].head);
        if (ends_with_any(before, U"過去 直近 最近") && text.figures[*f.previous].quantity.unit.starts_with("年"))
            return true;
    }
    return !f.note.empty() && f.note.end - f.note.begin < 12 && ends_with_past(text, f.note, fiscal_year);
}

bool ends_with_present(std::u32string_view words) {
    const auto left = strip_suffix(words, U"の は が を : ( ) [ ] 、 値 約 計 延べ 実績 として 数値 時点");
    if (!ends_with_any(left, U"現状 現在 現況 基準 当初 ベースライン 現")) return false;
    return !ends_with_any(left, U"月現在 日現在 末現在 出現 実現 表現 再現");
}

bool ends_with_later_year(const FigureText& text, Span head, int fiscal_year) {
    if (fiscal_year == 0 || !may_name_year(text.words(head))) return false;
    const auto dates = find_date_words(text.glyphs, head);
    if (dates.empty()) return false;
    const auto year = fiscal_year_of(dates.back());
    auto between = strip_before_figure(text.words({dates.back().span.end, head.end}));
    between.remove_suffix(longest_suffix(between, U"に から から以降 以降 中に"));
    return year && *year > fiscal_year && between.empty();
}

bool ends_with_target_word(std::u32string_view words) {
    const auto left = strip_suffix(words, U": の は が を ( ) [ ] 、 値 額 量 率 数 人数 件数 回数 として である");
    if (ends_with_any(left, U"目標 定員 母数 計画値")) return true;
    const std::size_t n = longest_suffix(left, U"計画 対象");
    return n != 0 && (left.size() == n || !is_noun_glyph(left[left.size() - n - 1]));
}

bool ends_with_total(std::u32string_view words) {
    const auto left = strip_suffix(words, U": 、 で では は 延べ 約 (");
    if (ends_with_any(left, U"合計 総計 全部 あわせて 合わせて あわせ 合わせ 合算 トータル 全体") ||
        words.ends_with(U"の全"))
        return true;
    const std::size_t n = longest_suffix(left, U"計");
    return n != 0 && (left.size() == n || !is_noun_glyph(left[left.size() - n - 1]));
}

bool ends_with_part(std::u32string_view words) {
    const auto left = strip_suffix(words, U": 、 (");
    return left == U"内" || ends_with_any(left, U"うち 内訳");
}

bool speaks_of_part(std::u32string_view words) {
    if (ends_with_part(words)) return true;
    const std::size_t at = words.rfind(U"うち");
    if (at == std::u32string_view::npos) return false;
    const bool begins = at == 0 || std::u32string_view(U" 、,(の:").find(words[at - 1]) != std::u32string_view::npos;
    return begins && words.substr(at).find(U'、', 3) == std::u32string_view::npos;
}

bool ends_with_remainder(std::u32string_view words) {
    return ends_with_any(strip_suffix(words, U": 、 の は ("), U"残り 残 あと");
}

}  // namespace goalsheet::match
