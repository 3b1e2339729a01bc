// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/indicator.hpp"

namespace goalsheet::match {

/// What a measure says beside its target text.
struct TargetContext {
    std::string_view action;
    std::string_view item_title;
    std::span<const IndicatorCells> cells;  ///< the columns 指標名, 単位, 基準値 where the sheet has them
};

/// Completes what find_indicators() read of the target alone. Words that say little (男性, 現年, 目標額, or none) get
/// the noun of the action; name, unit and baseline come from cells of their own where there are any; things of which
/// less is better (words.tsv) are down, and unknown where the text wants more of them.
void settle_in_context(std::vector<Indicator>& indicators, const TargetContext& context);

}  // namespace goalsheet::match
