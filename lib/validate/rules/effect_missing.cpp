// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace effect_missing_rule {
namespace {

void check(const SheetScope& sheet, Reporter& report) {
    if (is_blank(sheet.sheet.notes.outcomes.text)) report.add(sheet, sheet.at(FieldId::outcomes), {});
}

}  // namespace
}  // namespace effect_missing_rule

const RuleBody effect_missing{
    .texts = {.title = {"効果・課題が空", "effects and issues are missing"},
              .message = {"「取組による効果・残された課題」が空です。成果1つと課題1つを書いてください。",
                          "Effects / remaining issues is empty at year end; write one effect and one issue."},
              .why = {"翌年度の目標は、残された課題から立てます。", "Next year's goals start from what is left to do."},
              .wrong = "期末報告: (1) 回収拠点数 20箇所\n  (2) 出前講座 12回\n②期末報告: (1) 啓発イベント 4回\n"
                       "取組による効果・残された課題:",
              .right = "期末報告: (1) 回収拠点数 20箇所\n  (2) 出前講座 12回\n②期末報告: (1) 啓発イベント 4回\n"
                       "取組による効果・残された課題: 拠点が増えた。回収時間の周知が課題である。\n"
                       "シート2 期末報告: (1) 参加者数 320人\nシート2 取組による効果・残された課題: "
                       "参加者が増えた。若い世代の参加が課題である。"},
    .on_sheet = effect_missing_rule::check,
};

}  // namespace goalsheet::rules
