// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace goalsheet {

/// Text of a sheet as a message quotes it: one line, at most `columns` wide, control and other invisible
/// characters named (U+000B) instead of shown.
std::string excerpt(std::string_view text, std::size_t columns = 40);
/// U+000B, U+1F600.
std::string code_point_name(char32_t c);
/// Control, format and other characters that leave no mark of their own; \n and \t are not among them.
bool is_invisible(char32_t c);

/// Only white space, or marks that stand for nothing (－, -, ―).
bool is_blank(std::string_view text);
}  // namespace goalsheet
