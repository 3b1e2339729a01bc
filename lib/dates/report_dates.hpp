// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "goalsheet/date.hpp"
#include "text/normalized_text.hpp"

namespace goalsheet::match {

using numbers::Glyphs;
using numbers::Span;

/// A year, month or day as a sheet writes it: 令和7年度, R7.10.1, 9月末, 10/31, 上半期.
struct DateWord {
    std::optional<int> year;  ///< Gregorian calendar year, or the fiscal year where `fiscal`
    bool fiscal = false;      ///< 年度, or a bare R7
    std::optional<int> month;
    std::optional<int> day;  ///< none: the whole month
    Span span;
};

/// Whether a date may begin with the glyph at i: no is certain.
bool may_start_date(const Glyphs& g, std::size_t i);

/// Every date in a span, in reading order.
std::vector<DateWord> find_date_words(const Glyphs& g, Span span);

/// The fiscal year (its April's year) of a date; none where it gives no year.
std::optional<int> fiscal_year_of(const DateWord& word);

/// The last day a date word means, in the given fiscal year (April to March) where it names no year. None for a bare
/// year.
std::optional<Date> last_day_of(const DateWord& word, int fiscal_year);

/// The day figures are of, where a text says it: 9月末現在, 10/15時点, （10月末）, 4～9月. The first one; days outside
/// the fiscal year and the two months behind it are none.
std::optional<Date> find_as_of_day(const Glyphs& g, Span span, int fiscal_year);

/// The last day of a 期間・期限: 10月まで, 7月～9月, 令和7年12月末. None for 年度末, 通年 and anything else that is not
/// earlier than the year's end.
std::optional<Date> find_deadline(std::string_view deadline, int fiscal_year);

/// A share as whole numbers, so that it is compared as what it is.
struct Fraction {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;

    double to_double() const { return static_cast<double>(numerator) / static_cast<double>(denominator); }
};

/// How much of the fiscal year is over at the end of a day, in months and parts of a month: 0 to 1. 30 September gives
/// 1/2.
Fraction elapsed_share(const Date& day, int fiscal_year);
/// The same for the time up to a deadline, 1 behind it.
Fraction elapsed_share(const Date& day, int fiscal_year, const Date& deadline);

}  // namespace goalsheet::match
