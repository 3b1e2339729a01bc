// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/quantity.hpp"
#include "text/normalized_text.hpp"

namespace goalsheet::numbers {

/// NFKC without spaces: how a unit is printed and looked up.
std::string unit_spelling(std::string_view written);

/// Adds every spelling that may follow a number, with `value`.
void add_units(WordTable& table, int value);

}  // namespace goalsheet::numbers

namespace goalsheet {

/// find_unit() without a copy; null when the unit is not in the table.
const UnitInfo* find_known_unit(std::string_view spelling);

}  // namespace goalsheet
