// SPDX-License-Identifier: MIT
#include "dates/day_mentions.hpp"

#include "dates/calendar.hpp"
#include "dates/date_parts.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

using dates::take_year;
using dates::take_year_in_brackets;
using dates::to_half_width;
using dates::Walker;

constexpr std::size_t kNearBytes = 60;  // how far a second day may stand from its month

// 日 behind a number that counts days and names none: 5日間, 3日以内.
bool counts_days(Walker walker) {
    return walker.take_any({U"間", U"以", U"目", U"程", U"数", U"分", U"当", U"前", U"後", U"ごと", U"毎"});
}

// （月）, （月・祝）, (月曜日), 月曜日; moves on only when it is one.
std::optional<int> take_written_weekday(Walker& walker) {
    constexpr int kMostBehind = 6;  // characters up to the bracket's end: ・祝日
    Walker ahead = walker;
    ahead.skip_spaces();
    const bool bracket = ahead.take_open_bracket();
    const auto weekday = dates::take_weekday(ahead);
    if (!weekday || (!bracket && !weekday->spelt)) return std::nullopt;
    if (!bracket) {
        walker = ahead;
        return weekday->number;
    }
    Walker close = ahead;
    if (!close.take_close_bracket()) {
        if (!close.take_any({U"・", U"、", U",", U"，", U"祝", U"休", U"/", U"／", U" ", U"　", U"～", U"〜"}) &&
            !weekday->spelt)
            return std::nullopt;
        close = ahead;
        for (int i = 0; i < kMostBehind && !close.done() && close.peek() != U')'; ++i)
            if (!close.take(close.peek())) break;
        if (!close.take_close_bracket()) close = ahead;
    }
    walker = close;
    return weekday->number;
}

// The words that make n/m a date where no year stands in front.
bool is_dated(Walker walker, char32_t before) {
    if (walker.take_any({U"開催", U"実施", U"現在", U"時点", U"締切", U"から", U"まで", U"開始"})) return true;
    return to_half_width(before) == U'(' &&
           (walker.take_close_bracket() || walker.take_any({U"、", U"～", U"〜", U"開", U"実"}));
}

// Behind a month beyond December: without it 15月 may be anything.
bool goes_on_as_date(Walker walker) {
    return walker.take_any(
        {U"末", U"まで", U"～", U"〜", U"に", U"上旬", U"中旬", U"下旬", U"中に", U"から", U"開催", U"実施"});
}

bool take_worded(Walker& walker, DayMention& mention) {
    Walker ahead = walker;
    const auto month = dates::take_month(ahead, true);
    if (!month) return false;
    Walker behind = ahead;
    const auto day = dates::take_day(behind, true);
    const bool has_day = day && !counts_days(behind);
    if (!dates::is_month(*month) && !has_day && !goes_on_as_date(ahead)) return false;
    mention.month = *month;
    mention.day = has_day ? *day : 0;
    // 0 stands for the whole month: a day 0 is as impossible as day 32.
    if (has_day && mention.day == 0) mention.day = dates::kLongestMonth + 1;
    walker = has_day ? behind : ahead;
    return true;
}

bool take_slashed(Walker& walker, DayMention& mention, char32_t before) {
    Walker ahead = walker;
    const auto month = ahead.take_number(2);
    const bool mark = ahead.take(U'/') || (mention.year && (ahead.take(U'.') || ahead.take(U'-')));
    const auto day = mark ? ahead.take_number(2) : std::nullopt;
    if (!month || !day || !dates::is_month(*month) || *day < 1 || ahead.peek() == U'/') return false;
    if (!mention.year && *day > dates::kLongestMonth) return false;
    Walker weekday = ahead;
    if (!mention.year && !take_written_weekday(weekday) && !is_dated(ahead, before)) return false;
    mention.month = *month;
    mention.day = *day;
    walker = ahead;
    return true;
}

bool take_year_and_sign(Walker& walker, DayMention& mention, char32_t before, bool& signed_parts) {
    Walker ahead = walker;
    const auto year = take_year(ahead, before);
    if (!year) return false;
    ahead.skip_spaces();
    take_year_in_brackets(ahead);
    if (ahead.take(U'年')) {
        if (ahead.peek() == U'度') return false;
        take_year_in_brackets(ahead);
    } else if (ahead.take(U'/') || ahead.take(U'.') || ahead.take(U'-')) {
        signed_parts = true;
    } else {
        return false;
    }
    mention.year = year->gregorian;
    walker = ahead;
    return true;
}

