// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace goalsheet {

/// A Japanese era. Year n of it is the Gregorian year base + n.
struct Era {
    std::string_view name;
    std::u32string_view glyphs;  ///< the name
    char32_t sign;               ///< the name in one character
    char32_t letter;
    int base;
    int first_day;  ///< YYYYMMDD
};
/// The newest first.
inline constexpr std::array<Era, 3> kEras = {{{"令和", U"令和", U'㋿', U'R', 2018, 20190501},
                                              {"平成", U"平成", U'㍻', U'H', 1988, 19890108},
                                              {"昭和", U"昭和", U'㍼', U'S', 1925, 19261225}}};

inline constexpr int kFirstMonthOfYear = 4;  ///< of a fiscal year

int days_in_month(int year, int month);
/// Whether the calendar has that day.
bool is_day(int year, int month, int day);
/// 0 Sunday … 6 Saturday, of a day that exists.
int weekday_of(int year, int month, int day);
/// 日月火水木金土.
std::string_view weekday_sign(int weekday);
/// The calendar year in which a month of a fiscal year lies.
inline int calendar_year(int fiscal_year, int month) {
    return month < kFirstMonthOfYear ? fiscal_year + 1 : fiscal_year;
}

}  // namespace goalsheet
