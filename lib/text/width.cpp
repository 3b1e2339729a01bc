// SPDX-License-Identifier: MIT
#include <utf8proc.h>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

// East Asian Ambiguous characters that Japanese terminals and fonts draw wide (UAX #11). Blocks, not single characters:
// the marks our sheets use (①～％→※○●■…) all lie in them.
bool is_ambiguous_wide(char32_t c) {
    return (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) || (c >= 0x2100 && c <= 0x23FF) ||
           (c >= 0x2460 && c <= 0x27BF) || (c >= 0x2900 && c <= 0x2BFF) || c == 0xD7 || c == 0xF7 || c == 0xB1 ||
           c == 0xA7 || c == 0xB0 || c == 0xB6 || (c >= 0x391 && c <= 0x3C9) || (c >= 0x401 && c <= 0x451);
}

}  // namespace

std::size_t display_width(char32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return 0;
    if (c < 0x7F) return 1;
    if (is_ambiguous_wide(c)) return 2;
    const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
    return width < 0 ? 0 : static_cast<std::size_t>(width);
}

std::size_t display_width(std::string_view utf8) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        width += display_width(point.value);
        at += point.length;
    }
    return width;
}

std::string cut_to_width(std::string_view utf8, std::size_t columns) {
    if (display_width(utf8) <= columns) return std::string(utf8);
    constexpr std::size_t kEllipsis = 2;
    std::size_t width = 0;
    std::size_t at = 0;
    while (at < utf8.size()) {
        const CodePoint point = decode_at(utf8, at);
        const std::size_t next = width + display_width(point.value);
        if (next + kEllipsis > columns) break;
        width = next;
        at += point.length;
    }
    return std::string(utf8.substr(0, at)) + (columns >= kEllipsis ? "…" : "");
}

}  // namespace goalsheet
