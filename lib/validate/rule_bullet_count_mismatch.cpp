// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"
#include "validate/measures.hpp"
#include "validate/rule_body.hpp"

namespace goalsheet::rules {
namespace {

std::size_t count_bullets(std::string_view text) {
    std::size_t count = 0;
    for (const std::string_view line : split_lines(text)) count += trim(line).starts_with("・");
    return count;
}

void check(const SheetScope& sheet, Reporter& report) {
    const FieldId field = sheet.page.stage == Stage::final ? FieldId::final : FieldId::midterm;
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        const std::size_t targets = count_bullets(measure.target.text);
        const std::size_t reports = count_bullets(text_of(measure, field).text);
        // A report in prose may cover everything; more points than targets are no gap.
        if (targets < 2 || reports == 0 || reports >= targets) return;
        report.add(sheet, sheet.at(item, measure, field),
                   {count_word(targets), count_word(reports), field_word(field)});
    });
}

}  // namespace

const RuleBody bullet_count_mismatch{
    .texts = {.title = {"箇条書きの数が目標と合わない", "fewer points reported than targeted"},
              .message = {"目標は{0}項目、{2}は{1}項目です。抜けた項目を書いてください。",
                          "{0} sub-targets but {1} points in the {2}; write the missing ones."},
              .why = {"報告のない項目は、やらなかったのか書き忘れたのか分かりません。",
                      "A point without a report may be undone or just unwritten."},
              .wrong = "②数値目標: (1) ・ 啓発イベント 4回\n  ・ 料理教室 3回\n  ・ 協力店 20店\n"
                       "②中間報告: (1) ・ 啓発イベント 2回\n  ・ 料理教室 2回",
              .right = "②数値目標: (1) ・ 啓発イベント 4回\n  ・ 料理教室 3回\n  ・ 協力店 20店\n"
                       "②中間報告: (1) ・ 啓発イベント 2回\n  ・ 料理教室 2回\n  ・ 協力店 12店"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
