// SPDX-License-Identifier: MIT
#include <set>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace {

// 産業振興部 商工課 is in 産業振興部, and みどり市環境部 is 環境部.
bool is_within(const std::string& department, const std::string& expected) {
    return department.find(expected) != std::string::npos || expected.find(department) != std::string::npos;
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
        if (own.empty() || is_within(own, expected)) continue;
        report.add(*sheet, sheet->at(FieldId::department),
                   {count_word(sheet->number), same(excerpt(sheet->sheet.department.text)),
                    same(excerpt(page.document.department.text))});
    }
}

}  // namespace

const RuleBody department_mismatch{
    .texts = {.title = {"部局名が合わない", "departments differ"},
              .message = {"シート{0}の部局名が「{1}」です。「{2}」に直してください。",
                          "Department of sheet {0} is {1}; the page is {2}'s."},
              .why = {"部局名が違うシートは、別の部局の目標として集計されます。",
                      "A sheet with another department's name is counted there."},
              .wrong = "シート2 部局名: 生活課",
              .right = "シート2 部局名: 環境部"},
    .on_document = check,
};

}  // namespace goalsheet::rules
