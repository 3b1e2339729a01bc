// SPDX-License-Identifier: MIT
#include "text/display.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "goalsheet/text.hpp"

namespace goalsheet {

std::string code_point_name(char32_t c) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)); }

// A variation sequence says which shape of a kanji a name has (葛󠄀城市): it is part of the name.
constexpr char32_t kFirstIvs = 0xE0100;
constexpr char32_t kLastIvs = 0xE01EF;

bool is_invisible(char32_t c) {
    if (c == '\n' || c == '\t') return false;
    if (c < 0xA0) return c < 0x20 || c >= 0x7F;
    if (c > 0x206F && c < 0xFE00) return c == 0x3164;  // nearly all of Japanese
    return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x115F || c == 0x1160 || c == 0x180E ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || c == 0xFFA0 || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFFF9 && c <= 0xFFFB) ||
           (c >= 0xE0000 && c < kFirstIvs) || (c > kLastIvs && c <= 0xE0FFF);
}

std::string excerpt(std::string_view text, std::size_t columns) {
    std::string line;
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size() && width <= columns;) {
        const CodePoint point = decode_at(text, at);
        const std::string_view bytes = text.substr(at, point.length);
        at += point.length;
        if (point.value == '\n' || point.value == '\t') {
            line.push_back(' ');
            ++width;
        } else if (is_invisible(point.value)) {
            const std::string name = code_point_name(point.value);
            line += "〈" + name + "〉";
            width += name.size() + 4;
        } else if (point.value == 0xFFFD) {
            append_utf8(line, point.value);
            width += 2;
        } else {
            line += bytes;
            width += display_width(point.value);
        }
    }
    return cut_to_width(line, columns);
}

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const char32_t c = point.value;
        const bool dash =
            c == '-' || c == 0x2010 || (c >= 0x2012 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D || c == 0x30FC;
        if (!is_space(c) && !is_invisible(c) && !dash) return false;
        at += point.length;
    }
    return true;
}

}  // namespace goalsheet
