// SPDX-License-Identifier: MIT
#include "text/small_numeral.hpp"

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr int kLargest = 999;

// 一 to 九; 0 for anything else.
int kanji_digit(char32_t c) {
    constexpr std::u32string_view kDigits = U"一二三四五六七八九";
    const std::size_t found = kDigits.find(c);
    return found == std::u32string_view::npos ? 0 : static_cast<int>(found) + 1;
}

std::optional<SmallNumeral> read_kanji(std::string_view text, std::size_t at) {
    SmallNumeral number{0, true, at};
    int digit = 0;
    while (number.value <= kLargest) {
        const CodePoint point = decode_at(text, number.end);
        const int weight = point.value == U'十' ? 10 : point.value == U'百' ? 100 : 0;
        const int next = kanji_digit(point.value);
        if (point.length == 0 || (weight == 0 && (next == 0 || digit != 0))) break;
        if (weight) number.value += (digit ? digit : 1) * weight;
        digit = next;
        number.end += point.length;
    }
    number.value += digit;
    if (number.end == at || number.value > kLargest) return std::nullopt;
    return number;
}

}  // namespace

std::optional<SmallNumeral> read_small_numeral(std::string_view text, std::size_t at) {
    SmallNumeral number{0, false, at};
    while (number.value <= kLargest) {
        const CodePoint point = decode_at(text, number.end);
        const auto digit = point.length ? digit_value(point.value) : std::nullopt;
        if (!digit) break;
        number.value = number.value * 10 + *digit;
        number.end += point.length;
    }
    if (number.end == at) return read_kanji(text, at);
    if (number.value > kLargest) return std::nullopt;
    return number;
}

}  // namespace goalsheet
