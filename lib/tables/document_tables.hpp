// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/write_xlsx.hpp"
#include "tables/table.hpp"
#include "tables/table_source.hpp"
#include "tables/target_table.hpp"
#include "tables/text_table.hpp"

namespace goalsheet {

/// Raised when a column of a data sheet changes its name, meaning or place; new columns go to the end.
inline constexpr int kWorkbookSchemaVersion = 2;

DataTable basic_info_table(const TableSource& source);
DataTable measures_table(const TableSource& source);
DataTable sdgs_table(const TableSource& source);
DataTable codes_table();
/// The beginning of it, which priority_choices() is about.
DataTable priorities_table();
/// A row of the code table.
DataRow code_row(const char* list, std::string code, std::string name, std::string meaning);
/// One row for every column of the other tables.
DataTable definitions_table(std::span<const DataTable> tables);
/// A row of 変換記録: its number, 情報 or 注意, what it is about, the words, and where it is.
DataRow conversion_row(std::size_t number, const char* kind, std::string item, std::string text,
                       std::string place = "");
/// 変換記録 with its rows still to come.
DataTable empty_conversion_table();
/// The last part of a path, as people may read it: the folder says something of the computer, not of the document.
std::string file_name(const std::string& path);
DataTable conversion_table(const TableSource& source, const WorkbookOptions& options,
                           std::span<const ConversionNote> notes);

/// The cells of the code table that hold the choices for 優先順位, for pull-downs: ='コード表'!$C$2:$C$21.
std::string priority_choices();

}  // namespace goalsheet
