// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/later_target.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace target_of_later_year_only_rule {
namespace {

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        const auto later = find_later_target(sheet, measure);
        if (!later) return;
        report.add(sheet, sheet.at(item, measure, FieldId::target).part(later->figure->begin, later->figure->end),
                   {same(as_written(measure.target.text, *later->figure)), fiscal_year_word(later->fiscal_year),
                    fiscal_year_word(*fiscal_year_of(sheet))});
    });
}

}  // namespace
}  // namespace target_of_later_year_only_rule

const RuleBody target_of_later_year_only{
    .texts = {.title = {"目標値が後の年度のもの", "target belongs to a later year"},
              .message = {"目標値{0}は{1}のものです。{2}末の値も書いてください。",
                          "{0} is for {1}; add the {2} value."},
              .why = {"この年度末には、翌年度の値を達成したかどうかを判定できません。",
                      "At the end of this year next year's value cannot be judged."},
              .wrong = "②数値目標: (1) 啓発イベント R7年度3回→R8年度5回",
              .right = "②数値目標: (1) 啓発イベント R6年度3回→R7年度4回"},
    .on_sheet = target_of_later_year_only_rule::check,
};

}  // namespace goalsheet::rules
