// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "goalsheet/compare.hpp"

namespace goalsheet {

/// The figures of a target that are not what they were: those of one thing and unit are held against each other, then
/// those left over of one unit. Years: April to March, 0 for unknown.
std::vector<FigureDifference> diff_figures(std::string_view before, int year_before, std::string_view after,
                                           int year_after);

}  // namespace goalsheet
