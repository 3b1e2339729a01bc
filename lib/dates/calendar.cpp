// SPDX-License-Identifier: MIT
#include "dates/calendar.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

#include "goalsheet/date.hpp"

namespace goalsheet {
namespace {

std::chrono::year_month_day to_chrono(int year, int month, int day) {
    return {std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
            std::chrono::day{static_cast<unsigned>(day)}};
}

std::optional<int> read_number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool all = error == std::errc() && end == digits.data() + digits.size();
    return all ? std::optional(value) : std::nullopt;
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

std::optional<Date> parse_date(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto year = read_number(iso.substr(0, 4));
    const auto month = read_number(iso.substr(5, 2));
    const auto day = read_number(iso.substr(8, 2));
    if (!year || !month || !day || *year < 1 || !is_day(*year, *month, *day)) return std::nullopt;
    return Date{*year, *month, *day};
}

std::string format_date(const Date& date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

}  // namespace goalsheet
