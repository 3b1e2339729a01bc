// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "goalsheet/date.hpp"

namespace goalsheet {

/// What kind of time a 期間・期限 names.
enum class ScheduleKind {
    unknown,   ///< 未判定: the words are not certain enough
    deadline,  ///< 期限: to be done by the end date
    point,     ///< 時点: a day, or a month or a third of one, in which it happens
    period,    ///< 期間: from the start date to the end date
    start,     ///< 開始: from the start date on
    all_year,  ///< 通年
    any_time,  ///< 随時
};
inline constexpr ScheduleKind kScheduleKinds[] = {
    ScheduleKind::deadline, ScheduleKind::point,    ScheduleKind::period, ScheduleKind::start,
    ScheduleKind::all_year, ScheduleKind::any_time, ScheduleKind::unknown};
std::string_view schedule_kind_name(ScheduleKind kind);     ///< 期限, 時点, …
std::string_view schedule_kind_meaning(ScheduleKind kind);  ///< for the code table

/// A deadline as dates. Only what its words and the fiscal year make certain; the rest is empty.
struct Schedule {
    ScheduleKind kind = ScheduleKind::unknown;
    std::optional<Date> start;
    std::optional<Date> end;
    std::string_view third;  ///< 旬コード of DS-441: A1 上旬, A2 中旬, A3 下旬; empty: none named
};

/// Reads 年度末まで, 9月末, 10月中旬, 令和8年2月, 通年, 4月～6月, 令和7年4月～ …: the whole text or nothing. Months
/// without a year are those of the fiscal year that begins in April of `fiscal_year`; without one they give no dates.
Schedule read_schedule(std::string_view text, std::optional<int> fiscal_year);

}  // namespace goalsheet
