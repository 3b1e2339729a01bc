// SPDX-License-Identifier: MIT
#pragma once

#include "validate/scope/scope.hpp"

namespace goalsheet::rules {

/// Whether GS501 speaks of this cell, so that other rules need not tell what follows from it.
bool is_misnumbered(const SheetScope& sheet, const Item& item, FieldId field);

}  // namespace goalsheet::rules
