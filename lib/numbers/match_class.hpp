// SPDX-License-Identifier: MIT
#pragma once

#include "numbers/match_board.hpp"

namespace goalsheet::match {

/// Whether the words before figure `f` say another class than the goal's: 3級 for 2級, 未受診者 for 受診者, やや満足
/// for 満足, 実人数 for 延べ人数.
bool is_of_other_class(const Board& board, const Goal& goal, std::size_t f);

}  // namespace goalsheet::match
