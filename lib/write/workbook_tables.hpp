// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/write_xlsx.hpp"
#include "write/workbook_targets.hpp"
#include "write/xlsx/data_sheet.hpp"

namespace goalsheet {

/// Raised when a column of a data sheet changes its name, meaning or place; new columns go to the end.
inline constexpr int kWorkbookSchemaVersion = 1;

xlsx::DataTable basic_info_table(const Document& document);
xlsx::DataTable measures_table(const Document& document, const BothReports& reports);
xlsx::DataTable texts_table(const Document& document);
xlsx::DataTable sdgs_table(const Document& document);
xlsx::DataTable codes_table();
/// One row for every column of the other tables.
xlsx::DataTable definitions_table(std::span<const xlsx::DataTable> tables);
xlsx::DataTable conversion_table(const Document& document, const WorkbookOptions& options,
                                 std::span<const xlsx::BookNote> notes);

/// The cells of the code table that hold the choices for 優先順位, for pull-downs: ='コード表'!$C$2:$C$21.
std::string priority_choices();

}  // namespace goalsheet
