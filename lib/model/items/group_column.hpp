// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "model/item_columns.hpp"

namespace goalsheet {

/// 領域 | 具体的方策 | …: a column of words that reach down over what is done names the items, whatever it is called.
/// `row` is the first one below the heading; the columns are not settled yet. Says so in a remark.
void name_by_group(const LaidTable& table, std::uint32_t row, ItemHeading& heading);

}  // namespace goalsheet
