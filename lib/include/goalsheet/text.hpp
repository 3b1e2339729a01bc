// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goalsheet {

/// One code point and the bytes it took. Invalid UTF-8 gives U+FFFD and a length of 1, so a walk always moves on.
struct CodePoint {
    char32_t value = 0;
    std::uint32_t length = 0;
};

/// The characters that decode_at() does not read in line: two and four bytes, U+D000 and above, and what is invalid.
CodePoint decode_rare_at(std::string_view utf8, std::size_t offset);
/// Called for every character of a page, so ASCII, kana and kanji are read in line. Length 0 at the end of the text.
[[gnu::always_inline]] inline CodePoint decode_at(std::string_view utf8, std::size_t offset) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[offset + i]); };
    if (offset >= utf8.size()) return {};
    if (byte(0) < 0x80) return {byte(0), 1};
    // Three bytes that are neither overlong (E0) nor surrogates (ED).
    const bool common = byte(0) > 0xE0 && byte(0) < 0xED && utf8.size() - offset >= 3;
    if (common && (byte(1) & 0xC0U) == 0x80U && (byte(2) & 0xC0U) == 0x80U)
        return {(byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
    return decode_rare_at(utf8, offset);
}
/// The code point that ends just before `offset`; length 0 at the start of the text.
CodePoint decode_before(std::string_view utf8, std::size_t offset);
void append_utf8(std::string& out, char32_t value);
std::size_t count_code_points(std::string_view utf8);
/// Offset of the first byte that is not valid UTF-8 (no surrogates, nothing overlong), or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

/// ASCII white space, U+00A0, U+3000 and the other Unicode spaces.
inline bool is_space(char32_t c) {
    if (c < 0x80) return c == ' ' || (c >= 0x09 && c <= 0x0D);
    if (c > 0x3000) return c == 0xFEFF;
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}
inline bool is_hiragana(char32_t c) { return c >= 0x3041 && c <= 0x309F; }
inline bool is_katakana(char32_t c) {
    return (c >= 0x30A1 && c <= 0x30FF && c != 0x30FB) || (c >= 0xFF66 && c <= 0xFF9F);
}
inline bool is_kanji(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || c == 0x3005;
}
/// 0–9 and ０–９.
inline std::optional<int> digit_value(char32_t c) {
    if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
    if (c >= 0xFF10 && c <= 0xFF19) return static_cast<int>(c - 0xFF10);
    return std::nullopt;
}

/// NFKC (utf8proc). Text that is not valid UTF-8 comes back unchanged.
std::string nfkc(std::string_view utf8);
/// For comparing words: NFKC, all white space gone, ASCII letters in lower case, 〇 as ○.
std::string fold(std::string_view utf8);
std::string_view trim(std::string_view utf8);
std::vector<std::string_view> split_lines(std::string_view utf8);

/// Columns a terminal needs: 2 for wide, full-width and ambiguous characters, 0 for combining and control ones.
std::size_t display_width(std::string_view utf8);
std::size_t display_width(char32_t c);
/// The longest start of the text that fits into `columns`, with … at the end when it was cut.
std::string cut_to_width(std::string_view utf8, std::size_t columns);

/// ①–⑳, ㉑–㉟, ㊱–㊿ to 1–50.
std::optional<int> circled_number(char32_t c);
/// 1 → ①; numbers without a circled form come as (51).
std::string circled(int number);

/// A fiscal year found in running text, with the bytes it took.
struct YearMention {
    std::string label;  ///< as written: 令和7年度, R7, 平成31年度（令和元年度）, 2025年度
    int gregorian = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The first fiscal year in a heading or caption: an era (令和 平成 昭和, R H S) or four digits, with 年度 or, for a
/// single letter, without. A date (令和7年4月1日) is no fiscal year.
std::optional<YearMention> find_fiscal_year(std::string_view utf8);
/// 令和8年度 for 2026, 令和元年度 for 2019, 平成30年度 for 2018.
std::string fiscal_year_label(int gregorian);

}  // namespace goalsheet
