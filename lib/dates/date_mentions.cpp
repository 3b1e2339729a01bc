// SPDX-License-Identifier: MIT
#include "dates/date_mentions.hpp"

#include <array>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

struct Era {
    std::string_view name;
    char32_t letter;
    int base;  ///< era year + base is the Gregorian year
};
constexpr std::array<Era, 3> kEras = {{{"令和", U'R', 2018}, {"平成", U'H', 1988}, {"昭和", U'S', 1925}}};
constexpr int kEarliestYear = 1868;
constexpr int kLatestYear = 2199;

char32_t to_half_width(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

bool is_word_letter(char32_t c) {
    c = to_half_width(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Walks along a text; every take moves on only when it fits.
class Walker {
public:
    Walker(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    std::size_t position() const { return at_; }
    char32_t peek() const { return to_half_width(decode_at(text_, at_).value); }

    bool take(char32_t wanted) {
        const CodePoint point = decode_at(text_, at_);
        if (point.length == 0 || to_half_width(point.value) != wanted) return false;
        at_ += point.length;
        return true;
    }
    bool take(std::string_view word) {
        if (!text_.substr(at_).starts_with(word)) return false;
        at_ += word.size();
        return true;
    }
    void skip_spaces() {
        for (CodePoint point = decode_at(text_, at_); point.length && is_space(point.value) && point.value != '\n';
             point = decode_at(text_, at_))
            at_ += point.length;
    }
    // A number of at most `most` digits that ends there; nothing otherwise.
    std::optional<int> take_number(int most) {
        std::size_t at = at_;
        int value = 0;
        int digits = 0;
        for (CodePoint point = decode_at(text_, at); point.length && digit_value(point.value);
             point = decode_at(text_, at)) {
            if (++digits > most) return std::nullopt;
            value = value * 10 + *digit_value(point.value);
            at += point.length;
        }
        if (digits == 0) return std::nullopt;
        at_ = at;
        return value;
    }

private:
    std::string_view text_;
    std::size_t at_;
};

std::optional<int> take_year(Walker& walker, char32_t before) {
    for (const Era& era : kEras) {
        const bool named = walker.take(era.name);
        if (!named && (is_word_letter(before) || !walker.take(era.letter))) continue;
        walker.skip_spaces();
        if (named && walker.take("元")) return era.base + 1;
        const auto number = walker.take_number(2);
        return number && *number > 0 ? std::optional(era.base + *number) : std::nullopt;
    }
    if (is_word_letter(before)) return std::nullopt;
    const auto year = walker.take_number(4);
    return year && *year >= kEarliestYear && *year <= kLatestYear ? year : std::nullopt;
}

// A part behind its sign (年 6 月, . 6); leaves the walker alone when there is none that can be one.
int take_part(Walker& walker, int highest) {
    Walker ahead = walker;
    ahead.skip_spaces();
    const auto value = ahead.take_number(2);
    if (!value || *value < 1 || *value > highest) return 0;
    walker = ahead;
    return *value;
}

// 2026/6, 8.6.1: signs between bare numbers. An era letter or a year in front makes it a date.
bool take_signed_parts(Walker& walker, DateMention& date) {
    for (const char32_t sign : {U'.', U'/', U'-'}) {
        Walker ahead = walker;
        if (!ahead.take(sign)) continue;
        date.month = take_part(ahead, 12);
        if (date.month == 0) return false;
        if (Walker day = ahead; day.take(sign)) {
            date.day = take_part(day, 31);
            if (date.day) ahead = day;
        }
        walker = ahead;
        return true;
    }
    return false;
}

bool take_worded_parts(Walker& walker, DateMention& date) {
    walker.skip_spaces();
    if (!walker.take(U'年')) return false;
    if (walker.take(U'度')) {
        date.fiscal = true;
        return true;
    }
    Walker ahead = walker;
    date.month = take_part(ahead, 12);
    ahead.skip_spaces();
    if (date.month == 0 || !ahead.take(U'月')) {
        date.month = 0;
        return true;
    }
    walker = ahead;
    date.day = take_part(ahead, 31);
    if (date.day == 0 || !ahead.take(U'日'))
        date.day = 0;
    else
        walker = ahead;
    return true;
}

std::optional<DateMention> read_date_at(std::string_view text, std::size_t at) {
    Walker walker(text, at);
    const auto year = take_year(walker, decode_before(text, at).value);
    if (!year) return std::nullopt;
    DateMention date;
    date.year = *year;
    date.begin = at;
    if (!take_signed_parts(walker, date) && !take_worded_parts(walker, date)) return std::nullopt;
    date.end = walker.position();
    return date;
}

bool may_start_date(char32_t c) {
    c = to_half_width(c);
    return c == U'令' || c == U'平' || c == U'昭' || c == 'R' || c == 'H' || c == 'S' || (c >= '0' && c <= '9');
}

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

}  // namespace

std::vector<DateMention> find_dates(std::string_view utf8) {
    std::vector<DateMention> dates;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        const auto date = may_start_date(point.value) ? read_date_at(utf8, at) : std::nullopt;
        if (date) dates.push_back(*date);
        at = date ? date->end : at + point.length;
    }
    return dates;
}

std::optional<int> fiscal_year_of(const DateMention& date) {
    if (date.fiscal) return date.year;
    if (date.month == 0) return std::nullopt;
    return date.month >= 4 ? date.year : date.year - 1;
}

bool is_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto number = [text](std::size_t at, std::size_t length) {
        int value = 0;
        for (const char c : text.substr(at, length))
            value = c >= '0' && c <= '9' && value >= 0 ? value * 10 + (c - '0') : -1;
        return value;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

}  // namespace goalsheet
