// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "goalsheet/table.hpp"

namespace goalsheet::test {

/// The cells of a table in their places, and the ranges that are merged: A1:C1.
struct PastedTable {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> merges;
};

/// As browsers lay it out; columns beyond 20 are left out.
PastedTable paste_table(const Table& table);

/// Rows of tab-separated cells, as a spreadsheet copies them: those with line breaks in quotes. An empty line ends a
/// table.
std::string copy_as_text(std::span<const PastedTable> tables);

/// A workbook with a worksheet for each table.
std::string worksheets_of(std::span<const PastedTable> tables);

/// A whole page, tables and the lines between them, as copied text, and on one worksheet.
std::string copy_page_as_text(const Page& page);
std::string paste_page_as_workbook(const Page& page);

}  // namespace goalsheet::test
