// SPDX-License-Identifier: MIT
#include "dates/day_mentions.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "dates/calendar.hpp"

using namespace goalsheet;

namespace {

std::string shown(const std::vector<DayMention>& days) {
    std::string out;
    for (const DayMention& day : days) {
        if (!out.empty()) out += " ";
        if (day.year) out += fmt::format("{}/", *day.year);
        out += fmt::format("{}/{}", day.month, day.day);
        if (day.weekday) out += std::string(weekday_sign(*day.weekday));
    }
    return out;
}

std::string shown(const std::vector<YearPair>& pairs) {
    std::string out;
    for (const YearPair& pair : pairs) out += fmt::format("{}={};", pair.era, pair.western);
    return out;
}

}  // namespace

TEST_CASE("days are read as they are written, whether or not they exist") {
    struct Row {
        const char* text;
        const char* days;
    };
    const Row rows[] = {
        {"令和6年11月10日（日）", "2024/11/10日"},
        {"令和6年（2024年）11月10日（日）に開催", "2024/11/10日"},
        {"11/3（月）開催", "11/3月"},
        {"11／3(月・祝)", "11/3月"},
        {"１１月３日（月曜日）", "11/3月"},
        {"11月3日 月曜日", "11/3月"},
        {"10月4日（土）、5日（日）", "10/4土 10/5日"},
        {"10月4日（土）～11日（土）の5日間", "10/4土 10/11土"},
        {"2月30日まで", "2/30"},
        {"13月末", "13/0"},
        {"0月5日", "0/5"},
        {"R7.10.1", "2025/10/1"},
        {"2025/2/30", "2025/2/30"},
        {"（4/31開催）", "4/31"},
        {"9月末", "9/0"},
        {"10月～12月", "10/0 12/0"},
        {"10月5日（火災予防の日）", "10/5"},
        // Shares, counts and durations are no days.
        {"3/5人", ""},
        {"18月額", ""},
        {"3か月", ""},
        {"10月の5日間", "10/0"},
        {"10月 5 日（日）", "10/5日"},
        {"令和7年度", ""},
        {"1,234人", ""},
        {"第3回12件", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(shown(find_days(row.text)) == row.days);
    }
}

TEST_CASE("a year in both calendars is one pair, of either order") {
    CHECK(shown(find_year_pairs("令和7年（2025年）11月")) == "2025=2025;");
    CHECK(shown(find_year_pairs("令和6（2025）年度")) == "2024=2025;");
    CHECK(shown(find_year_pairs("2025年度（令和6年度）")) == "2024=2025;");
    CHECK(shown(find_year_pairs("R7(2025)")) == "2025=2025;");
    CHECK(shown(find_year_pairs("平成31年（2019年）")) == "2019=2019;");
    CHECK(shown(find_year_pairs("令和7年（前年比5％増）")).empty());
    CHECK(shown(find_year_pairs("令和6年度（2,025人）")).empty());
}

TEST_CASE("a day without a year lies in the fiscal year it is read in") {
    const auto days = find_days("3月5日と12月5日と令和5年3月1日");
    REQUIRE(days.size() == 3);
    CHECK(year_of(days[0], 2025) == 2026);
    CHECK(year_of(days[1], 2025) == 2025);
    CHECK(year_of(days[2], 2025) == 2023);
    CHECK_FALSE(year_of(days[0], std::nullopt));
}
