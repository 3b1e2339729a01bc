// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "goalsheet/form.hpp"
#include "goalsheet/table.hpp"
#include "model/labelled_grid.hpp"

namespace goalsheet {

/// For each table of a page, whether it stands in a cell of another and is all the same a sheet of its own, or a part
/// of one: that happens where an end tag is missing, and browsers then put the next sheets into the last cell. Such a
/// sheet has a goal and a heading of items, in one table or in two that follow each other; what sums up figures in a
/// report has not. Takes time linear in the page.
std::vector<bool> find_inner_sheets(const Page& page, const Form& form, LabelMemo& labels);

}  // namespace goalsheet
