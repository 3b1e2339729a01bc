// SPDX-License-Identifier: MIT
#include "dates/date_mentions.hpp"

#include "dates/calendar.hpp"
#include "dates/date_walker.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

using dates::may_start_date;
using dates::take_part;
using dates::take_year;
using dates::Walker;

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
    date.year = year->gregorian;
    date.begin = at;
    if (!take_signed_parts(walker, date) && !take_worded_parts(walker, date)) return std::nullopt;
    date.end = walker.position();
    return date;
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
    return date.month >= kFirstMonthOfYear ? date.year : date.year - 1;
}

}  // namespace goalsheet
