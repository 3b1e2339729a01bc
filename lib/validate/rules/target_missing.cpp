// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"
#include "validate/scope/missing_cell.hpp"

namespace goalsheet::rules {
namespace target_missing_rule {
namespace {

void check(const SheetScope& sheet, Reporter& report) { report_missing(sheet, FieldId::target, report); }

}  // namespace
}  // namespace target_missing_rule

const RuleBody target_missing{
    .texts = {.title = {"数値目標が空", "target is empty"},
              .message = {"{0}の数値目標が空です。数値か、できない場合は「いつまでに何を」を書いてください。",
                          "Target of {0} is empty; give a number or a dated outcome."},
              .why = {"目標がなければ、年度末に達成したかどうかを誰も言えません。",
                      "Without a target nobody can say at year end whether it was reached."},
              .wrong = "②数値目標: (1)",
              .right = "②数値目標: (1) 啓発イベント 4回"},
    .on_sheet = target_missing_rule::check,
};

}  // namespace goalsheet::rules
