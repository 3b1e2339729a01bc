// SPDX-License-Identifier: MIT
#include "text/escape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

// XML 1.0, production 2 (Char): tab, line feed, carriage return and everything from the space on but surrogates, FFFE
// and FFFF.
bool is_xml_char(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c != 0xFFFE && c != 0xFFFF;
}

bool is_command_bracket(std::string_view text, std::size_t at) {
    return text[at] == '[' && ends_as_command(text.substr(0, at));
}

void append_xml_char(std::string& out, std::string_view bytes, char32_t value) {
    if (value == '&')
        out += "&amp;";
    else if (value == '<')
        out += "&lt;";
    else if (value == '>')
        out += "&gt;";
    else if (value == '[' && ends_as_command(out))
        out += "&#91;";
    else
        out += is_xml_char(value) ? bytes : kReplacementText;
}

// U+202A–202E, U+2066–2069, U+200E/F, U+061C: what they reorder looks like other text than it is. Tag characters
// (U+E0000 on) carry a text that nobody sees, and U+2028/9 begin a line where few expect it.
bool is_misleading(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           (c >= 0xE0000 && c <= 0xE007F);
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

void append_terminal_char(std::string& out, std::string_view bytes, char32_t value) {
    const bool broken = value == 0xFFFD && bytes.size() == 1;
    if (value == '\n')
        out += "\\n";
    else if (broken || is_control(value))
        out += fmt::format("\\x{:02x}", broken ? static_cast<unsigned char>(bytes[0]) : static_cast<unsigned>(value));
    else if (is_misleading(value))
        out += value > 0xFFFF ? fmt::format("\\U{:08x}", static_cast<unsigned>(value))
                              : fmt::format("\\u{:04x}", static_cast<unsigned>(value));
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

// Where the next character begins that may have to be escaped: by its first byte.
std::size_t next_to_escape(std::string_view json, std::size_t at) {
    static constexpr auto kMayBe = [] {
        std::array<bool, 256> table{};
        for (const std::size_t byte : {0x5BU, 0x7FU, 0xC2U, 0xD8U, 0xE2U, 0xF3U}) table[byte] = true;
        return table;
    }();
    while (at < json.size() && !kMayBe[static_cast<unsigned char>(json[at])]) ++at;
    return at;
}

void append_json_unit(std::string& out, char32_t unit) { out += fmt::format("\\u{:04x}", static_cast<unsigned>(unit)); }

// A surrogate pair where JSON has no shorter way (RFC 8259 §7).
void append_json_escape(std::string& out, char32_t c) {
    if (c <= 0xFFFF) return append_json_unit(out, c);
    append_json_unit(out, 0xD800 + ((c - 0x10000) >> 10U));
    append_json_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FFU));
}

bool starts_formula(char32_t c) {
    // − and the small forms stand for the ASCII ones in code pages that have no others (CP932).
    constexpr std::u32string_view kSigns = U"=+-@＝＋－＠−﹦﹢﹣﹫\t\r";
    return c != 0 && kSigns.find(c) != std::u32string_view::npos;
}

std::size_t count_apostrophes(std::string_view cell) { return std::min(cell.find_first_not_of('\''), cell.size()); }

std::size_t behind_blanks(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && is_space(decode_at(line, at).value)) at += decode_at(line, at).length;
    return at;
}

std::optional<std::size_t> find_bracket_command(std::string_view line, std::size_t from) {
    for (std::size_t at = line.find("##", from); at != std::string_view::npos; at = line.find("##", at + 1)) {
        const std::string_view rest = line.substr(at + 2);
        if (rest.starts_with("[")) return at + 2;
        if (rest.starts_with("vso[")) return at + 2 + std::string_view("vso").size();
    }
    return std::nullopt;
}

void append_guarded_line(std::string& out, std::string_view line) {
    std::size_t done = 0;
    if (const std::size_t begin = behind_blanks(line); line.substr(begin).starts_with("::")) {
        out.append(line.substr(0, begin)).append("\\");
        done = begin;
    }
    while (const auto bracket = find_bracket_command(line, done)) {
        out.append(line.substr(done, *bracket - done)).append("\\[");
        done = *bracket + 1;
    }
    out.append(line.substr(done));
}

}  // namespace

std::string quote_csv(std::string_view text) {
    std::string out = "\"";
    if (begins_formula(text)) out += '\'';
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool crlf = c == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
        if (crlf) continue;
        if (c == '\n' || c == '\r')
            out += " / ";
        else if (c == '"')
            out += "\"\"";
        else if (is_command_bracket(text, at))
            out += "\\[";
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

std::string escape_in_json(std::string json) {
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = next_to_escape(json, 0); at < json.size(); at = next_to_escape(json, at)) {
        const CodePoint point = decode_at(json, at);
        if (is_control(point.value) || is_misleading(point.value) || is_command_bracket(json, at)) {
            out.append(json, done, at - done);
            append_json_escape(out, point.value);
            done = at + point.length;
        }
        at += point.length;
    }
    return done == 0 ? json : out.append(json, done);
}

std::string escape_terminal(std::string_view text) { return map_characters(text, append_terminal_char); }

bool ends_as_command(std::string_view before) { return before.ends_with("##") || before.ends_with("##vso"); }

std::optional<std::size_t> find_command(std::string_view line) {
    const std::size_t begin = behind_blanks(line);
    if (line.substr(begin).starts_with("::")) return begin;
    return find_bracket_command(line, 0);
}

std::string guard_commands(std::string_view lines) {
    if (lines.find("::") == std::string_view::npos && lines.find("##") == std::string_view::npos)
        return std::string(lines);
    std::string out;
    out.reserve(lines.size() + 8);
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = std::min(lines.find_first_of("\n\r", at), lines.size());
        append_guarded_line(out, lines.substr(at, end - at));
        if (end < lines.size()) out += lines[end];
        at = end + 1;
    }
    return out;
}

bool begins_formula(std::string_view cell) {
    const CodePoint first = decode_at(cell, 0);
    if (!starts_formula(first.value)) return false;
    const bool dash = first.value == '-' || first.value == U'－' || first.value == U'−';
    return !dash || first.length < cell.size();
}

std::string guard_formula(std::string_view cell) {
    const bool guard = begins_formula(cell.substr(count_apostrophes(cell)));
    return (guard ? "'" : "") + std::string(cell);
}

std::size_t formula_guard_length(std::string_view cell) {
    const std::size_t apostrophes = count_apostrophes(cell);
    return apostrophes > 0 && begins_formula(cell.substr(apostrophes)) ? 1 : 0;
}

}  // namespace goalsheet
