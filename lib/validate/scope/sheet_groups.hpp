// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "validate/scope/run_facts.hpp"

namespace goalsheet::rules {

/// The sheets of one department and fiscal year, over all documents of a run and in their order.
struct SheetGroup {
    int year = 0;  ///< 0: no sheet says
    std::vector<const SheetFacts*> sheets;
};

std::vector<SheetGroup> group_sheets(const RunScope& run);

}  // namespace goalsheet::rules
