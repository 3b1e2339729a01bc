// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>

#include "goalsheet/document.hpp"
#include "goalsheet/field.hpp"

namespace goalsheet {

/// A column of the items: the text of a measure, and the cell of an item in which it stood.
struct MeasureField {
    FieldId id;
    SourcedText Measure::*text;
    SourcedText ItemCells::*cell;
};
/// In the order of the form. What measures do stands in the item's own column.
inline constexpr std::array<MeasureField, 5> kMeasureFields = {
    {{FieldId::action, &Measure::action, &ItemCells::item},
     {FieldId::deadline, &Measure::deadline, &ItemCells::deadline},
     {FieldId::target, &Measure::target, &ItemCells::target},
     {FieldId::midterm, &Measure::midterm, &ItemCells::midterm},
     {FieldId::final, &Measure::final, &ItemCells::final}}};

/// The field's column; for a field that measures have no text for, that of `otherwise`.
inline const MeasureField& measure_field(FieldId id, FieldId otherwise = FieldId::action) {
    const auto find = [](FieldId wanted) {
        return std::find_if(kMeasureFields.begin(), kMeasureFields.end(),
                            [wanted](const MeasureField& field) { return field.id == wanted; });
    };
    const auto* const found = find(id);
    return found == kMeasureFields.end() ? *find(otherwise) : *found;
}

inline const SourcedText& text_of(const Measure& measure, FieldId field) { return measure.*measure_field(field).text; }
/// The item's cell as written, or null where the sheet has no such cell.
inline const SourcedText* cell_of(const Item& item, FieldId field) {
    return item.as_written ? &((*item.as_written).*measure_field(field).cell) : nullptr;
}

}  // namespace goalsheet
