// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace goalsheet {

/// A cell's text as the reader gives it, and what it is to be.
struct XlsxCellEdit {
    std::string sheet;  ///< the worksheet's name
    std::string cell;   ///< C12
    std::string before;
    std::string after;
};

/// The workbook with other text in some of its cells: a shared string gets a new entry, an inline one is changed where
/// it stands, and every other byte of every part stays. Nothing where one of them is no plain text of that wording (a
/// formula, a number, runs with fonts of their own), a locked cell of a protected sheet, or a signed book.
std::optional<std::string> edit_cells(std::string_view bytes, const std::string& path,
                                      std::span<const XlsxCellEdit> edits);

}  // namespace goalsheet
