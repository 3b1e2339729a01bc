// SPDX-License-Identifier: MIT
#include "numbers/quantity/unit_parser.hpp"

#include "goalsheet/text.hpp"
#include "numbers/quantity/counter_lexicon.hpp"
#include "numbers/quantity/unit_parser_parts.hpp"

namespace goalsheet::numbers {
namespace {

Suffix read_rank(const Glyphs& g, const NumberToken& number, Suffix s) {
    const bool target = match_any(g, s.unit_end, U"以内 以上 以下") ||
                        match_any_before(g, skip_spaces_back(g, number.begin), U"順位 順位:");
    return target && !match_any_before(g, skip_spaces_back(g, number.begin), U"優先順位 優先順位:")
               ? s
               : masked_suffix(s.unit_end);
}

// 平均退職年齢は男性 58歳: the words before it in the phrase speak of a mean.
bool speaks_of_mean(const Glyphs& g, std::size_t end) {
    constexpr std::size_t kReach = 24;
    for (std::size_t i = end; i > 1 && end - i < kReach; --i) {
        if (g.ends_with(i, U"平均")) return true;
        if (std::u32string_view(U"。、\n").find(g.text[i - 1]) != std::u32string_view::npos) return false;
    }
    return false;
}

Suffix read_age(const Glyphs& g, const NumberToken& number, Suffix s) {
    const std::size_t before = skip_spaces_back(g, number.begin);
    const bool whole = before == 0 && skip_spaces(g, s.unit_end) == g.size();
    const bool group = match_any(g, s.unit_end, U"以上 以下 未満 から ~ 児 代 まで") > 0;
    const bool measured = number.last().value.scale > 0 || match_any_before(g, before, U"寿命 寿命: 年齢 年齢:") ||
                          whole || (!group && speaks_of_mean(g, before));
    return measured && has_unit(g, s, U"歳 才") ? s : masked_suffix(s.unit_end);
}

// 500m2か所 are two places of 500 m, 500m2 an area.
Suffix cut_power(const Glyphs& g, Suffix s) {
    const bool power = is_digit(g.text[s.unit_end - 1]) && g.at(s.unit_begin) == U'm';
    if (power && find_suffix_word(g, s.unit_end).word == SuffixWord::unit && !is_latin(g.at(s.unit_end)))
        s.unit_end = s.end = s.unit_begin + 1;
    return s;
}

// A PDF may leave a space inside m ³.
Suffix join_power(const Glyphs& g, Suffix s) {
    const std::size_t at = skip_spaces(g, s.unit_end);
    const bool metre = g.before(s.unit_end) == U'm' && (g.at(at) == U'²' || g.at(at) == U'³');
    if (metre) s.unit_end = s.end = at + 1;
    return s;
}

// バス in バスケット is no bus.
bool cuts_katakana_word(const Glyphs& g, const Suffix& s) {
    return is_katakana(g.before(s.unit_end)) && is_katakana(g.at(s.unit_end)) && !ends_open_unit(g, s.unit_end);
}

bool cuts_latin_word(const Glyphs& g, const Suffix& s) {
    if (!is_latin(g.before(s.unit_end))) return false;
    const bool letter = s.unit_end - s.unit_begin == 1;
    return is_latin(g.at(s.unit_end)) || (letter && g.at(s.unit_end) == U'=');  // φ600 L=45m
}

Suffix read_open_suffix(const Glyphs& g, const NumberToken& number, std::size_t at) {
    const Suffix open = read_open_unit(g, at);
    return open.kind == Suffix::Kind::unit ? finish_unit(g, number, open) : open;
}

Suffix read_known(const Glyphs& g, const NumberToken& number, std::size_t at, SuffixMatch match) {
    const Suffix s = unit_suffix(at, at + match.length, true);
    switch (match.word) {
        case SuffixWord::unit:
            if (cuts_latin_word(g, s)) return masked_suffix(s.unit_end);
            if (cuts_katakana_word(g, s)) return read_open_suffix(g, number, at);
            return finish_unit(g, number, join_power(g, cut_power(g, s)));
        case SuffixWord::year:
            return read_year(g, number, s);
        case SuffixWord::day:
            return read_day(g, number, s);
        case SuffixWord::minute:
            return read_minute(g, number, s);
        case SuffixWord::rank:
            return read_rank(g, number, s);
        case SuffixWord::issue:
            return match_any(g, s.unit_end, U"発行 分 作成") ? s : masked_suffix(s.unit_end);
        case SuffixWord::age:
            return read_age(g, number, s);
        case SuffixWord::fraction:
            return read_fraction(g, number, s);
        case SuffixWord::foreign:
            return {};
        default:
            return masked_suffix(s.unit_end);
    }
}

}  // namespace

bool has_unit(const Glyphs& g, const Suffix& s, const Words& words) {
    const std::u32string_view unit = g.slice(s.unit_begin, s.unit_end);
    return !unit.empty() && words.may_end_with(unit.back()) && longest_prefix(unit, words) == unit.size();
}

bool is_kanji_numeral(char32_t c) { return starts_numeral(c) && !is_digit(c); }

bool is_year_number(const NumberToken& number) {
    const Numeral& n = number.last();
    return !n.grouped && n.scale == 0 && n.value.scale == 0 && n.value.mantissa >= 1900 && n.value.mantissa <= 2150;
}

Suffix finish_unit(const Glyphs& g, const NumberToken& number, Suffix s) {
    if (ends_in_name(g, s)) return masked_suffix(s.unit_end);
    if (match_any_before(g, skip_spaces_back(g, number.begin), U"生後 妊娠"))
        return masked_suffix(s.unit_end);                                                                  // an age
    if (g.at(s.unit_begin) == U'組' && g.before(number.begin) == U'年') return masked_suffix(s.unit_end);  // 3年2組
    if (is_year_number(number) && is_noun_unit(g, s)) return masked_suffix(s.unit_end);  // 2030プラン
    if (is_heading(g, number, s)) return {};
    if (has_unit(g, s, U"人 名") && match_any(g, s.unit_end, U"1組 1班 1チーム")) return masked_suffix(s.unit_end + 2);
    if (const std::size_t end = pair_end(g, number, s); end > 0) return masked_suffix(end);
    if (counts_others(g, number, s)) s.kind = Suffix::Kind::per;
    s.half = is_duration_unit(g, s) && is_half(g, s.unit_end);
    if (s.half) ++s.end;
    return s;
}

Suffix read_unit(const Glyphs& g, std::size_t i) {
    const SuffixMatch match = find_suffix_word(g, i);
    if (match.word == SuffixWord::unit) return join_power(g, cut_power(g, unit_suffix(i, i + match.length, true)));
    if (match.word != SuffixWord::none) return {};
    return read_open_unit(g, i);
}

namespace {

// か 所: a PDF's space or line break inside the counter.
bool is_broken_counter(const Glyphs& g, std::size_t i) {
    constexpr std::u32string_view kFirst = U"かカヶヵケ箇個";
    constexpr std::u32string_view kSecond = U"所国月年";
    return kFirst.find(g.at(i)) != std::u32string_view::npos && (g.at(i + 1) == U' ' || g.at(i + 1) == U'\n') &&
           kSecond.find(g.at(i + 2)) != std::u32string_view::npos && g.at(i) != 0 && g.at(i + 2) != 0;
}

// 1,200※1人, 1,200(※)人: past the mark of a note; i where there is none.
std::size_t skip_note_mark(const Glyphs& g, std::size_t i) {
    std::size_t at = g.at(i) == U'(' ? i + 1 : i;
    if (g.at(at) != U'※') return i;
    const std::size_t open = at++;
    while (at < open + 3 && is_digit(g.at(at))) ++at;
    if (open != i && g.at(at) != U')') return i;
    if (open != i) ++at;
    const SuffixMatch match = find_suffix_word(g, at);
    const bool unit = match.word == SuffixWord::unit && !match_any(g, at + match.length, U"当たり あたり につき");
    return unit ? at : i;
}

// 1,200 and its 人 on the next line.
std::size_t skip_line_break(const Glyphs& g, const NumberToken& number, std::size_t at) {
    if (g.at(at) != U'\n' || number.end - number.begin < 2) return at;
    const SuffixMatch match = find_suffix_word(g, at + 1);
    const char32_t next = g.at(at + 1 + match.length);
    return match.word == SuffixWord::unit && !is_noun_glyph(next) && !is_latin(next) && next != U':' ? at + 1 : at;
}

}  // namespace

Suffix read_suffix(const Glyphs& g, const NumberToken& number) {
    if (number.low.kanji && number.last().kanji) return read_kanji_suffix(g, number);
    if (g.at(number.end) == U'×' && is_digit(g.at(number.end + 1)))
        return masked_suffix(read_numeral(g, number.end + 1).end);  // 3×3
    std::size_t at = skip_spaces(g, number.end);
    at = skip_line_break(g, number, skip_note_mark(g, at));
    if (is_broken_counter(g, at)) return finish_unit(g, number, unit_suffix(at, at + 3, true));
    if (g.at(at) == U'数') return masked_suffix(at + 1);  // 10数件: some more than ten
    if (g.at(at) == U'余' && at == number.end) ++at;
    const SuffixMatch match = find_suffix_word(g, at);
    if (match.word != SuffixWord::none) return read_known(g, number, at, match);
    if (at != number.end && g.before(at) == U' ') return {};
    if (is_year_number(number) && is_noun_glyph(g.at(at))) return masked_suffix(number.end);
    return read_open_suffix(g, number, at);
}

}  // namespace goalsheet::numbers
