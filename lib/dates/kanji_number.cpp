// SPDX-License-Identifier: MIT
#include "dates/kanji_number.hpp"

#include "goalsheet/text.hpp"

namespace goalsheet::dates {
namespace {

std::optional<int> kanji_digit(char32_t c) {
    constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
    const std::size_t digit = c == U'零' ? 0 : kDigits.find(c);
    return digit == std::u32string_view::npos ? std::nullopt : std::optional(static_cast<int>(digit));
}

// Digits that follow one another.
KanjiNumber read_digits(std::string_view text, std::size_t at) {
    constexpr int kMost = 9999;
    KanjiNumber number{0, at};
    while (number.end < text.size() && number.value <= kMost) {
        const CodePoint point = decode_at(text, number.end);
        const auto digit = kanji_digit(point.value);
        if (!digit) break;
        number.value = number.value * 10 + *digit;
        number.end += point.length;
    }
    return number;
}

}  // namespace

std::optional<KanjiNumber> read_kanji_number(std::string_view text, std::size_t at) {
    constexpr std::string_view kTen = "十";
    constexpr int kMost = 9999;
    const KanjiNumber first = read_digits(text, at);
    if (!text.substr(first.end).starts_with(kTen))
        return first.end == at || first.value > kMost ? std::nullopt : std::optional(first);
    const KanjiNumber rest = read_digits(text, first.end + kTen.size());
    const int tens = first.end == at ? 1 : first.value;
    if (tens < 1 || tens > 9 || rest.value > 9) return std::nullopt;
    return KanjiNumber{tens * 10 + rest.value, rest.end};
}

}  // namespace goalsheet::dates
