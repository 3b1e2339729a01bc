// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "compare/similarity.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace title_list_mismatch_rule {
namespace {

const Message kNotListed = {"このシートの題名「{0}」は重点目標の一覧にありません。一覧か題名を直してください。",
                            "The title “{0}” is not in the list of goals; correct the list or the title."};

void check(const DocumentScope& page, Reporter& report) {
    const auto& goals = page.document.goals;
    if (goals.empty()) return;
    std::vector<std::string> listed;
    for (const SourcedText& goal : goals) listed.push_back(title_key(goal.text));
    std::vector<std::string> titles;
    for (const auto& sheet : page.sheets) titles.push_back(title_key(sheet->sheet.goal.text));
    const std::set<std::string> known_titles(titles.begin(), titles.end());
    const std::set<std::string> known_entries(listed.begin(), listed.end());

    // An empty title is GS101's, and may be the one that is looked for.
    const std::size_t untitled = static_cast<std::size_t>(std::count(titles.begin(), titles.end(), std::string()));
    const bool may_be_untitled = untitled > 0 && titles.size() >= listed.size();
    std::size_t missing = 0;
    for (std::size_t i = 0; i < listed.size(); ++i) {
        if (listed[i].empty() || known_titles.contains(listed[i]) || may_be_untitled) continue;
        ++missing;
        Place place = page.top();
        place.text = &goals[i];
        place.address.words = {fmt::format("重点目標の一覧 {}番", i + 1),
                               fmt::format("list of goals, entry {}", i + 1)};
        report.add(page, place, {count_word(i + 1), same(excerpt(goals[i].text))});
    }
    // A title that differs from the list has been named by its entry already.
    if (missing > 0) return;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        if (titles[i].empty() || known_entries.contains(titles[i])) continue;
        const SheetScope& sheet = *page.sheets[i];
        report.add(sheet, sheet.at(FieldId::goal),
                   Saying{.arguments = {same(excerpt(sheet.sheet.goal.text))}, .message = &kNotListed});
    }
}

}  // namespace
}  // namespace title_list_mismatch_rule

const RuleBody title_list_mismatch{
    .texts = {.title = {"重点目標の一覧とシートが合わない", "list of goals and sheets differ"},
              .message = {"一覧の{0}番「{1}」のシートがありません。題名の違いか、シートの欠落です。",
                          "List entry {0} “{1}” has no sheet with that title."},
              .why = {"一覧から探した人が、その目標のシートにたどり着けません。",
                      "Whoever comes from the list does not find the sheet."},
              .wrong = "シート2 重点目標: 水と緑の保護",
              .right = "シート2 重点目標: 水と緑の保全"},
    .on_document = title_list_mismatch_rule::check,
};

}  // namespace goalsheet::rules
