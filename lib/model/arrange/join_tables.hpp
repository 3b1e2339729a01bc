// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "goalsheet/table.hpp"
#include "model/label_reader.hpp"

namespace goalsheet {

/// 番号 | 目標 | 期日 and, in a table of its own, 番号 | 達成の状況: a second table whose first column has the label
/// and the texts of one in the table before, row for row, and tells what that does not, becomes columns of it. Nothing
/// where the page has no such pair.
std::optional<Page> join_tables(const Page& page, LabelReader& labels);

}  // namespace goalsheet
