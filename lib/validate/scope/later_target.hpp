// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "validate/scope/scope.hpp"

namespace goalsheet::rules {

/// The last figure of a target whose figures are all of years behind the sheet's: R8年度280件, 132団体（令和9年度）.
struct LaterTarget {
    const Quantity* figure;
    int fiscal_year;
};
/// Nothing where any figure is of the sheet's own year, or no year is known.
std::optional<LaterTarget> find_later_target(const SheetScope& sheet, const Measure& measure);

}  // namespace goalsheet::rules
