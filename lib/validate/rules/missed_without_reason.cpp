// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"

namespace goalsheet::rules {
namespace {

// The remaining issues of the sheet may tell why, by the name of the thing.
bool is_explained_below(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row) {
    const std::string& outcomes = sheet.sheet.notes.outcomes.text;
    if (!gives_reason(outcomes)) return false;
    const auto named = [&](std::string_view name) {
        constexpr std::size_t kLeast = 3;
        return count_code_points(name) >= kLeast && outcomes.find(name) != std::string::npos;
    };
    return named(row.indicator) || named(measured.measure.action.text);
}

void check_row(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row, Reporter& report) {
    if (!is_sure(measured, row) || is_reached(measured, row)) return;
    const SourcedText& text = measured.measure.final;
    // GS409 says that it is the mid-term report still.
    const bool copied = trim(text.text) == trim(measured.measure.midterm.text);
    if (copied && sheet.page.policy.severity_of("GS409", Stage::final) != Severity::off) return;
    if (explains_miss(text.text) || is_explained_below(sheet, measured, row)) return;
    report.add(sheet, result_place(sheet.at(measured.item, measured.measure, FieldId::final), row),
               {same(as_written(sheet.page, measured.measure.target, *row.target, row.unit)),
                same(as_written(sheet.page, text, *row.result, row.result_unit))});
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measured(sheet, Against::final, [&](const MeasuredMeasure& measured) {
        for (const ProgressRow& row : measured.rows) check_row(sheet, measured, row, report);
    });
}

}  // namespace

const RuleBody missed_without_reason{
    .texts =
        {.title = {"届かなかった理由がない", "a target was missed and no reason is given"},
         .message = {"目標{0}に対し{1}で届いていませんが、理由が書かれていません。届かなかった理由を書いてください。",
                     "The result {1} misses the target {0}, and no reason is given; say why it was missed."},
         .why = {"期末報告では、達成できなかった目標はその理由を書くことになっています。",
                 "The year-end report has to give the reason where a target was missed."},
         .wrong = "期末報告: (1) 回収拠点数 20箇所\n  (2) 出前講座 11回\n②期末報告: (1) 啓発イベント 4回\n"
                  "取組による効果・残された課題: 拠点が増えた。\n"
                  "シート2 期末報告: (1) 参加者数 320人\nシート2 取組による効果・残された課題: 参加者が増えた。",
         .right = "期末報告: (1) 回収拠点数 20箇所\n  (2) 出前講座 11回（大雪により1回を中止したため）\n"
                  "②期末報告: (1) 啓発イベント 4回\n取組による効果・残された課題: 拠点が増えた。\n"
                  "シート2 期末報告: (1) 参加者数 320人\nシート2 取組による効果・残された課題: 参加者が増えた。"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
