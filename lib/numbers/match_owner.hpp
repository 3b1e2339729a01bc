// SPDX-License-Identifier: MIT
#pragma once

#include "numbers/match_board.hpp"

namespace goalsheet::match {

/// Gives every figure that may answer a goal to one goal: by words, then by order, then to the goal of the figure it
/// stands behind. What cannot be decided stays nobody's, with its reason.
void assign_figures(Board& board);

}  // namespace goalsheet::match
