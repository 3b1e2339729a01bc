// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "model/heading_finder.hpp"
#include "model/left_axis.hpp"

namespace goalsheet {

/// What a table is to the sheets of a page.
enum class TableKind {
    other,   ///< something else, or nothing that says what it is
    items,   ///< rows that say what is done or measured, with a target or a report
    header,  ///< fields of a header block, a goal among them; a sheet with the items that follow, or under its own
             ///< title
    fields,  ///< a header field or two: of a sheet only where items follow
};

/// What was met in a table that is no sheet, for whoever looks for one.
struct TableSigns {
    std::size_t table = 0;             ///< which of the page, from 1
    std::vector<std::string> known;    ///< labels with a meaning
    std::vector<std::string> unknown;  ///< words in its heading that no form has
    bool names_something = false;
    bool has_target = false;
    bool has_report = false;
};

/// Weighs what a table may be.
class TableJudge {
public:
    explicit TableJudge(HeadingFinder& headings) : headings_(&headings) {}

    /// `under_title`: words around the table call it a goal sheet.
    TableKind judge(const LaidTable& table, bool under_title);
    TableSigns signs(const LaidTable& table);

private:
    bool has_items(const LaidTable& table, bool under_title, bool goal);
    bool are_items(const LaidTable& table, std::uint32_t first_row, const ItemHeading& heading, bool under_title,
                   bool goal);

    HeadingFinder* headings_;
};

}  // namespace goalsheet
