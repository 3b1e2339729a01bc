// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"
#include "validate/scope/missing_cell.hpp"

namespace goalsheet::rules {
namespace final_missing_rule {
namespace {

void check(const SheetScope& sheet, Reporter& report) { report_missing(sheet, FieldId::final, report); }

}  // namespace
}  // namespace final_missing_rule

const RuleBody final_missing{
    .texts = {.title = {"期末報告が空", "year-end report is missing"},
              .message = {"{0}の期末報告が空です。年度末の実績と達成・未達成を書いてください。",
                          "Year-end report of {0} is empty; write the result and whether the target was reached."},
              .why = {"達成したかどうかが書かれていない目標は、評価から漏れます。",
                      "A goal without a result drops out of the evaluation."},
              .wrong = "期末報告: (1) 回収拠点数 20箇所\n  (2) 出前講座 12回",
              .right = "期末報告: (1) 回収拠点数 20箇所\n  (2) 出前講座 12回\n②期末報告: (1) 啓発イベント 4回\n"
                       "取組による効果・残された課題: 拠点が増えた。回収時間の周知が課題である。\n"
                       "シート2 期末報告: (1) 参加者数 320人\nシート2 取組による効果・残された課題: "
                       "参加者が増えた。若い世代の参加が課題である。"},
    .on_sheet = final_missing_rule::check,
};

}  // namespace goalsheet::rules
