// SPDX-License-Identifier: MIT
#include "read/list_marker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "goalsheet/text.hpp"
#include "read/numerals.hpp"

namespace goalsheet {
namespace {

// Lists of sheets count no further; a longer row of digits is a figure.
constexpr std::size_t kDigitsOfMarker = 2;

struct Alphabet {
    std::string_view style;
    std::u32string_view letters;
    std::string_view suffix;
};
constexpr std::u32string_view kLatin = U"abcdefghijklmnopqrstuvwxyz";
constexpr std::u32string_view kCapitals = U"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::array<Alphabet, 9> kAlphabets = {{
    {"lower-alpha", kLatin, ". "},
    {"lower-latin", kLatin, ". "},
    {"upper-alpha", kCapitals, ". "},
    {"upper-latin", kCapitals, ". "},
    {"lower-greek", U"αβγδεζηθικλμνξοπρστυφχψω", ". "},
    {"hiragana", U"あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん",
     "、"},
    {"katakana", U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン",
     "、"},
    {"hiragana-iroha",
     U"いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす", "、"},
    {"katakana-iroha",
     U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス", "、"},
}};

// Styles that Word has, too, under the names of show_numeral().
struct Numerals {
    std::string_view style;
    std::string_view name;
    std::string_view suffix;
};
constexpr std::array<Numerals, 10> kNumerals = {{
    {"decimal-leading-zero", "decimalZero", ". "},
    {"lower-roman", "lowerRoman", ". "},
    {"upper-roman", "upperRoman", ". "},
    {"cjk-ideographic", "japaneseCounting", "、"},
    {"japanese-informal", "japaneseCounting", "、"},
    {"trad-chinese-informal", "japaneseCounting", "、"},
    {"japanese-formal", "japaneseLegal", "、"},
    {"cjk-decimal", "ideographDigital", "、"},
    {"cjk-heavenly-stem", "ideographTraditional", "、"},
    {"cjk-earthly-branch", "ideographZodiac", "、"},
}};

// z is followed by aa.
std::string alphabetic(int number, std::u32string_view alphabet) {
    const auto count = static_cast<int>(alphabet.size());
    std::u32string letters;
    for (int left = number; left > 0; left = (left - 1) / count)
        letters.insert(letters.begin(), alphabet[static_cast<std::size_t>((left - 1) % count)]);
    std::string out;
    for (const char32_t letter : letters) append_utf8(out, letter);
    return out;
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

std::string list_marker(std::string_view style, int number) {
    if (style.size() > 1 && (style.front() == '"' || style.front() == '\'') && style.back() == style.front())
        return std::string(style.substr(1, style.size() - 2));
    const auto named = [&](const auto& one) { return one.style == style; };
    const auto alphabet = std::find_if(kAlphabets.begin(), kAlphabets.end(), named);
    if (alphabet != kAlphabets.end() && number >= 1)
        return alphabetic(number, alphabet->letters).append(alphabet->suffix);
    const auto numerals = std::find_if(kNumerals.begin(), kNumerals.end(), named);
    if (numerals != kNumerals.end() && number >= 1)
        return show_numeral(numerals->name, static_cast<std::uint32_t>(number)).append(numerals->suffix);
    const bool counts = style == "decimal" || alphabet != kAlphabets.end() || numerals != kNumerals.end();
    return counts ? fmt::format("{}. ", number) : "・";
}

std::optional<std::string> list_style_of_type(std::string_view type) {
    if (type == "1") return "decimal";
    if (type == "a") return "lower-alpha";
    if (type == "A") return "upper-alpha";
    if (type == "i") return "lower-roman";
    if (type == "I") return "upper-roman";
    if (type == "disc" || type == "circle" || type == "square") return std::string(type);
    return std::nullopt;
}

bool begins_with_list_marker(std::string_view text) {
    return begins_with_bullet(text) || begins_with_number(text) || begins_with_bracketed_number(text);
}

}  // namespace goalsheet
