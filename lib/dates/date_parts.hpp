// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "dates/date_walker.hpp"

namespace goalsheet::dates {

inline constexpr int kMonths = 12;
inline constexpr int kLongestMonth = 31;
inline bool is_month(int month) { return month >= 1 && month <= kMonths; }
/// Of some month.
inline bool may_be_day(int day) { return day >= 1 && day <= kLongestMonth; }

/// 10月, 15日, as written, whether or not a calendar has it; `spaced`: spaces may stand before the number and its sign.
/// Nothing is taken where they do not stand there, here and below.
template <class Walker>
std::optional<int> take_month(Walker& walker, bool spaced = false);
template <class Walker>
std::optional<int> take_day(Walker& walker, bool spaced = false);

/// What may stand behind a month.
enum class MonthPart { none, end, first_third, second_third, last_third };
/// 末, 末日, 上旬, 初旬, 中旬, 下旬.
template <class Walker>
MonthPart take_month_part(Walker& walker);

/// A part of a fiscal year that has a name.
struct YearPart {
    enum class Kind { months, end_of_fiscal_year, end_of_calendar_year };
    std::u32string_view words;
    Kind kind;
    int first_month;
    int last_month;
};
/// 上半期, 第2四半期, 年度末, 年内.
template <class Walker>
const YearPart* take_year_part(Walker& walker);

struct Weekday {
    int number = 0;      ///< 0 Sunday … 6 Saturday
    bool spelt = false;  ///< 月曜, 月曜日; else the sign alone
};
/// 月, 月曜日, without brackets around it.
template <class Walker>
std::optional<Weekday> take_weekday(Walker& walker);

}  // namespace goalsheet::dates
