// SPDX-License-Identifier: MIT
#include <map>
#include <string_view>

#include "validate/rules/rule_body.hpp"
#include "validate/scope/sheet_groups.hpp"

namespace goalsheet::rules {
namespace duplicate_sheet_rule {
namespace {

Message where(const SheetFacts& first, const SheetFacts& again) {
    const std::string number = std::to_string(first.number);
    if (first.page == again.page) return {"シート" + number, "sheet " + number};
    const std::string path = excerpt(first.page->path, 60);
    return {path + " のシート" + number, "sheet " + number + " of " + path};
}

void check(const RunScope& run, Reporter& report) {
    for (const SheetGroup& group : group_sheets(run)) {
        std::map<std::string_view, const SheetFacts*> first;
        for (const SheetFacts* sheet : group.sheets) {
            const std::string_view key = sheet->page->text(sheet->goal_key);
            if (key.empty()) continue;
            const auto [entry, added] = first.try_emplace(key, sheet);
            if (!added) report.add(*sheet, sheet->at_goal, {where(*entry->second, *sheet)});
        }
    }
}

}  // namespace
}  // namespace duplicate_sheet_rule

const RuleBody duplicate_sheet{
    .texts = {.title = {"同じシートが2つある", "the same sheet twice"},
              .message = {"同じ重点目標のシートが{0}にもあります。古い方を除いてください。",
                          "Duplicate sheet: the same goal is also on {0}; remove the older one."},
              .why = {"同じ目標が二重に集計されます。", "The goal would be counted twice."},
              .wrong = "一覧: 1 ごみの減量と資源循環の推進\nシート2 重点目標: ごみの減量と資源循環の推進",
              .right = "シート2 重点目標: 水と緑の保全"},
    .on_run = duplicate_sheet_rule::check,
};

}  // namespace goalsheet::rules
