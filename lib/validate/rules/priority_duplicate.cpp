// SPDX-License-Identifier: MIT
#include <map>

#include "validate/rules/rule_body.hpp"
#include "validate/scope/sheet_groups.hpp"

namespace goalsheet::rules {
namespace priority_duplicate_rule {
namespace {

void check_group(const SheetGroup& group, Reporter& report) {
    std::map<int, const SheetFacts*> first;
    for (const SheetFacts* sheet : group.sheets) {
        if (!sheet->priority) continue;
        const auto [entry, added] = first.try_emplace(*sheet->priority, sheet);
        const SheetFacts& other = *entry->second;
        // The same goal again is a duplicate sheet, not a second one with the same rank.
        if (added || other.page->text(other.goal_key) == sheet->page->text(sheet->goal_key)) continue;
        report.add(*sheet, sheet->at_priority,
                   {same(std::to_string(entry->first)), same(excerpt(other.page->text(other.goal), 30))});
    }
}

void check(const RunScope& run, Reporter& report) {
    for (const SheetGroup& group : group_sheets(run)) check_group(group, report);
}

}  // namespace
}  // namespace priority_duplicate_rule

const RuleBody priority_duplicate{
    .texts = {.title = {"優先順位が重なっている", "two sheets have the same rank"},
              .message = {"優先順位{0}位のシートが2つあります（もう1つは「{1}」）。順位を振り直してください。",
                          "Two sheets have rank {0} (the other is “{1}”); renumber them."},
              .why = {"同じ順位が2つあると、どちらを先に進めるのか決まりません。",
                      "With the same rank twice nobody knows which comes first."},
              .wrong = "シート2 優先順位: 1位",
              .right = "シート2 優先順位: 2位"},
    .on_run = priority_duplicate_rule::check,
};

}  // namespace goalsheet::rules
