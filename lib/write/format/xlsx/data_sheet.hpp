// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "tables/table.hpp"
#include "write/format/xlsx/book.hpp"

namespace goalsheet::xlsx {

/// Writes the table to its own worksheet; `header_right` goes into the print header. The sheet's name must be reserved.
void write_data_sheet(Book& book, const DataTable& table, std::string_view header_right);

}  // namespace goalsheet::xlsx
