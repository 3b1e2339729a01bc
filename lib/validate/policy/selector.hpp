// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "goalsheet/rule.hpp"

namespace goalsheet {

/// Whether a selector (GS301, target-missing, GS3, GS) means this rule.
bool selects(std::string_view selector, const RuleInfo& rule);

}  // namespace goalsheet
