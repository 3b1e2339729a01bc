// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "goalsheet/text.hpp"
#include "validate/plan_headings.hpp"
#include "validate/rule_body.hpp"
#include "validate/sheet_groups.hpp"

namespace goalsheet::rules {
namespace {

// Which heading of which plan: label, 編, 章, 節 (0 where the level is above).
using HeadingKey = std::tuple<std::string, int, int, int>;

struct Use {
    const SheetScope* sheet;
    const Alignment* alignment;
    PlanHeading heading;
    std::string key;  ///< of its name
};

using Uses = std::map<HeadingKey, std::vector<Use>>;

void collect(const SheetScope& sheet, Uses& uses) {
    for (const Alignment& alignment : sheet.sheet.alignments) {
        int above[3] = {0, 0, 0};
        for (const PlanHeading& heading : find_plan_headings(alignment.text.text)) {
            above[heading.level] = heading.number;
            for (int level = heading.level + 1; level < 3; ++level) above[level] = 0;
            if (heading.name.empty()) continue;
            uses[{title_key(alignment.plan.text), above[0], above[1], above[2]}].push_back(
                {&sheet, &alignment, heading, title_key(heading.name)});
        }
    }
}

// The wording most sheets have; of two the first one met.
std::string common_name(const std::vector<Use>& uses) {
    std::map<std::string, std::size_t> counts;
    for (const Use& use : uses) ++counts[use.key];
    std::string best;
    for (const Use& use : uses) {
        if (best.empty() || counts[use.key] > counts[best]) best = use.key;
    }
    return best;
}

const Use& first_with(const std::vector<Use>& uses, const std::string& key) {
    return *std::find_if(uses.begin(), uses.end(), [&](const Use& use) { return use.key == key; });
}

void compare(const std::vector<Use>& uses, Reporter& report) {
    const std::string common = common_name(uses);
    const Use& reference = first_with(uses, common);
    std::map<std::string, bool> said;
    for (const Use& use : uses) {
        if (use.key == common || said[use.key]) continue;
        said[use.key] = true;
        const std::string label = fmt::format("第{}{}", use.heading.number, level_sign(use.heading.level));
        report.add(*use.sheet, use.sheet->at(*use.alignment).part(use.heading.begin, use.heading.end),
                   {same(label), count_word(reference.sheet->number), count_word(use.sheet->number),
                    same(excerpt(reference.heading.name)), same(excerpt(use.heading.name))});
    }
}

void check(const RunScope& run, Reporter& report) {
    // Plans belong to a city and a year; what is compared is what one run has of one year.
    std::map<int, Uses> by_year;
    for (const SheetGroup& group : group_sheets(run))
        for (const SheetScope* sheet : group.sheets) collect(*sheet, by_year[group.year]);
    for (const auto& [year, uses] : by_year)
        for (const auto& [key, list] : uses) compare(list, report);
}

}  // namespace

const RuleBody plan_heading_inconsistent{
    .texts = {.title = {"計画の名称がシート間で違う", "the same plan heading has two names"},
              .message = {"「{0}」の名称がシート{1}「{3}」とシート{2}「{4}」で違います。計画の表記にそろえてください。",
                          "{0} is “{3}” on sheet {1} and “{4}” on sheet {2}; use the plan's own name."},
              .why = {"番号か名称のどちらかが誤りで、別の施策に数えられるおそれがあります。",
                      "Either the number or the name is wrong, and the goal may be counted for another measure."},
              .wrong = "シート2 総合計画における位置付け: 第2編 安心なまち 第2章 水と緑 第1節 水辺の保全",
              .right = "シート2 総合計画における位置付け: 第2編 安心して暮らせるまち 第2章 水と緑 第1節 水辺の保全"},
    .on_run = check,
};

}  // namespace goalsheet::rules
