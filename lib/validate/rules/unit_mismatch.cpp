// SPDX-License-Identifier: MIT
#include <algorithm>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/indicators.hpp"

namespace goalsheet::rules {
namespace unit_mismatch_rule {
namespace {

bool same_unit(std::string_view a, std::string_view b) { return has_same_unit(a, b); }

const Message kNoUnit = {"報告の「{0}」に単位がありません。目標と同じ「{1}」を付けてください。",
                         "The report's {0} has no unit; write {1}, as the target does."};

// 1,304 and nothing that says what it counts; the end of the number.
std::size_t end_of_bare_number(std::string_view text) {
    std::size_t end = 0;
    bool counts = false;
    for (CodePoint next = decode_at(text, 0); next.length; next = decode_at(text, end)) {
        if (!digit_value(next.value) && next.value != ',' && next.value != '.' && next.value != U'，') break;
        counts = counts || digit_value(next.value).value_or(0) > 0;
        end += next.length;
    }
    const std::string_view rest = trim(text.substr(end));
    const bool ends = rest.empty() || rest.starts_with("（") || rest.starts_with("(") || rest.starts_with("。");
    return counts && ends ? end : 0;
}

// 2,900 under a heading in 千人 has no unit of its own either.
bool prints_unit(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row) {
    if (!row.target || row.unit.empty()) return false;
    const std::string written = as_written(sheet.page, measured.measure.target, *row.target, row.unit);
    return !digit_value(decode_before(written, written.size()).value);
}

void check_bare_number(const SheetScope& sheet, const Place& place, const MeasuredMeasure& measured, Reporter& report) {
    if (measured.rows.size() != 1 || !prints_unit(sheet, measured, measured.rows.front())) return;
    const std::string_view text = place.text->text;
    const std::size_t end = end_of_bare_number(text);
    if (end == 0) return;
    report.add(sheet, place.part(0, end),
               Saying{.arguments = {same(text.substr(0, end)), same(measured.rows.front().unit)}, .message = &kNoUnit});
}

void check_measure(const SheetScope& sheet, const MeasuredMeasure& measured, FieldId field, Reporter& report) {
    const Place place = sheet.at(measured.item, measured.measure, field);
    check_bare_number(sheet, place, measured, report);
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
}  // namespace unit_mismatch_rule

const RuleBody unit_mismatch{
    .texts = {.title = {"目標と報告の単位が違う", "units of target and report differ"},
              .message = {"目標は「{0}」、報告は「{1}」です。同じ単位で書いてください。",
                          "Target in {0}, report in {1}; use one unit."},
              .why = {"単位が違うと、どこまで進んだのかを比べられません。",
                      "Figures in different units cannot be compared."},
              .wrong = "②数値目標: (1) 設置箇所数 4箇所\n②中間報告: (1) 設置箇所数 2件",
              .right = "②数値目標: (1) 設置箇所数 4箇所\n②中間報告: (1) 設置箇所数 2箇所"},
    .on_sheet = unit_mismatch_rule::check,
};

}  // namespace goalsheet::rules
