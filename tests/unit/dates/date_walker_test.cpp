// SPDX-License-Identifier: MIT
#include "dates/date_walker.hpp"

#include <doctest/doctest.h>

#include <string>

#include "dates/date_mentions.hpp"
#include "dates/report_dates.hpp"
#include "dates/schedule.hpp"
#include "goalsheet/text.hpp"

using namespace goalsheet;

TEST_CASE("every reader of dates takes the same words for a year") {
    struct Row {
        const char* words;
        int year;
    };
    const Row rows[] = {{"令和7", 2025},      {"令和７", 2025},      {"令和元", 2019},       {"令和七", 2025},
                        {"平成三十一", 2019}, {"㋿7", 2025},        {"昭和63", 1988},       {"R7", 2025},
                        {"R元", 2019},        {"H31", 2019},         {"Ｒ７", 2025},         {"2025", 2025},
                        {"２０２５", 2025},   {"令和7(2025)", 2025}, {"2025（令和7）", 2025}};
    for (const Row& row : rows) {
        CAPTURE(row.words);
        const std::string fiscal = std::string(row.words) + "年度";
        const auto heading = find_fiscal_year(fiscal);
        REQUIRE(heading);
        CHECK(heading->gregorian == row.year);
        CHECK(heading->label == fiscal);
        const Schedule schedule = read_schedule(fiscal + "末まで", std::nullopt);
        CHECK(schedule.end == Date{row.year + 1, 3, 31});
        const numbers::Glyphs glyphs = numbers::fold_glyphs(fiscal);
        const auto words = match::find_date_words(glyphs, {0, glyphs.size()});
        REQUIRE(words.size() == 1);
        CHECK(words.front().year == row.year);
        CHECK(words.front().fiscal);
    }
}

TEST_CASE("a year alone in brackets is taken with what may stand in them") {
    for (const char* const text : {"（令和8年）", "(2026)", "（西暦2026年度）", "( R8 )"}) {
        CAPTURE(text);
        dates::Walker walker(text, 0);
        const auto year = dates::take_year_in_brackets(walker);
        REQUIRE(year);
        CHECK(year->gregorian == 2026);
        CHECK(walker.done());
    }
    for (const char* const text : {"（令和8年4月）", "(20)", "令和8年", "（令和8年"}) {
        CAPTURE(text);
        dates::Walker walker(text, 0);
        CHECK_FALSE(dates::take_year_in_brackets(walker));
        CHECK(walker.position() == 0);
    }
}
