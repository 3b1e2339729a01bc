// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "goalsheet/progress.hpp"
#include "validate/scope/scope.hpp"

namespace goalsheet::rules {

/// Every measure of a sheet held against a report; items whose numbers disagree (GS501) are left out, for nobody can
/// say which report belongs to which target.
void for_each_measured(const SheetScope& sheet, Against against,
                       const std::function<void(const MeasuredMeasure&)>& speak);

/// The report that counts at this stage: mid-term, or year-end at year end.
Against against_of(Stage stage);
FieldId report_field(Against against);

/// 職業体験:20人, the indicator with its target.
std::string indicator_word(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row);

/// The figure of a report that was taken for the indicator, as far as it is one figure of the text; else the whole
/// report.
Place result_place(const Place& report, const ProgressRow& row);

}  // namespace goalsheet::rules
