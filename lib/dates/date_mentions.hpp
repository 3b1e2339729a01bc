// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace goalsheet {

/// A date as a text has it; month and day are 0 where it does not say.
struct DateMention {
    int year = 0;  ///< Gregorian
    int month = 0;
    int day = 0;
    bool fiscal = false;  ///< 令和8年度: the year is a fiscal one
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Every date with a year in a text: 令和8年6月, R8.6.1, 2026/6/1, 令和8年度末. Months without a year are not among
/// them.
std::vector<DateMention> find_dates(std::string_view utf8);

/// The fiscal year a date lies in, where that is certain: a year without a month is not.
std::optional<int> fiscal_year_of(const DateMention& date);

}  // namespace goalsheet
