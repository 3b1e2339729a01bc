// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace goalsheet {

/// A day of the Gregorian calendar.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;

    auto operator<=>(const Date&) const = default;
};

/// 2025-09-30, and nothing when it is no day of the calendar.
std::optional<Date> parse_date(std::string_view iso);
std::string format_date(const Date& date);

}  // namespace goalsheet