std::optional<DayMention> read_day_at(std::string_view text, std::size_t at) {
    const char32_t before = to_half_width(decode_before(text, at).value);
    DayMention mention;
    Walker walker(text, at);
    bool signed_parts = false;
    const bool has_year = take_year_and_sign(walker, mention, before, signed_parts);
    if (!has_year && (dates::is_word_letter(before) || before == U'.' || before == U',' || before == U'/'))
        return std::nullopt;
    if (signed_parts ? !take_slashed(walker, mention, before)
                     : !take_worded(walker, mention) && (has_year || !take_slashed(walker, mention, before)))
        return std::nullopt;
    if (mention.day > 0) mention.weekday = take_written_weekday(walker);
    mention.begin = at;
    mention.end = walker.position();
    return mention;
}

// 5日（日） behind 10月4日（土）～.
std::optional<DayMention> read_further_day(std::string_view text, std::size_t at, const DayMention& last) {
    if (last.day == 0 || at - last.end > kNearBytes) return std::nullopt;
    if (text.substr(last.end, at - last.end).find('\n') != std::string_view::npos) return std::nullopt;
    Walker walker(text, at);
    const auto day = dates::take_day(walker);
    if (!day || *day < 1 || counts_days(walker)) return std::nullopt;
    DayMention mention = last;
    mention.day = *day;
    mention.weekday = take_written_weekday(walker);
    if (!mention.weekday) return std::nullopt;
    mention.begin = at;
    mention.end = walker.position();
    return mention;
}

std::optional<YearPair> read_pair_at(std::string_view text, std::size_t at) {
    Walker walker(text, at);
    const auto first = take_year(walker, decode_before(text, at).value);
    if (!first) return std::nullopt;
    walker.skip_spaces();
    if (walker.take(U'年')) walker.take(U'度');
    walker.skip_spaces();
    if (!walker.take_open_bracket()) return std::nullopt;
    walker.skip_spaces();
    walker.take_any({U"西暦", U"元号", U"和暦", U"＝", U"="});
    const auto second = take_year(walker, U'(');
    if (!second || first->era == second->era) return std::nullopt;
    if (walker.take(U'年')) walker.take(U'度');
    walker.skip_spaces();
    if (!walker.take_close_bracket()) return std::nullopt;
    if (walker.take(U'年')) walker.take(U'度');
    const dates::Year& era = first->era ? *first : *second;
    const dates::Year& western = first->era ? *second : *first;
    return YearPair{era.gregorian, western.gregorian, at, walker.position()};
}

}  // namespace

bool may_hold_day(std::string_view utf8) {
    return utf8.find("月") != std::string_view::npos || utf8.find_first_of("/.") != std::string_view::npos ||
           utf8.find("／") != std::string_view::npos;
}

std::vector<DayMention> find_days(std::string_view utf8) {
    std::vector<DayMention> days;
    if (!may_hold_day(utf8)) return days;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        const bool may = dates::may_start_date(point.value);
        const bool inside = digit_value(point.value) && digit_value(decode_before(utf8, at).value);
        auto day = may && !inside ? read_day_at(utf8, at) : std::nullopt;
        if (!day && may && !inside && !days.empty()) day = read_further_day(utf8, at, days.back());
        if (day) days.push_back(*day);
        at = day ? day->end : at + point.length;
    }
    return days;
}

std::optional<int> year_of(const DayMention& mention, std::optional<int> fiscal_year) {
    if (mention.year) return mention.year;
    if (!fiscal_year) return std::nullopt;
    return calendar_year(*fiscal_year, mention.month);
}

std::vector<YearPair> find_year_pairs(std::string_view utf8) {
    std::vector<YearPair> pairs;
    if (utf8.find('(') == std::string_view::npos && utf8.find("（") == std::string_view::npos) return pairs;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        const auto pair = dates::may_start_date(point.value) ? read_pair_at(utf8, at) : std::nullopt;
        if (pair) pairs.push_back(*pair);
        at = pair ? pair->end : at + point.length;
    }
    return pairs;
}

}  // namespace goalsheet
