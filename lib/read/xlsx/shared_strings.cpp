// SPDX-License-Identifier: MIT
#include "read/xlsx/shared_strings.hpp"

#include <charconv>
#include <optional>

#include "goalsheet/text.hpp"
#include "read/package/xml.hpp"
#include "text/raised_text.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kEscapeLength = 7;  // _xHHHH_

std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
    if (text.size() - at < kEscapeLength || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_')
        return std::nullopt;
    std::uint32_t unit = 0;
    const char* digits = text.data() + at + 2;
    const auto [end, error] = std::from_chars(digits, digits + 4, unit, 16);
    return error == std::errc() && end == digits + 4 ? std::optional<char32_t>(unit) : std::nullopt;
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

// The character that escapes stand for at this place, and their bytes.
CodePoint decode_escape(std::string_view text, std::size_t at) {
    const auto first = escape_at(text, at);
    if (!first) return {};
    if (is_high_surrogate(*first)) {
        const auto second = escape_at(text, at + kEscapeLength);
        if (second && is_low_surrogate(*second))
            return {0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00), 2 * kEscapeLength};
    }
    const bool character = *first != 0 && !is_high_surrogate(*first) && !is_low_surrogate(*first);
    return {character ? *first : 0xFFFD, kEscapeLength};
}

std::string with_line_feeds(std::string text) {
    if (text.find('\r') == std::string::npos) return text;
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r')
            out.push_back(text[at]);
        else if (at + 1 >= text.size() || text[at + 1] != '\n')
            out.push_back('\n');
    }
    return out;
}

}  // namespace

std::string decode_xstring(std::string_view text) {
    if (text.find("_x") == std::string_view::npos) return with_line_feeds(std::string(text));
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint escaped = decode_escape(text, at);
        if (escaped.length != 0)
            append_utf8(out, escaped.value);
        else
            out.push_back(text[at]);
        at += escaped.length != 0 ? escaped.length : 1;
    }
    return with_line_feeds(std::move(out));
}

bool is_struck_font(pugi::xml_node font) {
    const pugi::xml_node strike = child_of(font, "strike");
    return strike && flag_of(strike.attribute("val"), true);
}

namespace {

char position_of(pugi::xml_node font) {
    const std::string_view value = child_of(font, "vertAlign").attribute("val").value();
    return value == "superscript" ? '^' : value == "subscript" ? '_' : '\0';
}

}  // namespace

XlsxString XlsxString::read(pugi::xml_node item) {
    XlsxString string;
    for (const pugi::xml_node child : item) {
        if (is_element(child, "t")) {
            string.parts_.push_back({decode_xstring(characters_of(child)), Strike::as_cell, 0});
        } else if (is_element(child, "r")) {
            const pugi::xml_node font = child_of(child, "rPr");
            const Strike strike = !font ? Strike::as_cell : is_struck_font(font) ? Strike::yes : Strike::no;
            string.parts_.push_back({decode_xstring(characters_of(child_of(child, "t"))), strike, position_of(font)});
        }
    }
    return string;
}

std::string XlsxString::text(bool cell_is_struck) const {
    std::string text;
    bool open = false;
    for (const Part& part : parts_) {
        const bool struck = part.strike == Strike::yes || (part.strike == Strike::as_cell && cell_is_struck);
        if (part.text.empty()) continue;
        // Blanks between two struck words belong to them; alone they show nothing.
        const bool blank = trim(part.text).empty();
        if (struck && !open && !blank) text += "［取消線：";
        if (!struck && open) text += "］";
        open = struck && (open || !blank);
        text += part.position == '^'   ? mark_raised(part.text)
                : part.position == '_' ? mark_lowered(part.text, text)
                                       : part.text;
    }
    return open ? text + "］" : text;
}

}  // namespace goalsheet
