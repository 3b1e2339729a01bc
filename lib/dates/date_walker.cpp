// SPDX-License-Identifier: MIT
#include "dates/date_walker.hpp"

#include <algorithm>

#include "dates/calendar.hpp"
#include "dates/kanji_number.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet::dates {
namespace {

constexpr int kEarliestYear = 1868;
constexpr int kLatestYear = 2199;

}  // namespace

char32_t to_half_width(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

bool is_word_letter(char32_t c) {
    c = to_half_width(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool may_start_date(char32_t c) {
    c = to_half_width(c);
    return c == U'令' || c == U'平' || c == U'昭' || c == 'R' || c == 'H' || c == 'S' || (c >= '0' && c <= '9');
}

char32_t Walker::peek() const { return to_half_width(decode_at(text_, at_).value); }

bool Walker::take(char32_t wanted) {
    const CodePoint point = decode_at(text_, at_);
    if (point.length == 0 || to_half_width(point.value) != wanted) return false;
    at_ += point.length;
    return true;
}

bool Walker::take(std::string_view word) {
    if (!text_.substr(std::min(at_, text_.size())).starts_with(word)) return false;
    at_ += word.size();
    return true;
}

bool Walker::take_any(std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [this](std::string_view word) { return take(word); });
}

void Walker::skip_spaces() {
    for (CodePoint point = decode_at(text_, at_); point.length && is_space(point.value) && point.value != '\n';
         point = decode_at(text_, at_))
        at_ += point.length;
}

std::optional<int> Walker::take_number(int most) {
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

std::optional<int> Walker::take_kanji_number() {
    const auto number = read_kanji_number(text_, at_);
    if (!number) return std::nullopt;
    at_ = number->end;
    return number->value;
}

std::optional<Year> take_year(Walker& walker, char32_t before) {
    for (const Era& era : kEras) {
        const bool named = walker.take(era.name);
        if (!named && (is_word_letter(before) || !walker.take(era.letter))) continue;
        walker.skip_spaces();
        if (named && walker.take("元")) return Year{era.base + 1, true};
        auto number = walker.take_number(2);
        if (!number && named) number = walker.take_kanji_number();
        if (!number || *number <= 0 || *number > 99) return std::nullopt;
        return Year{era.base + *number, true};
    }
    if (is_word_letter(before)) return std::nullopt;
    const auto year = walker.take_number(4);
    if (!year || *year < kEarliestYear || *year > kLatestYear) return std::nullopt;
    return Year{*year, false};
}

int take_part(Walker& walker, int highest) {
    Walker ahead = walker;
    ahead.skip_spaces();
    auto value = ahead.take_number(2);
    if (!value) value = ahead.take_kanji_number();
    if (!value || *value < 1 || *value > highest) return 0;
    walker = ahead;
    return *value;
}

}  // namespace goalsheet::dates
