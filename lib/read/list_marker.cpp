// SPDX-License-Identifier: MIT
#include "read/list_marker.hpp"

#include <fmt/format.h>

#include <cctype>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr int kLettersOfAlphabet = 26;
constexpr int kLargestRoman = 3999;
// Lists of sheets count no further; a longer row of digits is a figure.
constexpr std::size_t kDigitsOfMarker = 2;

std::string alphabetic(int number, char first) {
    std::string letters;
    for (int left = number; left > 0; left = (left - 1) / kLettersOfAlphabet)
        letters.insert(letters.begin(), static_cast<char>(first + (left - 1) % kLettersOfAlphabet));
    return letters;
}

std::string roman(int number, bool capital) {
    constexpr std::pair<int, const char*> kSigns[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                                                      {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                                                      {5, "v"},    {4, "iv"},   {1, "i"}};
    std::string signs;
    for (const auto& [value, sign] : kSigns)
        for (; number >= value; number -= value) signs += sign;
    if (capital)
        for (char& c : signs) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return signs;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t digits = 0;
    while (digit_value(decode_at(text, at).value)) {
        at += decode_at(text, at).length;
        ++digits;
    }
    return digits;
}

std::size_t behind_digits(std::string_view text, std::size_t at) {
    while (digit_value(decode_at(text, at).value)) at += decode_at(text, at).length;
    return at;
}

bool is_one_of(char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != std::u32string_view::npos; }

// 1. 1) 1．1、 1: and 1 with a blank behind it, where no figure goes on (1.5, 1,200, 1:3).
bool begins_with_number(std::string_view text) {
    const std::size_t digits = digits_at(text, 0);
    if (digits == 0 || digits > kDigitsOfMarker) return false;
    const std::size_t at = behind_digits(text, 0);
    const CodePoint sign = decode_at(text, at);
    if (!is_one_of(sign.value, U".．)）、:：") && !is_space(sign.value)) return false;
    return !digit_value(decode_at(text, at + sign.length).value);
}

// (1) （ア） [2] 〔三〕: one short number or letter between the brackets.
bool begins_with_bracketed_number(std::string_view text) {
    const CodePoint open = decode_at(text, 0);
    if (!is_one_of(open.value, U"(（[［〔【")) return false;
    std::size_t at = open.length;
    const std::size_t digits = digits_at(text, at);
    const CodePoint first = decode_at(text, at);
    const bool letter = (first.value < 0x80 && std::isalpha(static_cast<int>(first.value))) ||
                        is_one_of(first.value, U"アイウエオカキクケコサシスセソ一二三四五六七八九十");
    if (digits > kDigitsOfMarker || (digits == 0 && !letter)) return false;
    at = digits > 0 ? behind_digits(text, at) : at + first.length;
    return is_one_of(decode_at(text, at).value, U")）]］〕】");
}

// A minus in front of a figure belongs to it.
bool begins_with_bullet(std::string_view text) {
    const CodePoint first = decode_at(text, 0);
    if (circled_number(first.value)) return true;
    if (is_one_of(first.value, U"・○●◎■□◆◇※⚫•▪")) return true;
    return is_one_of(first.value, U"-－*") && !digit_value(decode_at(text, first.length).value);
}

}  // namespace

std::string ordered_marker(std::string_view type, int number) {
    if ((type == "a" || type == "A") && number >= 1) return alphabetic(number, type.front()) + ". ";
    if ((type == "i" || type == "I") && number >= 1 && number <= kLargestRoman)
        return roman(number, type == "I") + ". ";
    return fmt::format("{}. ", number);
}

bool begins_with_list_marker(std::string_view text) {
    return begins_with_bullet(text) || begins_with_number(text) || begins_with_bracketed_number(text);
}

}  // namespace goalsheet
