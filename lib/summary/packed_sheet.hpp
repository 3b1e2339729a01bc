// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "goalsheet/summary.hpp"

namespace goalsheet {

// One piece of memory for what is many small ones in a Sheet and its indicators.
std::string pack_texts(const Sheet& sheet, SummaryTexts texts);
std::string pack_figures(std::span<const SummaryIndicator> indicators);

}  // namespace goalsheet
