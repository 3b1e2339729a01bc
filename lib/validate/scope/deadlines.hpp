// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "validate/scope/scope.hpp"

namespace goalsheet::rules {

/// The last day of a measure's deadline, where it is one before the year's end and nothing that only begins then.
std::optional<Date> deadline_of(const SheetScope& sheet, const Measure& measure);
/// The day the figures of a measure are of: as its report says, else the end of September.
Date as_of(const SheetScope& sheet, const MeasuredMeasure& measured);

}  // namespace goalsheet::rules
