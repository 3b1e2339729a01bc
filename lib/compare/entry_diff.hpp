// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/field.hpp"

namespace goalsheet {

/// What differs beside the fields of the form: a cell of an indicator, a text under another label, a year's value.
/// Null: not there in that version.
struct EntryDifference {
    FieldId field;
    std::string label;
    const SourcedText* before = nullptr;
    const SourcedText* after = nullptr;
};

/// By label, those of one label in order.
std::vector<EntryDifference> diff_extras(const std::vector<Extra>& before, const std::vector<Extra>& after);
/// By label and kind.
std::vector<EntryDifference> diff_series(const std::vector<SeriesValue>& before, const std::vector<SeriesValue>& after);
/// By name, cell by cell. The cells of target and reports are left out where the measure's own texts differ: those are
/// made of them and tell it already.
std::vector<EntryDifference> diff_indicators(const Measure& before, const Measure& after);

/// Puts a line below the text; an empty one is left out.
void append_line(std::string& text, const std::string& line);

/// The entries as lines (評価：順調), for a part that came or went as a whole.
std::string entry_lines(const Measure& measure);
std::string entry_lines(const Item& item);

}  // namespace goalsheet
