// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/summary.hpp"

namespace goalsheet {

/// Fills `departments` and `goals` of a summary of several years. Goals are found again by their wording, departments
/// by their name, else by the goals that went on in them. What is not certain starts anew.
void follow_trends(Summary& summary);

}  // namespace goalsheet
