// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>
#include <string>

#include "goalsheet/result.hpp"
#include "read/opendocument/styles.hpp"
#include "read/xlsx/workbook.hpp"

namespace goalsheet {

/// The worksheets of office:spreadsheet, cells as they are shown. A value without its words is taken as it is written;
/// a formula's result is the one saved last. A fault for what exceeds a limit.
Result<XlsxWorkbook> read_odf_worksheets(pugi::xml_node spreadsheet, const OdfStyles& styles, const std::string& path);

}  // namespace goalsheet
