// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace {

Message stage_word(Stage stage) { return stage == Stage::plan ? Message{"計画", "plan"} : Message{"中間", "mid-term"}; }

void check(const SheetScope& sheet, Reporter& report) {
    const Stage stage = sheet.page.stage;
    for (const Item& item : sheet.sheet.items) {
        for (const FieldId field : {FieldId::midterm, FieldId::final}) {
            const bool due = field == FieldId::midterm && stage == Stage::midterm;
            if (due || !has_any(item, field)) continue;
            report.add(sheet, sheet.at(item, field), {field_word(field), stage_word(stage)});
        }
    }
}

}  // namespace

const RuleBody report_too_early{
    .texts = {.title = {"報告が段階より早い", "report of a later stage"},
              .message = {"{0}に記入がありますが段階は{1}です。`--stage` の誤りか、記入欄の誤りです。",
                          "The {0} is filled at the {1} stage; wrong column or wrong --stage."},
              .why = {"隣の列に書いた報告は、まだ来ていない段階の実績として集計されます。",
                      "A report in the next column is counted for a stage that has not come."},
              .wrong = "②中間報告: (1) 啓発イベント 2回\n②期末報告: (1) 啓発イベント 2回",
              .right = "②中間報告: (1) 啓発イベント 2回"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
