// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace goalsheet {

/// One JSON object in one line, with its line end: the text and every quantity read in it. Spans are code points, begin
/// and end; values are exact decimals. Text that is not valid UTF-8 is shown with U+FFFD.
std::string write_quantity_line(std::string_view text);

}  // namespace goalsheet
