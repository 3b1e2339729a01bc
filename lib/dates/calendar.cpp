// SPDX-License-Identifier: MIT
#include "dates/calendar.hpp"

#include <chrono>

namespace goalsheet {
namespace {

std::chrono::year_month_day to_chrono(int year, int month, int day) {
    return {std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
            std::chrono::day{static_cast<unsigned>(day)}};
}

}  // namespace

int days_in_month(int year, int month) {
    const auto day = to_chrono(year, month, 1);
    const std::chrono::year_month_day_last last{day.year(), std::chrono::month_day_last{day.month()}};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

bool is_day(int year, int month, int day) { return month > 0 && day > 0 && to_chrono(year, month, day).ok(); }

int weekday_of(int year, int month, int day) {
    const std::chrono::weekday weekday{std::chrono::sys_days{to_chrono(year, month, day)}};
    return static_cast<int>(weekday.c_encoding());
}

std::string_view weekday_sign(int weekday) {
    constexpr std::string_view kSigns = "日月火水木金土";
    constexpr std::size_t kBytes = 3;
    return kSigns.substr(static_cast<std::size_t>(weekday) * kBytes, kBytes);
}

}  // namespace goalsheet
