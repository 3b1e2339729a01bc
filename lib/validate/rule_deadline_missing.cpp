// SPDX-License-Identifier: MIT
#include "validate/measures.hpp"
#include "validate/rule_body.hpp"

namespace goalsheet::rules {
namespace {

// A range that forgets measures is GS304's.
bool has_range(const Item& item) {
    const SourcedText* cell = cell_of(item, FieldId::deadline);
    return cell && bracketed_numbers(cell->text).size() > 1;
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        if (is_planned(item, measure) && is_blank(without_struck(measure.deadline.text)) && !has_range(item))
            report.add(sheet, sheet.at(item, measure, FieldId::deadline), {measure_word(item, measure)});
    });
}

}  // namespace

const RuleBody deadline_missing{
    .texts = {.title = {"期限がない", "deadline is missing"},
              .message = {"{0}の期限がありません。「年度末まで」など期限を書いてください。",
                          "{0} has no deadline; write one, for example 年度末まで."},
              .why = {"いつまでかが分からない取組は、遅れているかどうかも分かりません。",
                      "Without a deadline nothing can be late."},
              .wrong = "②期間・期限: (1)",
              .right = "②期間・期限: (1) 年度末まで"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
