// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"
#include "validate/scope/missing_cell.hpp"

namespace goalsheet::rules {
namespace midterm_missing_rule {
namespace {

void check(const SheetScope& sheet, Reporter& report) { report_missing(sheet, FieldId::midterm, report); }

}  // namespace
}  // namespace midterm_missing_rule

const RuleBody midterm_missing{
    .texts = {.title = {"中間報告が空", "mid-term report is missing"},
              .message = {"{0}の中間報告が空です。9月末時点の実績を書いてください。",
                          "Mid-term report of {0} is empty; write what was done by the end of September."},
              .why = {"空欄は「0件」なのか「書き忘れ」なのか分かりません。",
                      "An empty cell may mean nothing done or nothing written."},
              .wrong = "②中間報告: (1)",
              .right = "②中間報告: (1) 啓発イベント 2回"},
    .on_sheet = midterm_missing_rule::check,
};

}  // namespace goalsheet::rules
