// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <set>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace department_mismatch_rule {
namespace {

// 産業振興部 商工課 is in 産業振興部, and みどり市環境部 is 環境部.
bool is_within(const std::string& department, const std::string& expected) {
    return department.find(expected) != std::string::npos || expected.find(department) != std::string::npos;
}

// A sheet of a 課 on the page of a 部: the page is the department's and holds its sections' sheets.
bool is_section_of(const std::string& own, const std::string& page) {
    constexpr std::array<std::string_view, 8> kSections = {"課", "室", "係", "所", "センター", "館", "事務局", "担当"};
    constexpr std::array<std::string_view, 5> kDepartments = {"部", "局", "本部", "委員会", "庁"};
    const auto ends = [](const std::string& name, const auto& words) {
        return std::any_of(words.begin(), words.end(), [&](std::string_view one) { return name.ends_with(one); });
    };
    return ends(own, kSections) && ends(page, kDepartments);
}

// Ranks that never repeat belong to one department's list; a page of several departments starts again at 1.
bool is_one_list(const DocumentScope& page) {
    std::set<int> ranks;
    for (const auto& sheet : page.sheets)
        if (sheet->sheet.priority && !ranks.insert(*sheet->sheet.priority).second) return false;
    return true;
}

void check(const DocumentScope& page, Reporter& report) {
    const std::string expected = fold(page.document.department.text);
    if (expected.empty() || !is_one_list(page)) return;
    for (const auto& sheet : page.sheets) {
        const std::string own = fold(sheet->sheet.department.text);
        if (own.empty() || is_within(own, expected) || is_section_of(own, expected)) continue;
        report.add(*sheet, sheet->at(FieldId::department),
                   {count_word(sheet->number), same(excerpt(sheet->sheet.department.text)),
                    same(excerpt(page.document.department.text))});
    }
}

}  // namespace
}  // namespace department_mismatch_rule

const RuleBody department_mismatch{
    .texts =
        {.title = {"部局名が合わない", "departments differ"},
         .message =
             {"シート{0}の部局名は「{1}」、ページの部局名は「{2}」です。どちらが正しいか確かめ、そろえてください。",
              "The department is {1} on sheet {0} and {2} on the page; see which holds and make them agree."},
         .why = {"部局名が違うシートは、別の部局の目標として集計されます。",
                 "A sheet with another department's name is counted there."},
         .wrong = "シート2 部局名: 福祉部",
         .right = "シート2 部局名: 環境部"},
    .on_document = department_mismatch_rule::check,
};

}  // namespace goalsheet::rules
