// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <iterator>

#include "goalsheet/text.hpp"
#include "goalsheet/write_html.hpp"
#include "model/published.hpp"
#include "write/published_rows.hpp"

namespace goalsheet {
namespace {

using published::kEscapeClose;
using published::kEscapeOpen;

// "<td" and the like make a file HTML, whatever else is in it.
bool begins_tag(std::string_view text, std::size_t at) {
    if (text[at] != '<' || at + 1 >= text.size()) return false;
    const char next = text[at + 1];
    return next == '/' || next == '!' || next == '?' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

// Control characters: encodings and line ends are found by them.
bool must_be_named(std::string_view text, std::size_t at, char32_t c) {
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
    return control || begins_tag(text, at) || text.substr(at).starts_with(kEscapeOpen);
}

void add_name(std::string& out, char32_t c) {
    fmt::format_to(std::back_inserter(out), "{}U+{:04X}{}", kEscapeOpen, static_cast<unsigned>(c), kEscapeClose);
}

void add_character(std::string& out, std::string_view bytes, char32_t c) {
    if (c == 0xFFFD)
        out += "\xEF\xBF\xBD";  // also for bytes that are no UTF-8
    else
        out += bytes;
}

// White space at the ends of a cell is nobody's intention in copied text; here it is.
std::string named_text(std::string_view text) {
    const std::string_view core = trim(text);
    const std::size_t begin = core.empty() ? text.size() : static_cast<std::size_t>(core.data() - text.data());
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (at < begin || at >= begin + core.size() || must_be_named(text, at, point.value))
            add_name(out, point.value);
        else
            add_character(out, text.substr(at, point.length), point.value);
        at += point.length;
    }
    return out;
}

std::string cell_of(std::string_view text) {
    std::string named = named_text(text);
    if (named.find_first_of("\n\t") == std::string::npos && !named.starts_with('"')) return named;
    std::string quoted = "\"";
    for (const char c : named) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted += '"';
}

// A file that begins with a bracket is JSON.
std::string title_line(const Document& document) {
    const std::string title = published_title(document);
    if (!title.starts_with('[') && !title.starts_with('{')) return cell_of(title);
    std::string line;
    add_name(line, static_cast<char32_t>(title.front()));
    return line + named_text(std::string_view(title).substr(1));
}

// Spanned columns stay as empty cells, so that every row is as wide as the table.
void add_rows(std::string& out, const PublishedBlock& block, std::uint32_t columns) {
    for (const PublishedRow& row : block) {
        std::uint32_t column = 0;
        for (const PublishedCell& cell : row) {
            out.append(cell.column - column, '\t');
            column = cell.column;
            out += cell_of(cell.text);
        }
        out.append(columns - 1 - column, '\t').append("\n");
    }
}

}  // namespace

std::string write_text_form(const Document& document) {
    std::string out = title_line(document) + "\n\n";
    add_rows(out, published_page(document), kPublishedPageColumns);
    for (const Sheet& sheet : document.sheets) {
        out += '\n';
        for (const PublishedBlock& block : published_sheet(sheet)) add_rows(out, block, kPublishedColumns);
    }
    return out;
}

std::string write_text_form(std::span<const Document> documents) {
    std::string out;
    for (const Document& document : documents) {
        if (!out.empty()) out += '\n';
        out += write_text_form(document);
    }
    return out;
}

}  // namespace goalsheet
