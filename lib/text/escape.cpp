// SPDX-License-Identifier: MIT
#include "text/escape.hpp"

#include <fmt/format.h>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// XML 1.0, production 2 (Char): tab, line feed, carriage return and everything from the space on but surrogates, FFFE
// and FFFF.
bool is_xml_char(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c != 0xFFFE && c != 0xFFFF;
}

void append_xml_char(std::string& out, std::string_view bytes, char32_t value) {
    if (value == '&')
        out += "&amp;";
    else if (value == '<')
        out += "&lt;";
    else if (value == '>')
        out += "&gt;";
    else
        out += is_xml_char(value) ? bytes : kReplacement;
}

// U+202A–202E, U+2066–2069, U+200E/F: what they reorder looks like other text than it is.
bool is_direction_mark(char32_t c) {
    return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

void append_terminal_char(std::string& out, std::string_view bytes, char32_t value) {
    const bool broken = value == 0xFFFD && bytes.size() == 1;
    if (value == '\n')
        out += "\\n";
    else if (broken || is_control(value))
        out += fmt::format("\\x{:02x}", broken ? static_cast<unsigned char>(bytes[0]) : static_cast<unsigned>(value));
    else if (is_direction_mark(value))
        out += fmt::format("\\u{:04x}", static_cast<unsigned>(value));
    else
        out += bytes;
}

template <class Append>
std::string map_characters(std::string_view text, Append append) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        append(out, text.substr(at, point.length), point.value);
        at += point.length;
    }
    return out;
}

bool starts_formula(char c) { return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r'; }

}  // namespace

std::string quote_csv(std::string_view text) {
    std::string out = "\"";
    if (!text.empty() && starts_formula(text.front())) out += '\'';
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool crlf = c == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
        if (crlf) continue;
        if (c == '\n' || c == '\r')
            out += " / ";
        else if (c == '"')
            out += "\"\"";
        else
            out += c;
    }
    return out += '"';
}

std::string quote_csv_number(std::string_view digits) { return fmt::format("\"{}\"", digits); }

std::string escape_xml(std::string_view text) { return map_characters(text, append_xml_char); }

std::string escape_xml_attribute(std::string_view text) {
    return map_characters(text, [](std::string& out, std::string_view bytes, char32_t value) {
        if (value == '"')
            out += "&quot;";
        else if (value == '\n' || value == '\t' || value == '\r')
            out += fmt::format("&#{};", static_cast<unsigned>(value));
        else
            append_xml_char(out, bytes, value);
    });
}

std::string escape_terminal(std::string_view text) { return map_characters(text, append_terminal_char); }

}  // namespace goalsheet
