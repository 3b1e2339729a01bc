// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/bullets.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/indicators.hpp"
#include "validate/scope/open_words.hpp"

namespace goalsheet::rules {
namespace report_part_missing_rule {
namespace {

const Message kRate = {"目標「{0}」に対する報告がありません。直近の値か、値が分かる月を書いてください。",
                       "There is no report for {0}; give the latest value or the month it will be known."};

// 週3回以上使う児童生徒 75%: the first figure only says which pupils are counted.
bool describes_what_is_counted(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row) {
    for (const Quantity& one : sheet.page.quantities(measured.measure.target)) {
        if (one.per.empty() || one.unit != row.unit || one.value.to_text() != row.target->to_text()) continue;
        const std::size_t label = row.indicator.empty() ? std::string::npos : row.target_text.find(row.indicator);
        if (label != std::string::npos && label >= one.end) return true;
    }
    return false;
}

// 1回、5機関 answered by 「11月に実施予定（6機関）」: of how often something is held, the verb alone says enough.
bool is_said_by_verb(const MeasuredMeasure& measured, const ProgressRow& row) {
    const auto same_unit = std::count_if(measured.rows.begin(), measured.rows.end(),
                                         [&](const ProgressRow& one) { return one.unit == row.unit; });
    return row.unit == "回" && same_unit == 1 && says_held(row.report_text);
}

// A figure of the same kind that nothing was told of may well be meant: 50％減 answered by ▲47.6％, 1路線 450m by 450m.
bool may_be_answered(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row, FieldId field) {
    const auto& quantities = sheet.page.quantities(text_of(measured.measure, field));
    const auto of_kind = [&](std::string_view unit) {
        return std::count_if(quantities.begin(), quantities.end(),
                             [&](const Quantity& one) { return has_same_unit(one.unit, unit); });
    };
    const auto targets = std::count_if(measured.rows.begin(), measured.rows.end(),
                                       [&](const ProgressRow& one) { return has_same_unit(one.unit, row.unit); });
    const bool single = row.target->to_text() == "1" && measured.rows.size() > 1;
    return single || of_kind(row.unit) >= targets;
}

// （約6万枚減）: what stands in brackets explains the figure in front of it.
bool is_aside(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row) {
    const std::string_view text = measured.measure.target.text;
    for (const Quantity& one : sheet.page.quantities(measured.measure.target)) {
        if (one.unit != row.unit || one.value.to_text() != row.target->to_text()) continue;
        const std::string_view before = text.substr(0, one.begin);
        const std::size_t open = std::max(before.rfind("（") + 1, before.rfind("(") + 1);
        const std::size_t close = std::max(before.rfind("）") + 1, before.rfind(")") + 1);
        // (1) at the start is a number, not a bracket that is open.
        if (open > close && open > 1) return true;
    }
    return false;
}

// GS507 counts points and names what is missing, unless that weighs less.
bool is_told_by_bullets(const SheetScope& sheet, const Measure& measure, FieldId field) {
    const auto severity = [&](std::string_view code) { return sheet.page.policy.severity_of(code, sheet.page.stage); };
    return count_bullets(measure, field).differ() && severity("GS507") >= severity("GS402");
}

void check(const SheetScope& sheet, Reporter& report) {
    const Against against = against_of(sheet.page.stage);
    for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
        const FieldId field = report_field(against);
        if (is_blank(text_of(measured.measure, field).text)) return;  // GS401 and GS403 say that
        if (is_told_by_bullets(sheet, measured.measure, field)) return;
        for (const ProgressRow& row : measured.rows) {
            if (row.status != ProgressStatus::not_reported || !row.target || is_said_by_verb(measured, row)) continue;
            if (describes_what_is_counted(sheet, measured, row)) continue;
            if (may_be_answered(sheet, measured, row, field) || is_aside(sheet, measured, row)) continue;
            // GS502 asks about the unit of the figure that stands in its place.
            const bool told = sheet.page.policy.severity_of("GS502", sheet.page.stage) != Severity::off;
            if (told && find_other_unit(sheet, measured, row, field)) continue;
            const bool rate = row.unit == "%";
            report.add(sheet, sheet.at(measured.item, measured.measure, field),
                       Saying{.arguments = {same(indicator_word(sheet, measured, row)), same("0" + row.unit)},
                              .message = rate ? &kRate : nullptr});
        }
    });
}

}  // namespace
}  // namespace report_part_missing_rule

const RuleBody report_part_missing{
    .texts = {.title = {"報告のない目標がある", "a part of the target has no report"},
              .message = {"目標「{0}」に対する報告がありません。{1}でも書いてください。",
                          "There is no report for {0}; write it even if it is {1}."},
              .why = {"書かれていない指標は、実績なしとも書き忘れとも読めます。",
                      "An indicator nobody mentions may be undone or just unwritten."},
              .wrong = "②数値目標: (1) 啓発イベント 4回\n  料理教室 30人\n②中間報告: (1) 啓発イベント 2回",
              .right =
                  "②数値目標: (1) 啓発イベント 4回\n  料理教室 30人\n②中間報告: (1) 啓発イベント 2回\n  料理教室 18人"},
    .on_sheet = report_part_missing_rule::check,
};

}  // namespace goalsheet::rules
