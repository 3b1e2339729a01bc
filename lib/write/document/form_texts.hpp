// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "model/measure_fields.hpp"

namespace goalsheet {

/// The cells of an item as a form shows them.
struct PrintItem {
    std::string number;                                    ///< ①; empty where the item's own text starts with it
    std::size_t title_bytes = 0;                           ///< how much of the item's own text is its title line
    std::array<std::string, kMeasureFields.size()> texts;  ///< in the order of kMeasureFields

    /// Of FieldId::item the item's own text.
    const std::string& text(FieldId field) const {
        return texts[static_cast<std::size_t>(&measure_field(field) - kMeasureFields.data())];
    }
};

/// As the sheet has them, character for character, where one row held the whole item; else put together as the form
/// wants it: ○ title, one line for each measure beginning with (1), a deadline that all share as (1)～(3).
PrintItem print_item(const Item& item);

/// The heading and the text below it, as one cell of 特記事項 holds them.
std::string print_note(const SourcedText& heading, const SourcedText& text, const std::string& otherwise);

}  // namespace goalsheet
