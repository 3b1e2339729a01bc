// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace goalsheet::cmd {

/// Columns of the terminal that standard output is: COLUMNS where it is set, else what the terminal says; 0 where
/// there is no terminal and nobody says.
std::size_t terminal_columns();

}  // namespace goalsheet::cmd
