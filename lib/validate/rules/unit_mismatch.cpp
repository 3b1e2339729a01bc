// SPDX-License-Identifier: MIT
#include <algorithm>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/indicators.hpp"

namespace goalsheet::rules {
namespace {

bool same_unit(std::string_view a, std::string_view b) { return has_same_unit(a, b); }

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
