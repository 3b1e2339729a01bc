// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "dates/calendar.hpp"
#include "dates/date_walker.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

std::optional<YearMention> finish(std::string_view text, std::size_t begin, std::size_t end, int gregorian) {
    return YearMention{std::string(text.substr(begin, end - begin)), gregorian, begin, end};
}

// R7.10, R7/10, R7年, R7A: no year alone.
bool goes_on(char32_t next) {
    return next == U'.' || next == U'/' || next == U'-' || next == U'年' || dates::is_word_letter(next);
}

// Whether a year may begin with the character. `letters_only`: none but the letters that stand for eras.
bool may_begin_year(char32_t c, bool letters_only) {
    constexpr std::u32string_view kKanjiDigits = U"〇零一二三四五六七八九十";
    c = dates::to_half_width(c);
    if (c < 0x80 && (c < '0' || c > '9')) return c == 'R' || c == 'H' || c == 'S';
    if (letters_only) return false;
    const bool sign = std::any_of(kEras.begin(), kEras.end(), [c](const Era& era) { return c == era.sign; });
    return sign || dates::may_start_date(c) || kKanjiDigits.find(c) != std::u32string_view::npos;
}

// 令和7年度, R7年度, R7 (a letter may stand without 年度, but not before a date part), 2025年度, 2025(R7)年度.
std::optional<YearMention> read_year_at(std::string_view text, std::size_t at) {
    dates::Walker walker(text, at);
    const auto year = dates::take_year(walker, decode_before(text, at).value, dates::kYearsOfHeadings);
    if (!year) return std::nullopt;
    const std::size_t end = walker.position();
    const bool alone = year->letter && !goes_on(walker.peek());
    walker.skip_spaces(true);
    dates::Walker behind = walker;
    const auto again = dates::take_year_in_brackets(behind, dates::kYearsOfHeadings);
    behind.skip_spaces(true);
    if (again && again->gregorian == year->gregorian && behind.take(U"年度"))
        return finish(text, at, behind.position(), year->gregorian);
    if (walker.take(U"年度")) return finish(text, at, walker.position(), year->gregorian);
    return alone ? finish(text, at, end, year->gregorian) : std::nullopt;
}

// 平成31年度（令和元年度）: the year in brackets says the same again and belongs to the label.
void take_in_brackets(std::string_view text, YearMention& year) {
    const std::size_t open = year.end;
    const CodePoint bracket = decode_at(text, open);
    if (bracket.value != U'（' && bracket.value != '(') return;
    const auto inner = read_year_at(text, open + bracket.length);
    if (!inner || inner->gregorian != year.gregorian) return;
    const CodePoint close = decode_at(text, inner->end);
    if (close.value != U'）' && close.value != ')') return;
    year.end = inner->end + close.length;
    year.label = std::string(text.substr(year.begin, year.end - year.begin));
}

}  // namespace

std::optional<YearMention> find_fiscal_year(std::string_view utf8) {
    // All other years have that behind them.
    const bool letters_only = utf8.find("年度") == std::string_view::npos;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        if (may_begin_year(point.value, letters_only))
            if (auto year = read_year_at(utf8, at)) {
                take_in_brackets(utf8, *year);
                return year;
            }
        at += point.length;
    }
    return std::nullopt;
}

std::string fiscal_year_label(int gregorian) {
    const auto era = std::find_if(kEras.begin(), kEras.end(), [gregorian](const Era& e) { return gregorian > e.base; });
    if (era == kEras.end()) return fmt::format("{}年度", gregorian);
    const int year = gregorian - era->base;
    return year == 1 ? fmt::format("{}元年度", era->name) : fmt::format("{}{}年度", era->name, year);
}

}  // namespace goalsheet
