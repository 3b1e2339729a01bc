// SPDX-License-Identifier: MIT
#include <cmath>

#include "validate/rules/rule_body.hpp"
#include "validate/scope/digit_slips.hpp"
#include "validate/scope/figures.hpp"

namespace goalsheet::rules {
namespace scale_slip_rule {
namespace {

const Message kUnit = {
    "報告の「{0}」は目標の「{1}」の{2}です。単位（{3}）か桁の誤りではありませんか。確認してください。",
    "The report's {0} is {2} the target's {1}; is the unit ({3}) or a digit wrong? Check it."};
const Message kBaseline = {"目標「{0}」は基準の「{1}」の{2}です。桁の誤りではありませんか。確認してください。",
                           "The target {0} is {2} the baseline {1}; is a digit wrong? Check it."};
const Message kMidterm = {"期末の「{0}」は中間の「{1}」の{2}です。桁の誤りではありませんか。確認してください。",
                          "The year-end {0} is {2} the mid-term {1}; is a digit wrong? Check it."};

const Message kBeside = {"「{0}」は目標「{1}」の{2}で、同じ取組のほかの実績と桁が違います。桁の誤りではありませんか。",
                         "{0} is {2} the target {1}, unlike the other figure of the measure; is a digit wrong?"};

Message times_word(const Scale& scale) {
    const double times = scale.ratio >= 1 ? scale.ratio : 1 / scale.ratio;
    const std::string shown = figure_word(Decimal{std::llround(times), 0}, "");
    if (scale.ratio >= 1) return {"約" + shown + "倍", "about " + shown + " times"};
    return {"約" + shown + "分の1", "about 1/" + shown + " of"};
}

const Message* message_for(DigitSlip::From from) {
    switch (from) {
        case DigitSlip::From::target:
            return &kUnit;
        case DigitSlip::From::target_beside:
            return &kBeside;
        case DigitSlip::From::midterm:
            return &kMidterm;
    }
    return nullptr;
}

void check_row(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row, FieldId field,
               Reporter& report) {
    const auto slip = find_digit_slip(sheet, measured, row);
    if (!slip) return;
    const bool midterm = slip->from == DigitSlip::From::midterm;
    const SourcedText& other = midterm ? measured.measure.midterm : measured.measure.target;
    const std::string units = row.unit == slip->result_unit ? row.unit : row.unit + "・" + slip->result_unit;
    report.add(sheet, result_place(sheet.at(measured.item, measured.measure, field), row),
               Saying{.arguments = {same(as_written(sheet.page, text_of(measured.measure, field), slip->result,
                                                    slip->result_unit)),
                                    same(as_written(sheet.page, other, slip->other, slip->other_unit)),
                                    times_word(slip->scale), same(units)},
                      .message = message_for(slip->from)});
}

void check_baseline(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row,
                    Reporter& report) {
    constexpr double kLeastBaseline = 10;
    constexpr double kFarTimes = 8;
    if (!row.target || !row.baseline || row.baseline->to_double() < kLeastBaseline || wants_less(measured, row)) return;
    const auto scale = scale_of(row.target->to_double(), row.baseline->to_double());
    if (!scale || scale->ratio < kFarTimes) return;
    // 設置率 12％ to 100％ is a programme, and above 100％ GS509's.
    if (row.unit == "%") return;
    const SourcedText& text = measured.measure.target;
    report.add(sheet, sheet.at(measured.item, measured.measure, FieldId::target),
               Saying{.arguments = {same(as_written(sheet.page, text, *row.target, row.unit)),
                                    same(as_written(sheet.page, text, *row.baseline, row.unit)), times_word(*scale)},
                      .message = &kBaseline});
}

void check(const SheetScope& sheet, Reporter& report) {
    const Against against = against_of(sheet.page.stage);
    for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
        for (const ProgressRow& row : measured.rows) {
            check_baseline(sheet, measured, row, report);
            if (sheet.page.stage == Stage::plan) continue;
            check_row(sheet, measured, row, report_field(against), report);
        }
    });
}

}  // namespace
}  // namespace scale_slip_rule

const RuleBody scale_slip{
    .texts = {.title = {"桁か単位の誤り", "a slip of digits or units"},
              .message = scale_slip_rule::kUnit,
              .why = {"千円と円の取り違えや0の付け過ぎは、実績を10倍、1,000倍に見せます。",
                      "Thousands for units, or a nought too many, multiply the result."},
              .wrong = "②数値目標: (1) 売上額 4,000千円\n②中間報告: (1) 売上額 2,100円",
              .right = "②数値目標: (1) 売上額 4,000千円\n②中間報告: (1) 売上額 2,100千円"},
    .on_sheet = scale_slip_rule::check,
};

}  // namespace goalsheet::rules
