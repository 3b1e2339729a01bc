// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"
#include "validate/scope/bullets.hpp"
#include "validate/scope/indicators.hpp"

namespace goalsheet::rules {
namespace bullet_count_mismatch_rule {
namespace {

// （料理教室:3回）: the parts nothing was reported of, as far as they can be told.
Message missing_parts(const SheetScope& sheet, const MeasuredMeasure& measured) {
    std::vector<Message> parts;
    for (const ProgressRow& row : measured.rows)
        if (row.status == ProgressStatus::not_reported && row.target)
            parts.push_back(same(indicator_word(sheet, measured, row)));
    if (parts.empty()) return {};
    const Message all = join(parts);
    return {"（" + all.ja + "）", " (" + all.en + ")"};
}

void check(const SheetScope& sheet, Reporter& report) {
    const Against against = against_of(sheet.page.stage);
    const FieldId field = report_field(against);
    for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
        const BulletCounts counts = count_bullets(measured.measure, field);
        if (counts.differ())
            report.add(sheet, sheet.at(measured.item, measured.measure, field),
                       {count_word(counts.target), count_word(counts.report), field_word(field),
                        missing_parts(sheet, measured)});
    });
}

}  // namespace
}  // namespace bullet_count_mismatch_rule

const RuleBody bullet_count_mismatch{
    .texts = {.title = {"箇条書きの数が目標と合わない", "fewer points reported than targeted"},
              .message = {"目標は{0}項目、{2}は{1}項目です。抜けた項目{3}を書いてください。",
                          "{0} sub-targets but {1} points in the {2}; write the missing ones{3}."},
              .why = {"報告のない項目は、やらなかったのか書き忘れたのか分かりません。",
                      "A point without a report may be undone or just unwritten."},
              .wrong = "②数値目標: (1) ・ 啓発イベント 4回\n  ・ 料理教室 3回\n  ・ 協力店 20店\n"
                       "②中間報告: (1) ・ 啓発イベント 2回\n  ・ 料理教室 2回",
              .right = "②数値目標: (1) ・ 啓発イベント 4回\n  ・ 料理教室 3回\n  ・ 協力店 20店\n"
                       "②中間報告: (1) ・ 啓発イベント 2回\n  ・ 料理教室 2回\n  ・ 協力店 12店"},
    .on_sheet = bullet_count_mismatch_rule::check,
};

}  // namespace goalsheet::rules
