// SPDX-License-Identifier: MIT
#include "write/format/markdown.hpp"

#include <fmt/format.h>

#include <cassert>

#include "goalsheet/text.hpp"
#include "text/escape.hpp"
#include "text/paragraphs.hpp"

namespace goalsheet {
namespace {

// RFC 3986 percent-encoding of everything but unreserved characters and the slash.
std::string percent_encode(std::string_view path) {
    std::string out;
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-._~/").find(c) != std::string_view::npos;
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

}  // namespace

bool fits_cell(std::string_view text) {
    constexpr std::size_t kMostColumns = 80;
    constexpr std::size_t kMostLines = 3;
    return display_width(text) <= kMostColumns && split_lines(text).size() <= kMostLines;
}

void MarkdownBlocks::begin(Block block) {
    const bool goes_on = block == last_ && (block == Block::item || block == Block::table);
    if (last_ != Block::none && !goes_on) out_ += '\n';
    last_ = block;
}

void MarkdownBlocks::heading(int level, std::string_view text) {
    begin(Block::other);
    out_.append(static_cast<std::size_t>(level), '#');
    out_ += ' ' + escape_markdown_line(trim(text)) + '\n';
}

void MarkdownBlocks::text(std::string_view text) {
    for (const Paragraph& paragraph : split_paragraphs(text)) {
        if (paragraph.bullet) {
            item(paragraph.text);
        } else {
            begin(Block::other);
            out_ += escape_markdown_line(paragraph.text) + '\n';
        }
    }
}

void MarkdownBlocks::item(std::string_view text) {
    begin(Block::item);
    out_ += "- " + escape_markdown_line(trim(text)) + '\n';
}

void MarkdownBlocks::link(std::string_view text, std::string_view target) {
    begin(Block::other);
    out_ += fmt::format("[{}]({})\n", escape_markdown_line(text), percent_encode(target));
}

void MarkdownBlocks::begin_table(const std::vector<std::string>& header) {
    last_ = last_ == Block::table ? Block::other : last_;
    begin(Block::table);
    columns_ = header.size();
    cells(header);
    out_ += '|';
    for (std::size_t i = 0; i < columns_; ++i) out_ += " --- |";
    out_ += '\n';
}

void MarkdownBlocks::row(const std::vector<std::string>& row_cells) {
    assert(last_ == Block::table && row_cells.size() == columns_);
    cells(row_cells);
}

void MarkdownBlocks::cells(const std::vector<std::string>& row_cells) {
    out_ += '|';
    for (const std::string& cell : row_cells) out_ += ' ' + escape_markdown_cell(cell) + " |";
    out_ += '\n';
}

std::string MarkdownBlocks::finish() && { return std::move(out_); }

}  // namespace goalsheet
