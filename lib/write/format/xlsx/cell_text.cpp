// SPDX-License-Identifier: MIT
#include "write/format/xlsx/cell_text.hpp"

#include <algorithm>
#include <cctype>

#include "goalsheet/text.hpp"

namespace goalsheet::xlsx {
namespace {

constexpr std::size_t kEscapeLength = 7;  // _xHHHH_
constexpr std::string_view kEscapedUnderscore = "_x005F_";

bool is_forbidden(char32_t c) { return (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF; }

bool starts_escape(std::string_view text, std::size_t at) {
    if (text.size() - at < kEscapeLength || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return false;
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                       text.begin() + static_cast<std::ptrdiff_t>(at) + 6,
                       [](unsigned char c) { return std::isxdigit(c) != 0; });
}

std::size_t units_of(char32_t c) { return c >= 0x10000 ? 2 : 1; }

}  // namespace

std::string clean_text(std::string_view text, Repairs& repairs) {
    std::string clean;
    clean.reserve(text.size());
    std::size_t kept = 0;  // up to here `clean` has what it needs
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const std::size_t next = at + point.length;
        const bool broken = point.value == 0xFFFD && point.length == 1;
        if (broken || point.value == '\r' || is_forbidden(point.value)) {
            clean.append(text, kept, at - kept);
            kept = next;
            if (broken) append_utf8(clean, point.value);
            if (point.value == '\r' && (next >= text.size() || text[next] != '\n')) clean.push_back('\n');
            repairs.invalid += broken ? 1 : 0;
            repairs.controls += broken || point.value == '\r' ? 0 : 1;
        }
        at = next;
    }
    return clean.append(text, kept);
}

std::string escape_text(std::string_view clean) {
    std::string escaped;
    escaped.reserve(clean.size());
    std::size_t kept = 0;
    for (std::size_t at = clean.find('_'); at != std::string_view::npos; at = clean.find('_', at + 1)) {
        if (!starts_escape(clean, at)) continue;
        escaped.append(clean, kept, at - kept).append(kEscapedUnderscore);
        kept = at + 1;
    }
    return escaped.append(clean, kept);
}

std::size_t count_utf16_units(std::string_view utf8) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        units += units_of(point.value);
        at += point.length;
    }
    return units;
}

std::vector<std::string_view> split_for_cells(std::string_view clean, std::size_t max_units) {
    if (clean.size() <= max_units / 2) return {clean};  // a byte takes two units at most, in an escape
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    std::size_t units = 0;
    for (std::size_t at = 0; at < clean.size();) {
        const CodePoint point = decode_at(clean, at);
        const std::size_t cost = starts_escape(clean, at) ? kEscapedUnderscore.size() : units_of(point.value);
        if (units + cost > max_units && at > begin) {
            pieces.push_back(clean.substr(begin, at - begin));
            begin = at;
            units = 0;
        }
        units += cost;
        at += point.length;
    }
    pieces.push_back(clean.substr(begin));
    return pieces;
}

}  // namespace goalsheet::xlsx
