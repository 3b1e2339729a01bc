// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace goalsheet::numbers {

/// What find_quantities() cannot find in a text, seen at a glance: reading a text is dear, and most rules ask for
/// figures that few texts have.

/// Whether a figure may have the role `total`: no is certain.
bool may_hold_total(std::string_view text);
/// Whether a figure may have the unit %: no is certain.
bool may_hold_percent(std::string_view text);
/// No less than all figures of the text together, without their signs; infinite where that takes more than a glance.
double most_in_all(std::string_view text);

}  // namespace goalsheet::numbers
