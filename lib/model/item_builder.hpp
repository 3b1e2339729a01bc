// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "model/list_numbers.hpp"

namespace goalsheet {

/// A cell of an item: which column it stood in and which of the item's rows it covers.
struct ItemCell {
    FieldId field;  ///< `extra` for what goes to extras or to the series
    SourcedText text;
    std::size_t first_row = 0;
    std::size_t last_row = 0;
    SourcedText label = {};  ///< of an extra
    ExtraRole role = ExtraRole::other;
    SourcedText unit = {};  ///< that the column's label gives its figures
    std::optional<SeriesValue> series = {};
};

/// The rows of one item, as collected from the table.
struct ItemRows {
    int number = 0;
    SourcedText number_text;
    std::vector<ItemCell> cells;
    std::size_t rows = 0;
    MeasureUnit measure = MeasureUnit::any;  ///< what the form calls one
};

/// Rows to an Item: the title, the measures from their numbers or one from each row, and every column's text to its
/// measure. Text before the first number of a column fits no measure and goes to `unplaced`.
Item build_item(const ItemRows& rows, std::vector<Unplaced>& unplaced, std::vector<Remark>& remarks);

}  // namespace goalsheet
