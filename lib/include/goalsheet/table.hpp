// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "goalsheet/remark.hpp"
#include "goalsheet/source.hpp"
#include "goalsheet/sourced_text.hpp"

namespace goalsheet {

/// A cell as a reader found it. Spans are as browsers clamp them: colspan 1–1000, rowspan 0–65534 (0: to the group's
/// end).
struct Cell {
    SourcedText text;  ///< line breaks as \n, list items as lines that start with ・
    std::uint32_t colspan = 1;
    std::uint32_t rowspan = 1;
    bool header = false;               ///< th
    std::uint32_t source = 0;          ///< offset of the cell itself in the decoded source
    std::vector<SourcedText> residue;  ///< tag text that was taken out of the text
    std::optional<SourcedText> whole;  ///< the text with it, where some was
    std::vector<SourcedText> hidden;   ///< text that browsers do not show
    std::vector<std::size_t> tables;   ///< nested tables, as indexes into Page::tables; their text is not in `text`
};

struct Row {
    std::vector<Cell> cells;
    std::uint32_t group = 0;  ///< rows of one thead, tbody or tfoot share a number; spans end with the group
};

/// A line that stands outside of tables.
struct OutsideLine {
    enum class Kind { line, heading, term, definition };

    SourcedText text;
    Kind kind = Kind::line;
    int level = 0;  ///< of a heading, 1 to 6
};

/// A table in reading order with the words around it.
struct Table {
    std::vector<Row> rows;
    SourcedText caption;
    SourcedText summary;              ///< the summary attribute
    SourcedText heading;              ///< the nearest heading in front of it
    std::vector<SourcedText> prose;   ///< the lines between the heading, or the last table, and this one; the last few
    std::vector<OutsideLine> before;  ///< everything since the table in front, or the page's begin; the last of it
    std::vector<SourcedText>
        following;  ///< the lines right behind it, up to a heading, another table or the end of its parent
    std::vector<SourcedText> hidden_texts;  ///< rows and cells that browsers do not show
    std::vector<Remark> remarks;            ///< about its cells; of interest when it is a sheet
    bool hidden = false;                    ///< inside something with display:none, or a hidden worksheet
    bool nested = false;                    ///< inside a cell of another table
    bool left_open = false;                 ///< the input ended inside it
    std::optional<bool> sheet;              ///< where the form says whether it is one
    std::uint32_t source = 0;
};

/// A block of text that looks like a list, with the heading above it.
struct List {
    SourcedText heading;
    std::vector<SourcedText> entries;
    std::uint32_t source = 0;
};

/// What a reader makes of one input. It knows nothing of goals.
struct Page {
    std::shared_ptr<const SourceText> source;
    std::string format;
    std::string encoding;
    SourcedText title;
    std::vector<SourcedText> headings;  ///< all headings outside of tables, in reading order
    std::vector<List> lists;
    std::vector<Table> tables;
    std::vector<OutsideLine> after;  ///< the lines behind the last table, or of a page without one; the last of them
    std::vector<SourcedText>
        running;  ///< lines of no table: headers and footers of a document, a worksheet of nothing else
    std::vector<Remark> remarks;
};

}  // namespace goalsheet
