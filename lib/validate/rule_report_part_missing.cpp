// SPDX-License-Identifier: MIT
#include "validate/indicators.hpp"
#include "validate/rule_body.hpp"

namespace goalsheet::rules {
namespace {

void check(const SheetScope& sheet, Reporter& report) {
    const Against against = against_of(sheet.page.stage);
    for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
        const FieldId field = report_field(against);
        if (is_blank(text_of(measured.measure, field).text)) return;  // GS401 and GS403 say that
        for (const ProgressRow& row : measured.rows)
            if (row.status == ProgressStatus::not_reported)
                report.add(sheet, sheet.at(measured.item, measured.measure, field),
                           {same(indicator_word(row)), same("0" + row.unit)});
    });
}

}  // namespace

const RuleBody report_part_missing{
    .texts = {.title = {"報告のない目標がある", "a part of the target has no report"},
              .message = {"目標「{0}」に対する報告がありません。{1}でも書いてください。",
                          "No report for the part {0}; write it even if it is {1}."},
              .why = {"書かれていない指標は、実績なしとも書き忘れとも読めます。",
                      "An indicator nobody mentions may be undone or just unwritten."},
              .wrong = "②数値目標: (1) 啓発イベント 4回\n  料理教室 30人\n②中間報告: (1) 啓発イベント 2回",
              .right =
                  "②数値目標: (1) 啓発イベント 4回\n  料理教室 30人\n②中間報告: (1) 啓発イベント 2回\n  料理教室 18人"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
