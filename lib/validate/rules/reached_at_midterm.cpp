// SPDX-License-Identifier: MIT
#include <array>

#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/indicators.hpp"

namespace goalsheet::rules {
namespace {

// What is to be finished once cannot be raised.
constexpr std::array<std::string_view, 7> kOnce = {"完了", "発注", "策定", "締結", "竣工", "供用", "完成"};

bool can_be_raised(const ProgressRow& row) {
    const bool falls = row.comparator == Comparator::at_most || row.comparator == Comparator::less_than ||
                       (row.baseline && row.target && row.baseline->to_double() > row.target->to_double());
    return !falls && !find_phrase<kOnce>(row.target_text);
}

// 11月9日に実施予定（6機関が参加）: what stands in the bracket is planned too.
bool is_in_planned_bracket(const Place& place) {
    const std::string_view before = std::string_view(place.text->text).substr(0, place.begin);
    const std::size_t open = before.rfind("（");
    if (open == std::string_view::npos || before.find("）", open) != std::string_view::npos) return false;
    return before.substr(0, open).ends_with("予定") || before.substr(0, open).ends_with("見込");
}

// A share above all there is: GS509 asks what is wrong with it.
bool is_beyond_whole(const ProgressRow& row) { return row.result_unit == "%" && row.result->to_double() > 100; }

void speak(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row, Reporter& report) {
    if (row.status != ProgressStatus::achieved || !row.result || !row.target || !can_be_raised(row)) return;
    if (is_beyond_whole(row)) return;
    const Place place = result_place(sheet.at(measured.item, measured.measure, FieldId::midterm), row);
    if (is_in_planned_bracket(place)) return;
    report.add(sheet, place, {same(indicator_word(row)), same(figure_word(*row.result, row.result_unit))});
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measured(sheet, Against::midterm, [&](const MeasuredMeasure& measured) {
        for (const ProgressRow& row : measured.rows) speak(sheet, measured, row, report);
    });
}

}  // namespace

const RuleBody reached_at_midterm{
    .texts = {.title = {"中間で目標に達している", "target reached at mid-term"},
              .message = {"中間で目標「{0}」に対し{1}です。上方修正するか、見直しの有無を書いてください。",
                          "Already {1} of {0} at mid-term; revise the target or state why not."},
              .why = {"半年で達した目標は、低すぎたか、後期にやることがなくなっています。",
                      "A target reached in half a year was too low, or leaves the second half empty."},
              .wrong = "②中間報告: (1) 啓発イベント 5回",
              .right = "②中間報告: (1) 啓発イベント 2回"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
