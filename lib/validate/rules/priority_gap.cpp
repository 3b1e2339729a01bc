// SPDX-License-Identifier: MIT
#include <map>
#include <set>

#include "validate/rules/rule_body.hpp"
#include "validate/scope/sheet_groups.hpp"

namespace goalsheet::rules {
namespace priority_gap_rule {
namespace {

// Ranks beyond any real list are misreadings that a list of missing ranks would only blow up.
constexpr int kHighestRank = 100;

std::optional<int> rank_of(const SheetFacts& sheet) {
    const auto rank = sheet.priority;
    return rank && *rank >= 1 && *rank <= kHighestRank ? rank : std::nullopt;
}

// Ranks that a sheet alone in its department and year has: a wrong year or department there is another rule's, and its
// rank is not missing.
using StrayRanks = std::map<const PageFacts*, std::set<int>>;

StrayRanks stray_ranks(const std::vector<SheetGroup>& groups) {
    StrayRanks ranks;
    for (const SheetGroup& group : groups)
        if (group.sheets.size() == 1)
            if (const auto rank = rank_of(*group.sheets.front())) ranks[group.sheets.front()->page].insert(*rank);
    return ranks;
}

void check_group(const SheetGroup& group, const StrayRanks& strays, Reporter& report) {
    std::set<int> ranks;
    const SheetFacts* last = nullptr;
    for (const SheetFacts* sheet : group.sheets) {
        const auto rank = rank_of(*sheet);
        if (!rank) continue;
        ranks.insert(*rank);
        if (!last || *rank > *last->priority) last = sheet;
    }
    // One sheet alone says nothing of the others. As many sheets as ranks: one is taken twice or cannot be read, and
    // the rules for that say so.
    if (!last || group.sheets.size() < 2 || group.sheets.size() >= static_cast<std::size_t>(*ranks.rbegin())) return;
    if (const auto found = strays.find(last->page); found != strays.end())
        ranks.insert(found->second.begin(), found->second.end());
    std::vector<Message> missing;
    for (int rank = 1; rank < *ranks.rbegin(); ++rank)
        if (!ranks.contains(rank)) missing.push_back({std::to_string(rank) + "位", std::to_string(rank)});
    if (!missing.empty()) report.add(*last, last->at_priority, {join(missing)});
}

void check(const RunScope& run, Reporter& report) {
    const std::vector<SheetGroup> groups = group_sheets(run);
    const StrayRanks strays = stray_ranks(groups);
    for (const SheetGroup& group : groups) check_group(group, strays, report);
}

}  // namespace
}  // namespace priority_gap_rule

const RuleBody priority_gap{
    .texts = {.title = {"優先順位が飛んでいる", "a rank is missing"},
              .message = {"優先順位に{0}がありません。シートの漏れか、順位の誤りを確認してください。",
                          "Rank {0} is missing; a sheet was left out or a rank is wrong."},
              .why = {"順位の抜けは、提出漏れのシートがあることを示します。",
                      "A missing rank usually means a missing sheet."},
              .wrong = "シート2 優先順位: 3位",
              .right = "シート2 優先順位: 2位"},
    .on_run = priority_gap_rule::check,
};

}  // namespace goalsheet::rules
