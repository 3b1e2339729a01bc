// SPDX-License-Identifier: MIT
#pragma once

#include "compare/alignment.hpp"
#include "goalsheet/compare.hpp"

namespace goalsheet {

/// Fills in what differs between the two versions of a sheet that `result` names, in the order of the form.
void compare_sheet(SheetComparison& result, Years years);

}  // namespace goalsheet
