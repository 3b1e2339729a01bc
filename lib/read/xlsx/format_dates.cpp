// SPDX-License-Identifier: MIT
#include "read/xlsx/format_dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>

namespace goalsheet::number_format {
namespace {

struct Moment {
    std::chrono::year_month_day date;
    unsigned weekday = 0;
    int hour = 0, minute = 0, second = 0;
};

constexpr double kLastSerial = 2958466;  // 10000-01-01
constexpr int kSecondsOfDay = 86400;
constexpr int kDays1904 = 1462;
// Excel takes 1900 for a leap year: up to its 29 February every serial is one day off, and nobody means those days.
constexpr double kFirstSureSerial = 61;

std::optional<Moment> moment_of(double serial, bool from_1904, bool time_only) {
    if (from_1904) serial += kDays1904;
    if (serial < 0 || serial >= kLastSerial || (serial < kFirstSureSerial && !time_only)) return std::nullopt;
    auto days = static_cast<std::int64_t>(std::floor(serial));
    auto seconds = static_cast<int>(std::lround((serial - std::floor(serial)) * kSecondsOfDay));
    if (seconds == kSecondsOfDay) {
        seconds = 0;
        ++days;
    }
    const std::chrono::sys_days day =
        std::chrono::sys_days{std::chrono::year{1899} / 12 / 30} + std::chrono::days{days};
    return Moment{day, std::chrono::weekday{day}.c_encoding(), seconds / 3600, seconds / 60 % 60, seconds % 60};
}

struct Era {
    std::chrono::year_month_day first;
    const char* names[3];  ///< g gg ggg
};
constexpr std::chrono::year_month_day date(int y, unsigned m, unsigned d) {
    return std::chrono::year{y} / std::chrono::month{m} / std::chrono::day{d};
}
constexpr std::array<Era, 5> kEras = {{{date(2019, 5, 1), {"R", "令", "令和"}},
                                       {date(1989, 1, 8), {"H", "平", "平成"}},
                                       {date(1926, 12, 25), {"S", "昭", "昭和"}},
                                       {date(1912, 7, 30), {"T", "大", "大正"}},
                                       {date(1868, 1, 25), {"M", "明", "明治"}}}};

// No serial number is as early as the first of them.
const Era& era_of(const Moment& moment) {
    return *std::find_if(kEras.begin(), kEras.end() - 1, [&](const Era& era) { return moment.date >= era.first; });
}

std::string padded(int value, std::size_t width) { return fmt::format("{:0{}}", value, width >= 2 ? 2 : 1); }

std::string show_month(unsigned month, std::size_t letters) {
    constexpr const char* kNames[] = {"January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December"};
    const std::string name = kNames[month - 1];
    if (letters == 5) return name.substr(0, 1);
    if (letters == 3) return name.substr(0, 3);
    return letters == 4 ? name : padded(static_cast<int>(month), letters);
}

std::string show_day(const Moment& moment, std::size_t letters) {
    constexpr const char* kNames[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    if (letters <= 2) return padded(static_cast<int>(static_cast<unsigned>(moment.date.day())), letters);
    const std::string name = kNames[moment.weekday];
    return letters == 3 ? name.substr(0, 3) : name;
}

std::string show_japanese_weekday(const Moment& moment, std::size_t letters) {
    constexpr const char* kNames[] = {"日", "月", "火", "水", "木", "金", "土"};
    return letters >= 4 ? fmt::format("{}曜日", kNames[moment.weekday]) : kNames[moment.weekday];
}

// m behind hours or in front of seconds is minutes.
bool is_minutes(const Section& section, std::size_t at) {
    for (std::size_t i = at; i-- > 0;)
        if (section.tokens[i].kind == Token::Kind::date || section.tokens[i].kind == Token::Kind::elapsed) {
            if (section.tokens[i].text[0] == 'h') return true;
            break;
        }
    for (std::size_t i = at + 1; i < section.tokens.size(); ++i)
        if (section.tokens[i].kind == Token::Kind::date) return section.tokens[i].text[0] == 's';
    return false;
}

std::string show_part(const Section& section, std::size_t at, const Moment& moment) {
    const std::string& letters = section.tokens[at].text;
    const std::size_t count = letters.size();
    const int year = static_cast<int>(moment.date.year());
    switch (letters[0]) {
        case 'y':
            return count <= 2 ? fmt::format("{:02}", year % 100) : fmt::format("{:04}", year);
        case 'g':
            return era_of(moment).names[std::min<std::size_t>(count, 3) - 1];
        case 'e':
            if (section.first_year && year == static_cast<int>(era_of(moment).first.year())) return "元";
            return padded(year - static_cast<int>(era_of(moment).first.year()) + 1, count);
        case 'm':
            return is_minutes(section, at) ? padded(moment.minute, count)
                                           : show_month(static_cast<unsigned>(moment.date.month()), count);
        case 'd':
            return show_day(moment, count);
        case 'a':
            return show_japanese_weekday(moment, count);
        case 'h': {
            const int hour = section.has(Token::Kind::half_day) ? (moment.hour + 11) % 12 + 1 : moment.hour;
            return padded(hour, count);
        }
        default:
            return padded(moment.second, count);
    }
}

// [h]:mm counts all hours; the parts behind are those of the clock.
std::optional<std::string> show_elapsed(double serial, const Section& section) {
    constexpr double kLongest = 1e6;  // days
    if (serial < 0 || serial > kLongest) return std::nullopt;
    const long long total = std::llround(serial * kSecondsOfDay);
    Moment moment{};
    moment.hour = static_cast<int>(total / 3600 % 24);
    moment.minute = static_cast<int>(total / 60 % 60);
    moment.second = static_cast<int>(total % 60);
    std::string text;
    for (std::size_t i = 0; i < section.tokens.size(); ++i) {
        const Token& token = section.tokens[i];
        const char letter = token.text.empty() ? '\0' : token.text[0];
        if (token.kind == Token::Kind::elapsed) {
            const long long unit = letter == 'h' ? 3600 : letter == 'm' ? 60 : 1;
            text += fmt::format("{:0{}}", total / unit, token.text.size() >= 2 ? 2 : 1);
        } else if (token.kind == Token::Kind::date) {
            const bool clock = letter == 'h' || letter == 's' || letter == 'm';
            if (!clock) return std::nullopt;
            text += padded(letter == 'h'   ? moment.hour
                           : letter == 'm' ? moment.minute
                                           : moment.second,
                           token.text.size());
        } else if (token.kind == Token::Kind::literal) {
            text += token.text;
        } else {
            return std::nullopt;
        }
    }
    return text;
}

}  // namespace

std::optional<std::string> show_date(double serial, const Section& section, bool from_1904) {
    if (section.has(Token::Kind::elapsed)) return show_elapsed(serial, section);
    bool time_only = true;
    for (std::size_t i = 0; i < section.tokens.size(); ++i) {
        const Token& token = section.tokens[i];
        if (token.kind == Token::Kind::digit) return std::nullopt;  // fractions of a second
        if (token.kind != Token::Kind::date) continue;
        const char letter = token.text[0];
        time_only = time_only && (letter == 'h' || letter == 's' || (letter == 'm' && is_minutes(section, i)));
    }
    const auto moment = moment_of(serial, from_1904, time_only);
    if (!moment) return std::nullopt;
    std::string text;
    for (std::size_t i = 0; i < section.tokens.size(); ++i) {
        const Token& token = section.tokens[i];
        if (token.kind == Token::Kind::date)
            text += show_part(section, i, *moment);
        else if (token.kind == Token::Kind::half_day)
            text += moment->hour < 12 ? "AM" : "PM";
        else if (token.kind != Token::Kind::general && token.kind != Token::Kind::at)
            text += token.text;
    }
    return text;
}

}  // namespace goalsheet::number_format

namespace goalsheet {

std::optional<double> serial_of_iso_date(std::string_view text) {
    int y = 0, m = 0, d = 0, h = 0, min = 0, s = 0;
    const int parts = std::sscanf(std::string(text).c_str(), "%4d-%2d-%2dT%2d:%2d:%2d", &y, &m, &d, &h, &min, &s);
    const std::chrono::year_month_day day = number_format::date(y, static_cast<unsigned>(m), static_cast<unsigned>(d));
    if (parts < 3 || !day.ok()) return std::nullopt;
    const auto days = (std::chrono::sys_days{day} - std::chrono::sys_days{number_format::date(1899, 12, 30)}).count();
    return static_cast<double>(days) + (h * 3600 + min * 60 + s) / static_cast<double>(number_format::kSecondsOfDay);
}

}  // namespace goalsheet
