// SPDX-License-Identifier: MIT
#include "numbers/quantity/context.hpp"

#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"
#include "numbers/quantity/counter_lexicon.hpp"

namespace goalsheet::numbers {
namespace {

struct BoundWord {
    Words words;
    Comparator comparator;
};
constexpr std::array<BoundWord, 8> kBoundsBehind = {{
    {U"≦ ≤ ⩽", Comparator::at_least},  // 5件≦: what stands behind it is more
    {U"≧ ≥ ⩾", Comparator::at_most},
    {U"以上 を上回る を上回り を上回っ 超え以上", Comparator::at_least},
    {U"超 を超える を超え を越える を越え 越え 強", Comparator::more_than},
    {U"以下 以内", Comparator::at_most},
    {U"未満 を下回る を下回り を下回っ を切る 弱", Comparator::less_than},
    {U"程度 前後 ほど くらい ぐらい 内外 余り 余", Comparator::about},
    {U"まで", Comparator::at_most},
}};
constexpr std::array<BoundWord, 3> kBoundsBefore = {{
    {U"約 おおむね 概ね およそ おおよそ ほぼ 約: ≒ ≈", Comparator::about},
    {U"少なくとも 最低 最低でも 最小 下限", Comparator::at_least},
    {U"最大 最大で 最高 上限 多くとも 多くても", Comparator::at_most},
}};

// 契約3件 is no about 3件.
constexpr std::u32string_view kKanjiBeforeYaku = U"契予公規条節集制成要解婚誓協盟倹特括売";
// 設計 and 統計 are no sums.
constexpr std::u32string_view kKanjiBeforeKei = U"設統会推集家時測度余計生早";

bool is_one_of(char32_t c, std::u32string_view glyphs) { return c != 0 && glyphs.find(c) != std::u32string_view::npos; }

struct Cursor {
    const Glyphs& g;
    std::size_t at;

