// SPDX-License-Identifier: MIT
#pragma once

#include "validate/reporter.hpp"

namespace goalsheet::rules {

/// Reports empty report cells: once for an item whose whole cell is empty, else measure by measure.
void report_missing(const SheetScope& sheet, FieldId field, Reporter& report);

}  // namespace goalsheet::rules
