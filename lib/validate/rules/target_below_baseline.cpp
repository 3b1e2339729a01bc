// SPDX-License-Identifier: MIT
#include <array>

#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"

namespace goalsheet::rules {
namespace target_below_baseline_rule {
namespace {

// Targets that mean to stay or to fall.
constexpr std::array<std::string_view, 18> kMeant = {"新規", "追加", "増設", "増員", "世帯増", "件増",
                                                     "維持", "減",   "縮小", "以下", "以内",   "未満",
                                                     "抑制", "短縮", "確保", "最大", "過去最", "→"};

void check_row(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row, Reporter& report) {
    const std::string& text = measured.measure.target.text;
    if (!row.target || !row.baseline || find_phrase<kMeant>(text) || find_phrase<kMeant>(measured.measure.action.text))
        return;
    if (row.comparator == Comparator::at_most || row.comparator == Comparator::less_than) return;
    const std::string figure = as_written(sheet.page, measured.measure.target, *row.target, row.unit);
    const std::string before = as_written(sheet.page, measured.measure.target, *row.baseline, row.unit);
    ProgressRow plain = row;
    plain.baseline.reset();
    if (wants_less(measured, plain) || row.target->to_double() >= row.baseline->to_double()) return;
    const std::size_t at = text.find(figure);
    const Place place = sheet.at(measured.item, measured.measure, FieldId::target);
    report.add(sheet, at == std::string::npos ? place : place.part(at, at + figure.size()),
               {same(figure), same(before)});
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measured(sheet, against_of(sheet.page.stage), [&](const MeasuredMeasure& measured) {
        for (const ProgressRow& row : measured.rows) check_row(sheet, measured, row, report);
    });
}

}  // namespace
}  // namespace target_below_baseline_rule

const RuleBody target_below_baseline{
    .texts =
        {.title = {"目標が現状より低い", "the target is below where things stand"},
         .message = {"目標{0}が基準の{1}を下回っています。数字を確かめ、減らす目標なら「以下」「減」と書いてください。",
                     "The target {0} is below the baseline {1}; check it, or say that it "
                     "is to fall."},
         .why = {"増やす目標が現状より低いと、何もしなくても達成になります。",
                 "A target below the present state is reached by doing nothing."},
         .wrong = "②数値目標: (1) 参加者 50人（令和6年度 190人）\n②中間報告: (1) 参加者 26人",
         .right = "②数値目標: (1) 参加者 250人（令和6年度 190人）\n②中間報告: (1) 参加者 120人"},
    .on_sheet = target_below_baseline_rule::check,
};

}  // namespace goalsheet::rules
