// SPDX-License-Identifier: MIT
#pragma once

#include "numbers/match_board.hpp"

namespace goalsheet::match {

/// What speaks against figure `f` as the goal's result by its role: a change, a part or the past where a level is
/// meant.
void weigh_role(Features& features, const Board& board, const Goal& goal, std::size_t f);

}  // namespace goalsheet::match
