// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "goalsheet/result.hpp"
#include "goalsheet/table.hpp"
#include "read/xlsx/workbook.hpp"

namespace goalsheet {

/// Every worksheet of a workbook that holds more than a list as a table, spans and all; hidden ones marked so. Data
/// sheets of our own exports are left out: their print sheets say the same. `page.source` becomes a text with a line,
/// or several, for each cell, whose line names are the cells' (シート名!C12). A fault as read_workbook() gives it.
Result<bool> read_xlsx(std::string_view bytes, const std::string& path, Page& page);

/// Likewise of worksheets that another reader has found.
void read_worksheets(XlsxWorkbook& book, Page& page);

}  // namespace goalsheet
