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
    bool numbered = false;  ///< 課題1, 課題2: the label without its number
};

/// A table as labels with their texts, whatever the labels are.
struct TableColumns {
    LabelAxis axis = LabelAxis::any;
    std::vector<LabelledTexts> columns;

    std::size_t texts() const;
};

/// The ways in which a table may have labels: on top, where a row near its begin holds short words and nothing else,
/// and on the left. Where the markup says which cells are labels, one way at most.
std::vector<TableColumns> read_columns(const Table& table);

}  // namespace goalsheet
