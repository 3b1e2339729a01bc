// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace goalsheet {

/// Whether a text is short enough for a table: 40 full-width characters when its lines are joined.
bool fits_cell(std::string_view text);

/// A Markdown text, block by block. Everything given is plain text and is escaped here.
class MarkdownBlocks {
public:
    void heading(int level, std::string_view text);
    /// Lines with ・ become list items, every other line a paragraph.
    void text(std::string_view text);
    void item(std::string_view text);
    /// A relative link on a line of its own.
    void link(std::string_view text, std::string_view target);
    /// The rows that follow must have as many cells.
    void begin_table(const std::vector<std::string>& header);
    void row(const std::vector<std::string>& cells);

    std::string finish() &&;

private:
    enum class Block { none, other, item, table };
    /// An empty line in front of the block, unless it goes on with what came before.
    void begin(Block block);
    void cells(const std::vector<std::string>& cells);

    std::string out_;
    Block last_ = Block::none;
    std::size_t columns_ = 0;
};

}  // namespace goalsheet
