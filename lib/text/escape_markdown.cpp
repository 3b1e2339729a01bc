// SPDX-License-Identifier: MIT
#include <algorithm>

#include "goalsheet/text.hpp"
#include "text/escape.hpp"

namespace goalsheet {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Characters that one of cmark, cmark-gfm and pandoc takes for markup wherever they stand: * and ~ even between
// Japanese letters, $ ^ { in pandoc, & in front of an entity's name, # at a heading's end.
bool is_markup(char c) { return std::string_view("\\`*_~<&[]|$^{}#").find(c) != std::string_view::npos; }

// RFC 3986: a URL ends in front of the Japanese text that follows it without a space.
bool is_url_char(char c) {
    return is_digit(c) || is_ascii_letter(c) ||
           std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

// The length of the URL at the start of the text, without the punctuation that closes the sentence around it; 0 if
// none.
std::size_t url_length(std::string_view text) {
    const auto scheme = {std::string_view("https://"), std::string_view("http://")};
    const auto found =
        std::find_if(scheme.begin(), scheme.end(), [&](std::string_view s) { return text.starts_with(s); });
    if (found == scheme.end()) return 0;
    std::size_t end = found->size();
    while (end < text.size() && is_url_char(text[end])) ++end;
    while (end > found->size() && std::string_view(".,;:!?)'[]").find(text[end - 1]) != std::string_view::npos) --end;
    return end > found->size() ? end : 0;
}

// Bytes of a list number at the start of a line, with its bracket or dot: (1) 1) 12. a) — pandoc renumbers all of them.
// One without a blank behind it numbers nothing.
std::size_t list_number_length(std::string_view line) {
    constexpr std::size_t kLongest = 9;  // CommonMark: a list number has at most nine digits
    const std::size_t first = line.starts_with('(') ? 1 : 0;
    std::size_t end = first;
    while (end < line.size() && end - first < kLongest && (is_digit(line[end]) || is_ascii_letter(line[end]))) ++end;
    const bool closed = end > first && end < line.size() && (line[end] == ')' || line[end] == '.');
    const bool apart = end + 1 >= line.size() || is_blank(line[end + 1]);
    return closed && apart ? end + 1 : 0;
}

// Writes what would open a block at the start of a line (rule, list, quote, setext line, definition) so that it does
// not. Returns how many bytes of the line it took.
std::size_t append_line_start(std::string& out, std::string_view line) {
    const std::size_t number = list_number_length(line);
    for (const char c : line.substr(0, number)) {
        if (c == '(' || c == ')' || c == '.') out += '\\';
        out += c;
    }
    if (number > 0) return number;
    if (line.empty() || std::string_view("-+>=:%").find(line.front()) == std::string_view::npos) return 0;
    out += '\\';
    out += line.front();
    return 1;
}

// Blanks at both ends of a line mean code, a hard break or nothing at all; as references they are only blanks.
void append_blanks(std::string& out, std::string_view blanks) {
    for (const char c : blanks) out += c == ' ' ? "&#32;" : "&#9;";
}

void append_inline(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t url = text[at] == 'h' ? url_length(text.substr(at)) : 0;
        if (url > 0) {
            out.append("<").append(text.substr(at, url)).append(">");
            at += url;
            continue;
        }
        const bool www = text.substr(at).starts_with("www.");  // GFM links it together with the Japanese tail
        if (www) out += "www\\";
        if (is_markup(text[at])) out += '\\';
        out += www ? '.' : text[at];
        at += www ? 4 : 1;
    }
}

// Where a line stands: at the start of a block it could open another one, inside a table cell it cannot.
enum class Place { block, cell };

void append_line(std::string& out, std::string_view line, Place place) {
    const auto head = static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_blank) - line.begin());
    append_blanks(out, line.substr(0, head));
    line.remove_prefix(head);
    std::size_t tail = line.size();
    while (tail > 0 && is_blank(line[tail - 1])) --tail;
    const std::size_t start = place == Place::block ? append_line_start(out, line.substr(0, tail)) : 0;
    append_inline(out, line.substr(start, tail - start));
    append_blanks(out, line.substr(tail));
}

std::string escape_lines(std::string_view text, std::string_view line_end, Place place) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    bool first = true;
    for (const std::string_view line : split_lines(text)) {
        if (!first) out += line_end;
        append_line(out, line.ends_with('\r') ? line.substr(0, line.size() - 1) : line, place);
        first = false;
    }
    return out;
}

}  // namespace

std::string escape_markdown(std::string_view text) { return escape_lines(text, "\n", Place::block); }
std::string escape_markdown_line(std::string_view text) { return escape_lines(text, " ", Place::block); }
std::string escape_markdown_cell(std::string_view text) { return escape_lines(text, " ／ ", Place::cell); }

}  // namespace goalsheet
