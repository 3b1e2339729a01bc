// SPDX-License-Identifier: MIT
#include "write/workbook_schedule.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

using goalsheet::Date;
using goalsheet::read_schedule;
using goalsheet::Schedule;

namespace {

std::string iso(const std::optional<Date>& date) {
    return date ? fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day) : "-";
}

std::string show(const Schedule& schedule) {
    return fmt::format("{} {} {} {}", goalsheet::schedule_kind_name(schedule.kind), iso(schedule.start),
                       iso(schedule.end), schedule.third.empty() ? "-" : schedule.third);
}

struct Row {
    const char* text;
    const char* expected;
};

void check(std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(show(read_schedule(row.text, 2025)) == row.expected);
    }
}

}  // namespace

TEST_CASE("deadlines become their last day") {
    check({{"年度末まで", "期限 - 2026-03-31 -"},
           {"年度末", "期限 - 2026-03-31 -"},
           {"年度内", "期限 - 2026-03-31 -"},
           {"今年度中", "期限 - 2026-03-31 -"},
           {"令和７年度末までに", "期限 - 2026-03-31 -"},
           {"R8年度末", "期限 - 2027-03-31 -"},
           {"9月末", "期限 - 2025-09-30 -"},
           {"９月末まで", "期限 - 2025-09-30 -"},
           {"2月末日まで", "期限 - 2026-02-28 -"},
           {"2月末まで", "期限 - 2026-02-28 -"},
           {"12月まで", "期限 - 2025-12-31 -"},
           {"10月中旬まで", "期限 - 2025-10-20 A2"},
           {"令和8年2月末", "期限 - 2026-02-28 -"},
           {"令和8年2月10日まで", "期限 - 2026-02-10 -"},
           {"7月15日までに", "期限 - 2025-07-15 -"},
           {"年内", "期限 - 2025-12-31 -"},
           {"上半期まで", "期限 - 2025-09-30 -"},
           {"R8.3.20まで", "期限 - 2026-03-20 -"},
           {"8月完了", "期限 - 2025-08-31 -"}});
}

TEST_CASE("points in time become the days they cover") {
    check({{"令和8年2月", "時点 2026-02-01 2026-02-28 -"},
           {"10月中旬", "時点 2025-10-11 2025-10-20 A2"},
           {"1月上旬", "時点 2026-01-01 2026-01-10 A1"},
           {"２月下旬", "時点 2026-02-21 2026-02-28 A3"},
           {"11月", "時点 2025-11-01 2025-11-30 -"},
           {"11月に実施", "時点 2025-11-01 2025-11-30 -"},
           {"7月20日", "時点 2025-07-20 2025-07-20 -"},
           {"2025年10月5日", "時点 2025-10-05 2025-10-05 -"},
           {"R7.10", "時点 2025-10-01 2025-10-31 -"},
           {"2025-10-05", "時点 2025-10-05 2025-10-05 -"}});
}

TEST_CASE("periods have both ends, openings only the first") {
    check({{"4月～6月", "期間 2025-04-01 2025-06-30 -"},
           {"4～6月", "期間 2025-04-01 2025-06-30 -"},
           {"4月〜翌年3月", "期間 2025-04-01 2026-03-31 -"},
           {"10月から2月まで", "期間 2025-10-01 2026-02-28 -"},
           {"9月末～12月上旬", "期間 2025-09-30 2025-12-10 A1"},
           {"10月1日～15日", "期間 2025-10-01 2025-10-15 -"},
           {"令和7年10月～3月", "期間 2025-10-01 2026-03-31 -"},
           {"令和7年4月～令和8年3月", "期間 2025-04-01 2026-03-31 -"},
           {"令和7年度～令和9年度", "期間 2025-04-01 2028-03-31 -"},
           {"上半期", "期間 2025-04-01 2025-09-30 -"},
           {"第2四半期", "期間 2025-07-01 2025-09-30 -"},
           {"第4四半期", "期間 2026-01-01 2026-03-31 -"},
           {"令和7年度", "期間 2025-04-01 2026-03-31 -"},
           {"通年", "通年 2025-04-01 2026-03-31 -"},
           {"令和7年4月～", "開始 2025-04-01 - -"},
           {"10月以降", "開始 2025-10-01 - -"},
           {"7月から", "開始 2025-07-01 - -"},
           {"随時", "随時 - - -"}});
}

TEST_CASE("what is not certain gives no date") {
    check({{"10月頃", "未判定 - - -"},
           {"10日頃", "未判定 - - -"},
           {"夏", "未判定 - - -"},
           {"年度", "未判定 - - -"},
           {"2月30日", "未判定 - - -"},
           {"13月", "未判定 - - -"},
           {"0月", "未判定 - - -"},
           {"2024.4", "未判定 - - -"},
           {"1/2", "未判定 - - -"},
           {"10月～5月", "未判定 - - -"},
           {"9月末、3月末", "未判定 - - -"},
           {"9月末\n3月末", "未判定 - - -"},
           {"年度末まで（一部は翌年度）", "未判定 - - -"},
           {"第5四半期", "未判定 - - -"},
           {"来年度末", "未判定 - - -"},
           {"毎月", "未判定 - - -"},
           {"早期に", "未判定 - - -"},
           {"", "未判定 - - -"},
           {"99999999999999999999年", "未判定 - - -"}});
}

TEST_CASE("without a fiscal year only dates with a year of their own count") {
    CHECK(show(read_schedule("年度末まで", std::nullopt)) == "未判定 - - -");
    CHECK(show(read_schedule("9月末", std::nullopt)) == "未判定 - - -");
    CHECK(show(read_schedule("令和8年2月", std::nullopt)) == "時点 2026-02-01 2026-02-28 -");
    CHECK(show(read_schedule("令和7年度末", std::nullopt)) == "期限 - 2026-03-31 -");
    CHECK(show(read_schedule("通年", std::nullopt)) == "通年 - - -");
    CHECK(show(read_schedule("年度末", 250000)) == "未判定 - - -");
    CHECK(show(read_schedule("2月末", 2023)) == "期限 - 2024-02-29 -");
}
