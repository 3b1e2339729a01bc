// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "numbers/match_board.hpp"

namespace goalsheet::match {

/// The value that a group of figures of one goal and one state gives, and the figures it was made of.
struct Pick {
    std::vector<std::size_t> from;
    std::optional<Decimal> value;
    bool several = false;  ///< there are figures, but none can be told to be the one
};

/// The only figure, the sum that is stated, the sum of instalments, or the one whose words fit by far best.
Pick pick_figure(const Board& board, const Goal& goal, const std::vector<std::size_t>& group);

/// 第1回, 前期, 春: the figure is one of a series.
bool is_order(const Board& board, std::size_t f);

}  // namespace goalsheet::match
