// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/digit_slips.hpp"
#include "validate/scope/figure_changes.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/later_target.hpp"

namespace goalsheet::rules {
namespace missed_without_reason_rule {
namespace {

// 目標に届かなかった。…によるものである。 The reason may have a sentence of its own behind the miss.
bool tells_of_miss(std::string_view sentence) {
    constexpr std::array<std::string_view, 10> kMissed = {"届か", "及ば", "達しな", "達成でき", "達成に",
                                                          "至ら", "下回", "未達",   "減少",     "伸び悩"};
    return std::any_of(kMissed.begin(), kMissed.end(),
                       [&](std::string_view one) { return sentence.find(one) != std::string_view::npos; });
}

// The remaining issues of the sheet may tell why, in the sentence that names the thing.
bool is_explained_below(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row) {
    const std::string_view outcomes = sheet.sheet.notes.outcomes.text;
    const auto explained = [&](std::string_view name) {
        constexpr std::size_t kLeast = 3;
        if (count_code_points(name) < kLeast) return false;
        for (std::size_t at = outcomes.find(name); at != std::string_view::npos; at = outcomes.find(name, at + 1)) {
            std::size_t end = std::min(outcomes.find("。", at), outcomes.size());
            if (tells_of_miss(outcomes.substr(at, end - at))) end = std::min(outcomes.find("。", end + 1), end + 300);
            if (gives_reason(outcomes.substr(at, end - at))) return true;
        }
        return false;
    };
    return explained(row.indicator) || explained(measured.measure.action.text);
}

// A later year's target (GS309), an average age, and 入所者 4,825人 beside 74人減: more is not what is asked for yet,
// or not at all.
bool may_fall_short(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row) {
    if (row.unit == "歳" || find_later_target(sheet, measured.measure)) return true;
    const std::vector<Quantity>& target = sheet.page.quantities(measured.measure.target);
    return std::any_of(target.begin(), target.end(), [&](const Quantity& one) {
        return has_same_unit(one.unit, row.unit) && one.value.to_text() != row.target->to_text() &&
               sign_of_change(measured.measure.target.text, one).behind < 0;
    });
}

void check_row(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row, Reporter& report) {
    if (is_reached(sheet, measured, row) || is_told_as_slip(sheet, measured, row)) return;
    const SourcedText& text = measured.measure.final;
    // GS409 says that it is the mid-term report still.
    const bool copied = trim(text.text) == trim(measured.measure.midterm.text);
    if (copied && sheet.page.policy.severity_of("GS409", Stage::final) != Severity::off) return;
    if (may_fall_short(sheet, measured, row)) return;
    if (explains_miss(text.text) || is_explained_below(sheet, measured, row)) return;
    report.add(sheet, result_place(sheet.at(measured.item, measured.measure, FieldId::final), row),
               {same(as_told(sheet.page, measured.measure.target, *row.target, row.unit)),
                same(as_told(sheet.page, text, *row.result, row.result_unit))});
}

// 11％増加 against 10％削減. Beside a verdict it is GS511's.
void check_change(const SheetScope& sheet, const MeasuredMeasure& measured, Reporter& report) {
    if (measured.rows.size() != 1 || measured.measure.final.text.find("達成") != std::string::npos) return;
    const auto answered = answer_by_change(sheet, measured, measured.rows.front());
    if (answered && is_change_reached(sheet, measured, *answered)) check_row(sheet, measured, *answered, report);
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measured(sheet, Against::final, [&](const MeasuredMeasure& measured) {
        for (const ProgressRow& row : measured.rows)
            if (is_sure(sheet, measured, row)) check_row(sheet, measured, row, report);
        check_change(sheet, measured, report);
    });
}

}  // namespace
}  // namespace missed_without_reason_rule

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
    .on_sheet = missed_without_reason_rule::check,
};

}  // namespace goalsheet::rules
