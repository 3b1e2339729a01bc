// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "goalsheet/form.hpp"
#include "goalsheet/table.hpp"
#include "model/label_reader.hpp"

namespace goalsheet {

/// The page as the sheet reader likes it: records that stand outside of tables (headings and lists) become tables with
/// their labels on the left, and two tables that tell of the same rows, by number or name, become one. Nothing where
/// the page has none of these.
std::optional<Page> piece_together(const Page& page, const Form& form, LabelReader& labels);

}  // namespace goalsheet
