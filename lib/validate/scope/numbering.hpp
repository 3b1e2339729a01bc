// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "validate/scope/measures.hpp"
#include "validate/scope/scope.hpp"

namespace goalsheet::rules {

/// Whether GS501 speaks of this cell, so that other rules need not tell what follows from it.
bool is_misnumbered(const SheetScope& sheet, const Item& item, FieldId field);

/// The measures of an item in their order are not (1), (2), (3) …, while every other column that numbers them is: what
/// differs between the columns comes of that alone, and GS105 tells it.
bool is_miscounted(const SheetScope& sheet, const Item& item);

/// A mark of the item's cells and the number that would stand there, were the measures counted on from (1).
struct MarkChange {
    const SourcedText* cell;
    NumberMark mark;
    int number;
};
/// The changes that would count the measures on in every column; none where the marks leave a doubt which is whose.
std::vector<MarkChange> count_on(const Item& item);

}  // namespace goalsheet::rules
