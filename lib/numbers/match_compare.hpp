// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "numbers/match_board.hpp"

namespace goalsheet::match {

/// Marks those of a goal's figures whose words fit it worse than another's: 逆紹介率 beside 紹介率, 計617人 beside the
/// 協力会員 that were asked for, a part beside the sum of all parts.
void compare_figures(const Board& board, const Goal& goal, std::vector<Features>& features);

}  // namespace goalsheet::match
