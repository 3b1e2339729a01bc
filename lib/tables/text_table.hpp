// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "goalsheet/document.hpp"
#include "tables/table.hpp"
#include "tables/table_source.hpp"

namespace goalsheet {

/// The texts of one sheet as rows of 本文, one paragraph or list item each.
struct SheetTexts {
    std::vector<DataRow> rows;
    std::unordered_map<const std::string*, std::size_t> first_row;  ///< by the text of the sheet that it came from
};
SheetTexts read_sheet_texts(const Sheet& sheet, const std::string& sheet_id);
/// The columns of those rows.
std::span<const Column> text_columns();

/// 本文 of a whole document.
DataTable texts_table(const TableSource& source);

}  // namespace goalsheet
