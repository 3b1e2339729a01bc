// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"
#include "validate/scope/missing_cell.hpp"

namespace goalsheet::rules {
namespace deadline_missing_rule {
namespace {

void check(const SheetScope& sheet, Reporter& report) { report_missing(sheet, FieldId::deadline, report); }

}  // namespace
}  // namespace deadline_missing_rule

const RuleBody deadline_missing{
    .texts = {.title = {"期限がない", "deadline is missing"},
              .message = {"{0}の期限がありません。「年度末まで」など期限を書いてください。",
                          "{0} has no deadline; write one, for example 年度末まで."},
              .why = {"いつまでかが分からない取組は、遅れているかどうかも分かりません。",
                      "Without a deadline nothing can be late."},
              .wrong = "②期間・期限: (1)",
              .right = "②期間・期限: (1) 年度末まで"},
    .on_sheet = deadline_missing_rule::check,
};

}  // namespace goalsheet::rules