    bool take(const Words& words) {
        const std::size_t length = match_any_before(g, at, words);
        at -= length;
        return length > 0;
    }
};

// ＜参加5件＞, and <b> that someone typed: what opened closes on the same line.
bool is_bracketed_by_signs(const Glyphs& g, std::size_t begin) {
    for (std::size_t i = begin; i < g.size() && g.text[i] != U'\n' && g.text[i] != U'<'; ++i)
        if (g.text[i] == U'>') return true;
    return false;
}

// <5件, ≦5時間; not 24件->20件, ＜参加5件＞.
bool take_sign(Cursor& cursor, Lead& lead) {
    struct BoundSign {
        Words signs;
        Comparator comparator;
    };
    static constexpr std::array<BoundSign, 4> kSigns = {{{U"≦ ≤ ⩽ <=", Comparator::at_most},
                                                         {U"≧ ≥ ⩾ >=", Comparator::at_least},
                                                         {U"<", Comparator::less_than},
                                                         {U">", Comparator::more_than}}};
    for (const BoundSign& sign : kSigns) {
        const std::size_t length = match_any_before(cursor.g, cursor.at, sign.signs);
        if (length == 0) continue;
        const std::size_t before = cursor.at - length;
        if (is_one_of(cursor.g.before(before), U"-=<>") || is_bracketed_by_signs(cursor.g, cursor.at)) return false;
        cursor.at = before;
        lead.comparator = sign.comparator;
        return true;
    }
    return false;
}

bool take_bound(Cursor& cursor, Lead& lead) {
    if (take_sign(cursor, lead)) return true;
    for (const BoundWord& bound : kBoundsBefore) {
        const std::size_t length = match_any_before(cursor.g, cursor.at, bound.words);
        if (length == 0) continue;
        const bool word =
            cursor.g.before(cursor.at) == U'約' && is_one_of(cursor.g.before(cursor.at - 1), kKanjiBeforeYaku);
        if (word) return false;
        cursor.at -= length;
        lead.comparator = bound.comparator;
        return true;
    }
    return false;
}

bool take_modifier(Cursor& cursor, Lead& lead) {
    const auto set = [&lead](const char* modifier) {
        if (lead.modifier.empty()) lead.modifier = modifier;
        return true;
    };
    if (cursor.take(U"延べ のべ 延人数 延べ人数 延べ数")) return set("延べ");
    if (cursor.g.before(cursor.at) == U'延' && cursor.take(U"延")) return set("延べ");
    if (cursor.take(U"累計で 累計 累積 通算")) return set("累計");
    if (cursor.take(U"新規に 新規 新たに")) return set("新規");
    if (cursor.take(U"合計で 合計 総計 総数 小計 全体で")) return lead.total = true, set("計");
    const bool sum = cursor.g.before(cursor.at) == U'計' && !is_one_of(cursor.g.before(cursor.at - 1), kKanjiBeforeKei);
    if (sum && cursor.take(U"計")) return lead.total = true, set("計");
    if (cursor.g.before(cursor.at) == U'各' && cursor.take(U"各")) return set("各");
    return false;
}

// 年, 月, 週, 日 in front of a count, where they are no part of a date or of another word (昨年6回, 9月2回).
bool take_bare_period(Cursor& cursor, Lead& lead) {
    const char32_t c = cursor.g.before(cursor.at);
    if (!is_one_of(c, U"年月週日")) return false;
    const char32_t before = cursor.g.before(cursor.at - 1);
    const bool every = is_one_of(before, U"毎各隔");
    const bool free = !is_one_of(before, U"か") && !is_kanji(before) && !is_digit(before) && !is_katakana(before) &&
                      !is_latin(before) && !(before == U' ' && is_digit(cursor.g.before(cursor.at - 2)));
    if (!every && (!free || (c == U'日' && before != 0))) return false;
    cursor.at -= every ? 2 : 1;
    lead.per = (before == U'隔' ? "隔" : "") + to_utf8(std::u32string_view(&c, 1));
    return true;
}

// 年間120件, 年に3回, 毎年度5件; but 3年間120件 and 昨年に3回 are counted by nothing.
bool take_period(Cursor& cursor, Lead& lead) {
    if (!lead.per.empty()) return false;
    if (cursor.take(U"毎年度")) {
        lead.per = "年";
        return true;
    }
    const std::size_t length = match_any_before(cursor.g, cursor.at, U"年間 月間 週間 年に 月に 週に 日に");
    if (length == 0) return take_bare_period(cursor, lead);
    const char32_t before = cursor.g.before(cursor.at - length);
    if (is_digit(before) || is_one_of(before, U"かヶカヵケ") || (is_kanji(before) && before != U'毎')) return false;
    lead.per = to_utf8(cursor.g.slice(cursor.at - length, cursor.at - length + 1));
    cursor.at -= length;
    return true;
}

constexpr Words kPastWords =
    U"現状値 現状 基準値 基準年 従前値 策定時 前年度 前年 昨年度 昨年 前年実績 前年度実績 前回 前年同期 昨年同期 "
    U"前年度同期 当初値 初期値";

// 現状値（R5） 32.1％, 基準値 R3:45.2%: the year between the label and the figure.
std::size_t skip_year_note_back(const Glyphs& g, std::size_t end) {
    constexpr std::u32string_view kNote = U" ():0123456789RHS令和平成元年度末月現在時点.";
    std::size_t i = end;
    while (i > 0 && end - i < 14 && kNote.find(g.text[i - 1]) != std::u32string_view::npos) --i;
    return i;
}

bool take_role(Cursor& cursor, Lead& lead) {
    if (cursor.take(U"うち うち、 のうち 内訳 内訳:")) {
        lead.part = true;
        return true;
    }
    if (cursor.take(U"平均で 平均")) return true;  // says nothing of its own, but 月平均 is per month
    if (cursor.take(U"今後 向こう")) return lead.ahead = true;
    if (cursor.take(U"過去 直近 最近")) return lead.span_of_years = true;
    if (match_any_before(cursor.g, cursor.at, U"対前年 対前年度 対前回") || !cursor.take(kPastWords)) return false;
    lead.past = true;
    return true;
}

// A dash in front of a figure is a minus where it is no range, name or code, and a long vowel none behind kana.
bool is_minus_dash(const Glyphs& g, std::size_t sign) {
    const char32_t before = g.before(sign);
    if (is_digit(before) || is_latin(before) || is_one_of(before, U"-ー)%")) return false;
    return g.text[sign] == U'-' || !(is_katakana(before) || is_hiragana(before));
}

// ▲ and △ are minus signs; with a space between only before money and rates, for they also mark a row's state.
void take_minus(const Glyphs& g, Lead& lead, bool below_zero) {
    const std::size_t at = skip_spaces_back(g, lead.begin, below_zero ? 1 : 0);
    const char32_t sign = g.before(at);
    lead.triangle = sign == U'▲' || sign == U'△';
    const bool dash = at == lead.begin && is_one_of(sign, U"-ー─━") && is_minus_dash(g, at - 1);
    const std::size_t word = match_any_before(g, skip_spaces_back(g, lead.begin, 1), U"マイナス");
    lead.minus = lead.triangle || dash || word > 0;
    if (word > 0)
        lead.begin = skip_spaces_back(g, lead.begin, 1) - word;
    else if (lead.minus)
        lead.begin = at - 1;
}

}  // namespace

std::string to_utf8(std::u32string_view glyphs) {
    std::string out;
    for (const char32_t c : glyphs) append_utf8(out, c);
    return out;
}

namespace {

// 各地区2回, 各小学校1回: the noun between 各 and the number is short and has no mark in it.
bool is_each_of_noun(const Glyphs& g, std::size_t end) {
    for (std::size_t i = end; i > 0 && end - i < 7; --i) {
        const char32_t c = g.text[i - 1];
        if (c == U'各') return end - i > 0;
        if (!is_noun_glyph(c)) return false;
    }
    return false;
}

// うち完了2橋, うち市内の12社: the words between say which part.
bool is_part_of_noun(const Glyphs& g, std::size_t end) {
    for (std::size_t i = end; i > 1 && end - i < 9; --i) {
        if (g.ends_with(i, U"うち")) return true;
        if (!is_noun_glyph(g.text[i - 1]) && !is_latin(g.text[i - 1]) && g.text[i - 1] != U'の') return false;
    }
    return false;
}

}  // namespace

Lead read_lead(const Glyphs& g, std::size_t begin, bool below_zero) {
    Lead lead;
    lead.begin = begin;
    take_minus(g, lead, below_zero);
    Cursor cursor{g, lead.begin};
    for (int words = 0; words < 5; ++words) {
        const std::size_t start = cursor.at;
        cursor.at = skip_spaces_back(g, cursor.at);
        if (g.before(cursor.at) == U':') cursor.at = skip_spaces_back(g, cursor.at - 1);
        const bool adjacent = cursor.at == begin;
        if (take_bare_period(cursor, lead)) {
            if (adjacent) lead.begin = cursor.at;
            continue;
        }
        if (take_period(cursor, lead) || take_bound(cursor, lead) || take_modifier(cursor, lead) ||
            take_role(cursor, lead))
            continue;
        cursor.at = start;
        break;
    }
    lead.past = lead.past || match_any_before(g, skip_year_note_back(g, cursor.at),
                                              U"現状値 現状 基準値 従前値 策定時 当初値 初期値");
    lead.part = lead.part || is_part_of_noun(g, skip_spaces_back(g, cursor.at));
    if (lead.modifier.empty() && is_each_of_noun(g, cursor.at)) lead.modifier = "各";
    return lead;
}

namespace {

std::size_t take_bound_behind(const Glyphs& g, std::size_t at, Comparator& comparator) {
    const std::size_t bracket = g.at(at) == U'(' ? at + 1 : at;
    for (const BoundWord& bound : kBoundsBehind) {
        const std::size_t length = match_any(g, bracket, bound.words);
        if (length == 0) continue;
        const std::size_t end = bracket + length;
        if (bracket != at && g.at(end) != U')') return at;
        if (g.starts_with(bracket, U"まで") &&
            (is_one_of(g.at(end), U"にの増減拡引") ||
             match_any(g, end, U"進 上昇 上が 回復 到達 達 伸 改善 向上 低下 下が こぎ 縮 落 積 高ま 広 膨 持ち直")))
            return at;
        if (is_one_of(g.at(bracket), U"≦≤⩽≧≥⩾") && is_digit(g.at(skip_spaces(g, end, 1)))) return at;
        if (is_one_of(g.at(bracket), U"強弱余") && length == 1 && is_noun_glyph(g.at(end))) return at;
        comparator = bound.comparator;
        return bracket == at ? end : end + 1;
    }
    return at;
}

bool is_unit_word(SuffixWord word) {
    return word == SuffixWord::unit || word == SuffixWord::year || word == SuffixWord::month ||
           word == SuffixWord::day || word == SuffixWord::minute || word == SuffixWord::hour;
}

// The 千, 万, 10 of /千人, /10a. Another number behind a slash is a figure of its own (152人/283人).
std::size_t skip_rate_base(const Glyphs& g, std::size_t i) {
    if (is_one_of(g.at(i), U"千万")) return i + 1;
    if (g.at(i) == U'1' && !is_digit(g.at(i + 1))) return i + 1;
    const Numeral base = read_numeral(g, i);
    const bool power = base.readable && is_digit(g.at(i)) &&
                       (base.value.mantissa == 10 || base.value.mantissa == 1000 || base.value.mantissa >= 10000);
    return power && match_any(g, base.end, U"人 a アール ha 世帯") ? base.end : i;
}

// /年, ／月, /人・日, /1人, /10a
std::size_t take_per_behind(const Glyphs& g, std::size_t at, std::string& per) {
    if (g.at(at) != U'/') return at;
    const std::size_t start = skip_spaces(g, at + 1, 1);
    const std::size_t i = skip_rate_base(g, start);
    const SuffixMatch match = find_suffix_word(g, i);
    if (is_digit(g.at(i)) || !is_unit_word(match.word) || match_any(g, i, U"目標 計画 実績 予定 見込")) return at;
    std::size_t end = i + match.length;
    if (g.at(end) == U'・' && is_one_of(g.at(end + 1), U"年月週日回")) end += 2;
    if (is_noun_glyph(g.at(end)) && (!ends_open_unit(g, end) || match_any(g, end, U"目標 平均 合計 累計")))
        return at;  // 8件／年間目標12件
    const bool one = g.at(start) == U'1' && i == start + 1;
    per = to_utf8(g.slice(one ? i : start, end));
    return end;
}

}  // namespace

Tail read_tail(const Glyphs& g, std::size_t end) {
    Tail tail;
    tail.end = end;
    for (int parts = 0; parts < 3; ++parts) {
        const std::size_t at = skip_spaces(g, tail.end, 1);
        std::size_t next = take_per_behind(g, at, tail.per);
        if (next == at && tail.comparator == Comparator::none) next = take_bound_behind(g, at, tail.comparator);
        if (next == at) break;
        tail.end = next;
    }
    return tail;
}

}  // namespace goalsheet::numbers
