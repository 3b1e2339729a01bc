// SPDX-License-Identifier: MIT
#include "model/numbering/list_marker_at.hpp"

#include "goalsheet/text.hpp"

namespace goalsheet::numbering {
namespace {

constexpr int kMostMeasures = 999;
constexpr std::u32string_view kKana = U"アイウエオカキクケコサシスセソタチツテト";

int kana_number(char32_t c) {
    const std::size_t at = kKana.find(c);
    return at == std::u32string_view::npos ? 0 : static_cast<int>(at) + 1;
}

}  // namespace

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] != '\n') {
        const CodePoint point = decode_at(text, at);
        if (!is_space(point.value)) break;
        at += point.length;
    }
    return at;
}

int read_small_number(std::string_view text, std::size_t& at) {
    int value = 0;
    int digits = 0;
    std::size_t pos = at;
    while (pos < text.size()) {
        const CodePoint point = decode_at(text, pos);
        const auto digit = digit_value(point.value);
        if (!digit) break;
        value = value * 10 + *digit;
        if (++digits > 3) return 0;
        pos += point.length;
    }
    if (digits == 0 || value > kMostMeasures) return 0;
    at = pos;
    return value;
}

std::optional<Marker> bracketed_at(std::string_view text, std::size_t at) {
    const CodePoint first = decode_at(text, at);
    if (first.value >= 0x2474 && first.value <= 0x2487)
        return Marker{at, at + first.length, static_cast<int>(first.value - 0x2474) + 1};
    if (!is_open(first.value)) return std::nullopt;
    std::size_t pos = skip_blanks(text, at + first.length);
    const int number = read_small_number(text, pos);
    if (number == 0) return std::nullopt;
    pos = skip_blanks(text, pos);
    const CodePoint close = decode_at(text, pos);
    if (!is_close(close.value)) return std::nullopt;
    return Marker{at, pos + close.length, number};
}

std::optional<Marker> digits_then(std::string_view text, std::size_t at, std::u32string_view closers) {
    std::size_t pos = at;
    const int number = read_small_number(text, pos);
    if (number == 0) return std::nullopt;
    const CodePoint close = decode_at(text, pos);
    if (close.length == 0 || closers.find(close.value) == std::u32string_view::npos) return std::nullopt;
    // 1.5 is a decimal.
    const bool dot = close.value == '.' || close.value == U'．';
    if (dot && digit_value(decode_at(text, pos + close.length).value)) return std::nullopt;
    return Marker{at, pos + close.length, number};
}

std::optional<Marker> circled_at(std::string_view text, std::size_t at) {
    const CodePoint first = decode_at(text, at);
    const auto number = circled_number(first.value);
    if (!number) return std::nullopt;
    return Marker{at, at + first.length, *number};
}

std::optional<Marker> kana_at(std::string_view text, std::size_t at) {
    const CodePoint first = decode_at(text, at);
    const bool open = is_open(first.value);
    const CodePoint letter = open ? decode_at(text, at + first.length) : first;
    const int number = kana_number(letter.value);
    if (number == 0) return std::nullopt;
    const std::size_t after = at + (open ? first.length : 0) + letter.length;
    const CodePoint close = decode_at(text, after);
    if (open && !is_close(close.value)) return std::nullopt;
    constexpr std::u32string_view kClosers = U") ）.．、,　：:";
    if (!open && close.length != 0 && close.value != '\n' && kClosers.find(close.value) == std::u32string_view::npos)
        return std::nullopt;
    if (close.value == '\n') return Marker{at, after, number};
    return Marker{at, after + close.length, number};
}

std::optional<Marker> bullet_at(std::string_view text, std::size_t at) {
    const CodePoint first = decode_at(text, at);
    constexpr std::u32string_view kBullets = U"・･•‣⚫-－‐–";
    if (first.length == 0 || kBullets.find(first.value) == std::u32string_view::npos) return std::nullopt;
    const bool dash = first.value != U'・' && first.value != U'･' && first.value != U'•';
    if (dash && !is_space(decode_at(text, at + first.length).value)) return std::nullopt;
    return Marker{at, at + first.length, 1};
}

std::optional<Marker> marker_at(std::string_view text, std::size_t at, NumberStyle style) {
    switch (style) {
        case NumberStyle::bracketed:
            return bracketed_at(text, at);
        case NumberStyle::half_bracket:
            return digits_then(text, at, U")）");
        case NumberStyle::circled:
            return circled_at(text, at);
        case NumberStyle::kana:
            return kana_at(text, at);
        case NumberStyle::dotted:
            return digits_then(text, at, U".．");
        case NumberStyle::bullet:
            return bullet_at(text, at);
    }
    return std::nullopt;
}

}  // namespace goalsheet::numbering
