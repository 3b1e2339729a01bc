// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "goalsheet/form.hpp"
#include "goalsheet/table.hpp"

namespace goalsheet {

/// A label of a table and what stands below it, or beside it.
struct LabelledTexts {
    std::string label;
    std::vector<std::string> texts;
};

/// A table as labels with their texts, whatever the labels are.
struct TableColumns {
    LabelAxis axis = LabelAxis::any;
    std::vector<LabelledTexts> columns;

    std::size_t texts() const;
};

/// Takes the row with the most short words near the top for the labels, with the row below it where cells of it are
/// divided; in a narrow and tall table, the first column.
TableColumns read_columns(const Table& table);

}  // namespace goalsheet
