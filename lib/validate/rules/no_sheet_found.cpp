// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace no_sheet_found_rule {
namespace {

void check(const DocumentScope& page, Reporter& report) {
    if (page.document.sheets.empty()) report.add(page, page.top(), {});
}

}  // namespace
}  // namespace no_sheet_found_rule

const RuleBody no_sheet_found{
    .texts = {.title = {"目標シートの表がない", "no goal sheet in the file"},
              .message = {"目標シートの表が見つかりません。「重点目標」「部局名」を含む表があるか確認してください。",
                          "No goal-sheet table found; check that the header labels are present."},
              .why = {"別のページを渡したか、見出しが崩れていて、何も点検できていません。",
                      "It is another page, or its labels are broken: nothing has been checked."},
              .wrong = "# 会議録など、目標シートではない表だけのページ",
              .right = "# 「重点目標」「部局名」の見出しがある表"},
    .on_document = no_sheet_found_rule::check,
};

}  // namespace goalsheet::rules
