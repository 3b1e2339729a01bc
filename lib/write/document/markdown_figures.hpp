// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "goalsheet/document.hpp"
#include "goalsheet/progress.hpp"
#include "write/format/markdown.hpp"

namespace goalsheet {

/// One small table: the item's indicators with target, result, rate and status. Nothing where the item has no figures
/// or nobody has reported yet. `rows` are the item's own.
void add_figures(MarkdownBlocks& out, const Item& item, std::span<const ProgressRow> rows, Against against);

}  // namespace goalsheet
