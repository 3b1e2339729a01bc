// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalsheet/result.hpp"

namespace goalsheet {

/// A cell that has text, perhaps only white space, as a spreadsheet shows it. Rows and columns count from 0.
struct XlsxCell {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::string_view text;  ///< in XlsxWorkbook::texts; line ends are LF
};

/// What is odd about a cell's text. The kind is a remark's.
struct XlsxNote {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    const char* kind = "";
    std::string detail;
};

/// From the first cell to the last.
struct XlsxRange {
    std::uint32_t first_row = 0;
    std::uint32_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint32_t last_column = 0;
};

/// A text that stands in no cell: in a text box, a comment, a link's tip, an input prompt, a printed header or footer.
struct XlsxBeside {
    std::uint32_t row = 0;  ///< of the cell it belongs to, 0 where it belongs to none
    std::uint32_t column = 0;
    bool shown = false;  ///< on the sheet or its print, without anybody asking for it
    std::string text;
    bool comment = false;
};

struct XlsxWorksheet {
    std::string name;
    bool hidden = false;
    std::vector<XlsxCell> cells;  ///< by row and column; those without text are left out
    std::vector<XlsxRange> merges;
    std::vector<XlsxNote> notes;  ///< by row and column
    std::vector<XlsxBeside> beside;
    std::vector<std::uint32_t> hidden_rows;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_columns;  ///< from first to last
};

/// A defined name and the first cell it stands for.
struct XlsxName {
    std::string name;
    std::string sheet;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
};

struct XlsxWorkbook {
    std::vector<XlsxWorksheet> sheets;  ///< in the order of their tabs; charts are none
    std::vector<XlsxName> names;        ///< of cells, those of single sheets too
    bool is_own = false;                ///< a form that goalsheet made, filled in
    std::deque<std::string> texts;
};

/// Worksheets of an .xlsx or .xlsm (ECMA-376, transitional or strict). Formulas are never computed: the value saved
/// last counts. Furigana is no text; struck-out parts come as ［取消線：…］. A fault for what is no such workbook, is
/// damaged, or exceeds a limit.
Result<XlsxWorkbook> read_workbook(std::string_view bytes, const std::string& path);

/// B3, $B$3, A1:C4; nothing for what is no such reference.
std::optional<XlsxRange> xlsx_range(std::string_view reference);

/// A1, AB12.
std::string xlsx_cell_name(std::uint32_t row, std::uint32_t column);

}  // namespace goalsheet
