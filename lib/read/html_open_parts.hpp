// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "goalsheet/table.hpp"
#include "read/cell_text.hpp"

// What the reader of pages has open on its way through the tree.
namespace goalsheet {

/// Where a heading, a term or a definition stands in the text.
struct HtmlOutsideMark {
    std::size_t begin;
    std::size_t end;
    OutsideLine::Kind kind;
    int level;
};

/// Text goes to the innermost one: the page itself, a cell, something hidden.
struct HtmlContext {
    CellText text;
    std::size_t prose_begin = 0;
    std::size_t outside_begin = 0;       ///< behind the last table
    std::vector<HtmlOutsideMark> marks;  ///< headings, terms and definitions since then
    std::vector<std::size_t> tables;
    std::vector<SourcedText> hidden;
    std::vector<std::string> hints;  ///< title and placeholder attributes
};

struct HtmlOpenTable {
    std::size_t index;
    std::uint32_t group = 0;
    std::vector<Row> head, body, foot;
    bool head_done = false, foot_done = false;
};

struct HtmlOpenList {
    std::string style;  ///< of its markers, a name of CSS
    int next;
    int step;
    std::size_t list_index;
};

/// The table that text in the same parent belongs to.
struct HtmlFollowing {
    std::size_t table;
    std::size_t begin;  ///< in the text of the context that holds the table
};

}  // namespace goalsheet
