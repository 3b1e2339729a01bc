// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "goalsheet/text.hpp"

using goalsheet::find_fiscal_year;

TEST_CASE("fiscal years are found as headings write them") {
    struct Row {
        const char* text;
        const char* label;
        int year;
    };
    const Row rows[] = {
        {"令和7年度 重点目標管理シート", "令和7年度", 2025},
        {"令和７年度", "令和７年度", 2025},
        {"（令和元年度）", "令和元年度", 2019},
        {"平成31年度（令和元年度）の目標", "平成31年度（令和元年度）", 2019},
        {"R7 目標管理シート", "R7", 2025},
        {"R7年度", "R7年度", 2025},
        {"R元年度", "R元年度", 2019},
        {"目標 FY2025年度", "2025年度", 2025},
        {"令和\n7 年度", "令和\n7 年度", 2025},
        {"Ｒ７目標", "Ｒ７", 2025},
        {"2025年度の取組", "2025年度", 2025},
        {"更新日：2025年12月8日 令和6年度", "令和6年度", 2024},
        {"昭和63年度", "昭和63年度", 1988},
        {"令和7（2025）年度 目標", "令和7（2025）年度", 2025},
        {"2025（令和7）年度", "2025（令和7）年度", 2025},
        {"2025(R7)年度", "2025(R7)年度", 2025},
        {"令和元（2019）年度", "令和元（2019）年度", 2019},
        {"平成31（令和元）年度", "平成31（令和元）年度", 2019},
        {"平成30(2018)年度", "平成30(2018)年度", 2018},
        {"令和６（２０２４年）年度", "令和６（２０２４年）年度", 2024},
        {"㋿7年度", "㋿7年度", 2025},
        {"㍻30年度", "㍻30年度", 2018},
        {"令和七年度 目標", "令和七年度", 2025},
        {"平成三十年度", "平成三十年度", 2018},
        {"昭和六十三年度", "昭和六十三年度", 1988},
        {"平成三一年度", "平成三一年度", 2019},
        {"二〇二五年度", "二〇二五年度", 2025},
        {"二〇二五（令和七）年度", "二〇二五（令和七）年度", 2025},
        {"平成三十一年度（令和元年度）", "平成三十一年度（令和元年度）", 2019},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto year = find_fiscal_year(row.text);
        REQUIRE(year);
        CHECK(year->label == row.label);
        CHECK(year->gregorian == row.year);
        CHECK(std::string_view(row.text).substr(year->begin, year->end - year->begin) == row.label);
    }
}

TEST_CASE("dates, names and plain numbers are no fiscal years") {
    for (const char* text :
         {"令和7年4月1日", "R7.10.1", "2025年12月8日更新", "SDGs17", "HR7部", "年度", "令和年度", "12025年度", "三年度",
          "十二年度", "令和百年度", "令和〇年度", "令和7（2024）年度", "2025（仮称）年度", "令和7（2025）年4月"}) {
        CAPTURE(text);
        CHECK_FALSE(find_fiscal_year(text));
    }
}
