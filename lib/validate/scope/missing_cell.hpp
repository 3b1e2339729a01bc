// SPDX-License-Identifier: MIT
#pragma once

#include "validate/scope/reporter.hpp"

namespace goalsheet::rules {

/// Reports what is empty in a column of the items: once for an item whose whole cell is empty, else measure by measure;
/// on a sheet whose items are all empty, at the first of them.
/// Says nothing where the column itself is missing (GS102) or the numbers leave a measure out (GS501, GS304).
void report_missing(const SheetScope& sheet, FieldId field, Reporter& report);

}  // namespace goalsheet::rules
