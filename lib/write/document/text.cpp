// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"

#include <fmt/format.h>

#include <iterator>

#include "goalsheet/write_html.hpp"
#include "model/published_layout.hpp"
#include "text/escape.hpp"
#include "write/document/published_rows.hpp"

namespace goalsheet {
namespace {

using published::kEscapeClose;
using published::kEscapeOpen;

std::string cell_of(std::string_view text) {
    const std::string named = guard_formula(name_characters(text, true));
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
    const std::string bracket =
        fmt::format("{}U+{:04X}{}", kEscapeOpen, static_cast<unsigned>(title.front()), kEscapeClose);
    return bracket + name_characters(std::string_view(title).substr(1), true);
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
