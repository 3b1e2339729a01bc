// SPDX-License-Identifier: MIT
#include <algorithm>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/indicators.hpp"

namespace goalsheet::rules {
namespace {

bool same_unit(std::string_view a, std::string_view b) { return find_unit(a).canonical == find_unit(b).canonical; }

// The only figure of a report that speaks of the indicator by its name, in a unit nothing fits.
const Quantity* find_other_unit(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row,
                                FieldId field) {
    const SourcedText& text = text_of(measured.measure, field);
    const std::vector<Quantity>& quantities = sheet.page.quantities(text);
    if (row.status != ProgressStatus::no_figure || measured.rows.size() != 1 || quantities.size() != 1) return nullptr;
    const std::string name = fold(row.indicator);
    const bool named = count_code_points(name) > 1 && fold(text.text).find(name) != std::string::npos;
    const Quantity& only = quantities.front();
    return named && !only.unit.empty() && !row.unit.empty() && !same_unit(row.unit, only.unit) ? &only : nullptr;
}

void check_measure(const SheetScope& sheet, const MeasuredMeasure& measured, FieldId field, Reporter& report) {
    const Place place = sheet.at(measured.item, measured.measure, field);
    for (const ProgressRow& row : measured.rows) {
        if (row.result && !row.unit.empty() && !row.result_unit.empty() && !same_unit(row.unit, row.result_unit))
            return report.add(sheet, result_place(place, row), {same(row.unit), same(row.result_unit)});
        if (const Quantity* other = find_other_unit(sheet, measured, row, field))
            return report.add(sheet, place.part(other->begin, other->end), {same(row.unit), same(other->unit)});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    const Against against = against_of(sheet.page.stage);
    for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
        check_measure(sheet, measured, report_field(against), report);
    });
}

}  // namespace

const RuleBody unit_mismatch{
    .texts = {.title = {"目標と報告の単位が違う", "units of target and report differ"},
              .message = {"目標は「{0}」、報告は「{1}」です。同じ単位で書いてください。",
                          "Target in {0}, report in {1}; use one unit."},
              .why = {"単位が違うと、どこまで進んだのかを比べられません。",
                      "Figures in different units cannot be compared."},
              .wrong = "②数値目標: (1) 設置箇所数 4箇所\n②中間報告: (1) 設置箇所数 2件",
              .right = "②数値目標: (1) 設置箇所数 4箇所\n②中間報告: (1) 設置箇所数 2箇所"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
