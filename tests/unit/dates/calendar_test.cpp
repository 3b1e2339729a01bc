// SPDX-License-Identifier: MIT
#include "dates/calendar.hpp"

#include <doctest/doctest.h>

#include "goalsheet/text.hpp"

using namespace goalsheet;

TEST_CASE("the calendar knows leap years, months and weekdays") {
    CHECK(days_in_month(2024, 2) == 29);
    CHECK(days_in_month(2025, 2) == 28);
    CHECK(days_in_month(2100, 2) == 28);
    CHECK(days_in_month(2000, 2) == 29);
    CHECK(is_day(2024, 2, 29));
    CHECK_FALSE(is_day(2025, 2, 29));
    CHECK_FALSE(is_day(2025, 13, 1));
    CHECK_FALSE(is_day(2025, 0, 1));
    CHECK_FALSE(is_day(2025, 4, 31));
    CHECK(weekday_sign(weekday_of(2025, 11, 3)) == "月");
    CHECK(weekday_sign(weekday_of(2024, 11, 10)) == "日");
}

TEST_CASE("a fiscal year is named by the era of its April, but for 2019") {
    CHECK(fiscal_year_label(2018) == "平成30年度");
    CHECK(fiscal_year_label(2019) == "令和元年度");
    CHECK(fiscal_year_label(2025) == "令和7年度");
    CHECK(fiscal_year_label(1989) == "平成元年度");
    CHECK(calendar_year(2025, 12) == 2025);
    CHECK(calendar_year(2025, 3) == 2026);
}
