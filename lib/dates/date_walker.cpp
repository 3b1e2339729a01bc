// SPDX-License-Identifier: MIT
#include "dates/date_walker.hpp"

#include "dates/calendar.hpp"

namespace goalsheet::dates {
namespace {

constexpr int kLongestEraYear = 2;  // digits
constexpr int kLastEraYear = 99;
constexpr int kLongestYear = 4;

template <class Walker>
std::optional<Year> take_year_of_era(Walker& walker, const Era& era, bool letter, const YearRules& rules) {
    if (rules.spaced) walker.skip_spaces(rules.over_lines);
    if (walker.take(U'元')) return Year{era.base + 1, true, letter};
    auto number = walker.take_number(kLongestEraYear);
    if (!number && !letter) number = walker.take_kanji_number();
    if (!number || *number <= 0 || *number > kLastEraYear) return std::nullopt;
    return Year{era.base + *number, true, letter};
}

}  // namespace

char32_t to_half_width(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

bool is_word_letter(char32_t c) {
    c = to_half_width(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool may_start_date(char32_t c) {
    c = to_half_width(c);
    if (c >= '0' && c <= '9') return true;
    return std::any_of(kEras.begin(), kEras.end(),
                       [c](const Era& era) { return c == era.glyphs.front() || c == era.letter; });
}

template <class Walker>
std::optional<Year> take_year(Walker& walker, char32_t before, const YearRules& rules) {
    const bool apart = !is_word_letter(before);
    for (const Era& era : kEras) {
        Walker ahead = walker;
        const bool named = ahead.take(era.glyphs) || ahead.take(era.sign);
        const bool has_letter = era.letter != U'S' || rules.showa_letter;
        if (!named && !(apart && has_letter && ahead.take(era.letter))) continue;
        const auto year = take_year_of_era(ahead, era, !named, rules);
        if (year) walker = ahead;
        return year;
    }
    if (!apart && !(rules.after_letters && !digit_value(before))) return std::nullopt;
    Walker ahead = walker;
    auto year = ahead.take_number(kLongestYear);
    if (!year) year = ahead.take_kanji_number();
    if (!year || *year < rules.first || *year > rules.last) return std::nullopt;
    walker = ahead;
    return Year{*year};
}

template <class Walker>
std::optional<Year> take_year_in_brackets(Walker& walker, const YearRules& rules) {
    Walker ahead = walker;
    if (!ahead.take_open_bracket()) return std::nullopt;
    const auto skip_spaces = [&] {
        if (rules.spaced) ahead.skip_spaces(rules.over_lines);
    };
    skip_spaces();
    ahead.take(U"西暦");
    const auto year = take_year(ahead, U'(', rules);
    if (!year) return std::nullopt;
    skip_spaces();
    if (ahead.take(U'年')) ahead.take(U'度');
    skip_spaces();
    if (!ahead.take_close_bracket()) return std::nullopt;
    walker = ahead;
    return year;
}

template std::optional<Year> take_year(Walker&, char32_t, const YearRules&);
template std::optional<Year> take_year(GlyphWalker&, char32_t, const YearRules&);
template std::optional<Year> take_year_in_brackets(Walker&, const YearRules&);
template std::optional<Year> take_year_in_brackets(GlyphWalker&, const YearRules&);

int take_part(Walker& walker, int highest) {
    Walker ahead = walker;
    ahead.skip_spaces();
    auto value = ahead.take_number(2);
    if (!value) value = ahead.take_kanji_number();
    if (!value || *value < 1 || *value > highest) return 0;
    walker = ahead;
    return *value;
}

}  // namespace goalsheet::dates
