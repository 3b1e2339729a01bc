// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/document.hpp"

namespace goalsheet {

/// The cells of one row that belong to one measure: indicator, unit, baseline, target and reports.
struct IndicatorRow {
    IndicatorCells cells;
    SourcedText label_unit;         ///< the unit that the target's label gives
    SourcedText midterm_unit = {};  ///< likewise of the reports
    SourcedText final_unit = {};
};

/// The columns that an indicator of their own fills.
bool is_counted(FieldId field);
void append_lines(SourcedText& to, const SourcedText& text);
/// 指標 | 目標値 under one heading read as one phrase; reports are paragraphs.
void append_cell(SourcedText& to, const SourcedText& text, FieldId field);

/// 900 as 900件; a text that is no bare figure stays as it is.
SourcedText with_unit(const SourcedText& text, const SourcedText& unit);

/// The cell of a field; `field` is one of an indicator's.
SourcedText* indicator_cell(IndicatorCells& cells, FieldId field);
/// Puts a text into the row's cell of a field, and the unit that the field's label gives beside it.
void add_cell(IndicatorRow& row, FieldId field, const SourcedText& text, const SourcedText& unit);

/// Adds the row to the measure's indicators, one for each line where name and target have as many, and to its target
/// and reports as a sheet would have said it: 相談件数 900件.
void add_indicators(Measure& measure, const IndicatorRow& row);

}  // namespace goalsheet
