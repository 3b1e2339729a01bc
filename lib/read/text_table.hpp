// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/table.hpp"

namespace goalsheet {

/// Tables in copied text: rows of tab-separated cells as a browser or a spreadsheet copies them, with prose between.
/// Cells with line breaks come quoted (spreadsheets) or bare (some browsers): a line that cannot be a row goes on in
/// the cell above. Text form keeps no spans: the empty cells behind a spanning cell stay cells.
void read_text(Page& page);

}  // namespace goalsheet
