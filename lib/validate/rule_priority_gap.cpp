// SPDX-License-Identifier: MIT
#include <set>

#include "validate/rule_body.hpp"
#include "validate/sheet_groups.hpp"

namespace goalsheet::rules {
namespace {

// Ranks beyond any real list are misreadings that a list of missing ranks would only blow up.
constexpr int kHighestRank = 100;

void check_group(const SheetGroup& group, Reporter& report) {
    std::set<int> ranks;
    const SheetScope* last = nullptr;
    for (const SheetScope* sheet : group.sheets) {
        const auto rank = sheet->sheet.priority;
        if (!rank || *rank < 1 || *rank > kHighestRank) continue;
        ranks.insert(*rank);
        if (!last || *rank > *last->sheet.priority) last = sheet;
    }
    // One sheet alone says nothing of the others.
    if (group.sheets.size() < 2 || !last) return;
    std::vector<Message> missing;
    for (int rank = 1; rank < *ranks.rbegin(); ++rank)
        if (!ranks.contains(rank)) missing.push_back({std::to_string(rank) + "位", std::to_string(rank)});
    if (!missing.empty()) report.add(*last, last->at(FieldId::priority), {join(missing)});
}

void check(const RunScope& run, Reporter& report) {
    for (const SheetGroup& group : group_sheets(run)) check_group(group, report);
}

}  // namespace

const RuleBody priority_gap{
    .texts = {.title = {"優先順位が飛んでいる", "a rank is missing"},
              .message = {"優先順位に{0}がありません。シートの漏れか、順位の誤りを確認してください。",
                          "Rank {0} is missing; a sheet was left out or a rank is wrong."},
              .why = {"順位の抜けは、提出漏れのシートがあることを示します。",
                      "A missing rank usually means a missing sheet."},
              .wrong = "シート2 優先順位: 3位",
              .right = "シート2 優先順位: 2位"},
    .on_run = check,
};

}  // namespace goalsheet::rules
