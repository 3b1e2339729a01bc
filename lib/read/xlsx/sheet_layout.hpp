// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "read/xlsx/workbook.hpp"

namespace goalsheet {

/// A cell of a worksheet in its place among those that are shown, with or without text. Rows and columns are those of
/// the worksheet, spans count shown ones that hold something.
struct XlsxPlaced {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::uint32_t rowspan = 1;
    std::uint32_t colspan = 1;
    std::string_view text;
    std::vector<const XlsxCell*> covered;  ///< cells with text that a merged one lies over
};

/// A worksheet without its hidden and its blank rows and columns.
struct XlsxLayout {
    std::vector<std::vector<XlsxPlaced>> rows;
    std::vector<const XlsxCell*> hidden;  ///< cells in hidden rows or columns
    bool too_large = false;               ///< more than limit::kXlsxSlots: no rows
};

/// Where merged ranges lie over each other the first one counts. Blank columns between filled ones stay (a form's cells
/// that are still to be filled in); rows without any text go.
XlsxLayout lay_out(const XlsxWorksheet& sheet);

}  // namespace goalsheet
