// SPDX-License-Identifier: MIT
#include "text/log_safe.hpp"

#include "goalsheet/text.hpp"
#include "text/display.hpp"
#include "text/escape.hpp"

namespace goalsheet {

std::string visible_at(std::string_view text, std::size_t at) {
    const CodePoint point = decode_at(text, at);
    std::string out;
    if (point.value == '\t' || point.value == '\n') return " ";
    if (point.value < 0x20) {
        append_utf8(out, 0x2400 + point.value);  // control pictures
        return out;
    }
    if (is_invisible(point.value)) return "·";
    if (point.value == '[' && ends_as_command(text.substr(0, at))) return "\\[";
    append_utf8(out, point.value);
    return out;
}

std::size_t visible_width(std::string_view text, std::size_t at) { return display_width(visible_at(text, at)); }

std::string log_safe(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).length) out += visible_at(text, at);
    return out;
}

std::string without_controls(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (point.value == '\n' || point.value == '\t' || point.value == '\r')
            out.push_back(text[at]);
        else if (is_invisible(point.value))
            out += visible_at(text, at);
        else
            append_utf8(out, point.value);
        at += point.length;
    }
    return out;
}

std::string xml_safe(std::string_view text) {
    std::string out;
    const std::string plain = without_controls(text);
    for (std::size_t at = 0; at < plain.size();) {
        const CodePoint point = decode_at(plain, at);
        if (point.value == '[' && ends_as_command(out)) out += '\\';
        if (point.value != 0xFFFE && point.value != 0xFFFF) append_utf8(out, point.value);
        at += point.length;
    }
    return out;
}

}  // namespace goalsheet
