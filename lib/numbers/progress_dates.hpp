// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "goalsheet/progress.hpp"
#include "numbers/glyphs.hpp"
#include "numbers/indicator_figures.hpp"

namespace goalsheet::match {

/// A year, month or day as a sheet writes it: 令和7年度, R7.10.1, 9月末, 10/31, 上半期.
struct DateWord {
    std::optional<int> year;  ///< Gregorian calendar year, or the fiscal year where `fiscal`
    bool fiscal = false;      ///< 年度, or a bare R7
    std::optional<int> month;
    std::optional<int> day;  ///< none: the whole month
    Span span;
};

/// Every date in a span, in reading order.
std::vector<DateWord> find_date_words(const Glyphs& g, Span span);

/// The fiscal year (its April's year) of a date; none where it gives no year.
std::optional<int> fiscal_year_of(const DateWord& word);

/// The last day a date word means, in the given fiscal year (April to March) where it names no year. None for a bare
/// year.
std::optional<Date> last_day_of(const DateWord& word, int fiscal_year);

int days_in_month(int year, int month);

}  // namespace goalsheet::match
