// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace goalsheet {

/// A month or day as a text writes it, whether or not the calendar has it: 2月30日, 令和7年11月3日（月）, 11/3(月),
/// 9月.
struct DayMention {
    std::optional<int> year;  ///< Gregorian calendar year, where the text says it
    int month = 0;
    int day = 0;                 ///< 0: the whole month
    std::optional<int> weekday;  ///< 0 Sunday … 6 Saturday
    std::size_t begin = 0;
    std::size_t end = 0;  ///< behind the weekday and its bracket
};

/// Every month and day of a text in reading order. 10月4日（土）、5日（日）: the second borrows the month.
std::vector<DayMention> find_days(std::string_view utf8);
/// Whether find_days() may find anything: no is certain.
bool may_hold_day(std::string_view utf8);

/// The calendar year of a mention: its own, or the one its month has in a fiscal year.
std::optional<int> year_of(const DayMention& mention, std::optional<int> fiscal_year);

/// One year in both calendars: 令和7年（2025年）, 2025（令和7）年度, R7(2025).
struct YearPair {
    int era = 0;      ///< Gregorian year that the era year is
    int western = 0;  ///< as written
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<YearPair> find_year_pairs(std::string_view utf8);

}  // namespace goalsheet
