// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "goalsheet/table.hpp"
#include "model/label_reader.hpp"

namespace goalsheet {

/// A label with its text, outside of any table: a term with its definition, a heading with what stands below it, words
/// before a colon.
struct OutlinePart {
    SourcedText label;
    SourcedText text;
};

/// Labels with their texts that follow each other without anything between them: what is done, how far, what came of
/// it.
struct OutlineRecord {
    std::size_t first = 0;  ///< its lines, [first, last)
    std::size_t last = 0;
    std::vector<OutlinePart> parts;
    bool names_item = false;       ///< one of them is an item's name
    bool names_something = false;  ///< one of them says what is done or measured
    bool is_card = false;          ///< the line in front of it is its name, as it is on others alike
};

/// The records among some lines that have a target and a report, or are several plans alike.
std::vector<OutlineRecord> find_outline_records(const std::vector<OutsideLine>& lines, LabelReader& labels);

}  // namespace goalsheet
