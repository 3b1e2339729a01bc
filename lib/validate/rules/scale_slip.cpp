// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"

namespace goalsheet::rules {
namespace {

// How near a ratio has to come to a power of ten, as a factor either way.
constexpr double kNear = 1.35;
constexpr double kFarTimes = 8;

const Message kUnit = {
    "報告の「{0}」は目標の「{1}」の{2}です。単位（{3}）か桁の誤りではありませんか。確認してください。",
    "The report's {0} is {2} the target's {1}; is the unit ({3}) or a digit wrong? Check it."};
const Message kBaseline = {"目標「{0}」は基準の「{1}」の{2}です。桁の誤りではありませんか。確認してください。",
                           "The target {0} is {2} the baseline {1}; is a digit wrong? Check it."};
const Message kMidterm = {"期末の「{0}」は中間の「{1}」の{2}です。桁の誤りではありませんか。確認してください。",
                          "The year-end {0} is {2} the mid-term {1}; is a digit wrong? Check it."};

struct Scale {
    double ratio;  // of the figure to what it is held against
    int power;     // of ten that it is near
};

std::optional<Scale> scale_of(double figure, double other) {
    if (figure <= 0 || other <= 0) return std::nullopt;
    const double ratio = figure / other;
    const double power = std::round(std::log10(ratio));
    return Scale{ratio, static_cast<int>(power)};
}

Message times_word(const Scale& scale) {
    const double times = scale.ratio >= 1 ? scale.ratio : 1 / scale.ratio;
    const std::string shown = figure_word(Decimal{std::llround(times), 0}, "");
    if (scale.ratio >= 1) return {"約" + shown + "倍", "about " + shown + " times"};
    return {"約" + shown + "分の1", "about 1/" + shown + " of"};
}

bool is_near_power(const Scale& scale) {
    const double off = scale.ratio / std::pow(10.0, scale.power);
    return off < kNear * 1.3 && off > 1 / (kNear * 1.3);
}

double value_of(const Decimal& value, std::string_view unit) { return value.to_double() * find_unit(unit).factor; }

bool is_money(std::string_view unit) { return find_unit(unit).canonical == "円"; }

// A thousandth of a target in 千円, a hundred times as many people: no year goes like that.
bool is_slip(const Scale& scale, bool money, bool at_year_end, bool percent) {
    if (scale.ratio >= kFarTimes) return true;
    constexpr int kThousandth = -3;
    if (scale.power <= kThousandth) return true;
    if (money && scale.power <= -2 && at_year_end) return true;
    constexpr double kTenthOff = 1.25;
    return percent && at_year_end && scale.power == -1 && scale.ratio * 10 < kTenthOff &&
           scale.ratio * 10 > 1 / kTenthOff;
}

// 2,410万円 against 4,800千円: as it is written it would fit, as it reads it does not.
bool is_other_money_unit(const ProgressRow& row, const Scale& scale) {
    if (!is_money(row.unit) || find_unit(row.unit).factor == find_unit(row.result_unit).factor) return false;
    const double as_written = row.result->to_double() / row.target->to_double();
    constexpr double kLeast = 0.2;
    constexpr double kMost = 1.5;
    constexpr double kTooMuch = 3;
    return as_written > kLeast && as_written < kMost && (scale.ratio > kTooMuch || scale.ratio < 1 / kFarTimes);
}

void check_row(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row, FieldId field,
               Reporter& report) {
    if (!row.target || !row.result || wants_less(measured, row) || row.unit == "ポイント") return;
    // The reader doubts an amount in another unit; here that is the question.
    const bool other_unit = is_money(row.unit) && is_money(row.result_unit) && row.unit != row.result_unit;
    if (!is_sure(measured, row) && !other_unit) return;
    const auto scale = scale_of(value_of(*row.result, row.result_unit), value_of(*row.target, row.unit));
    if (!scale) return;
    // Half a year has half the target; five times the target is ten times that.
    constexpr double kTooEarly = 4;
    constexpr double kMany = 1000;
    const bool too_early =
        field == FieldId::midterm && scale->ratio >= kTooEarly && row.result->to_double() >= kMany && row.unit != "%";
    if (!is_slip(*scale, is_money(row.unit), field == FieldId::final, row.unit == "%") &&
        !is_other_money_unit(row, *scale) && !too_early)
        return;
    const bool bounded = is_bounded_rate(row.indicator) || is_bounded_rate(measured.measure.action.text);
    if (row.unit == "%" && scale->ratio >= kFarTimes && bounded) return;  // GS509
    const std::string units = row.unit == row.result_unit ? row.unit : row.unit + "・" + row.result_unit;
    report.add(
        sheet, result_place(sheet.at(measured.item, measured.measure, field), row),
        Saying{
            .arguments = {same(as_written(sheet.page, text_of(measured.measure, field), *row.result, row.result_unit)),
                          same(as_written(sheet.page, measured.measure.target, *row.target, row.unit)),
                          times_word(*scale), same(units)},
            .message = &kUnit});
}

// A tenth of what was reached at mid-term, or ten times as much: a decimal point or a nought.
void check_midterm(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row, Reporter& report) {
    if (!is_sure(measured, row) || wants_less(measured, row)) return;
    const std::span<const ProgressRow> midterm = sheet.page.progress_of(row, Against::midterm);
    if (midterm.size() != 1 || !midterm.front().result || midterm.front().state != ReportState::done) return;
    const ProgressRow& before = midterm.front();
    if (!has_same_unit(before.result_unit, row.result_unit)) return;
    const auto scale = scale_of(value_of(*row.result, row.result_unit), value_of(*before.result, before.result_unit));
    // Work that begins late grows more than tenfold; what falls to a tenth of itself does not exist, nor what is below
    // mid-term and a tenth of its target.
    if (!scale || scale->ratio >= 1) return;
    const auto to_target = scale_of(value_of(*row.result, row.result_unit), value_of(*row.target, row.unit));
    constexpr double kTenth = 0.15;
    const bool tenth_of_target =
        to_target && to_target->ratio < kTenth && to_target->power == -1 && is_near_power(*to_target);
    if (!tenth_of_target && (scale->ratio > kTenth || !is_near_power(*scale))) return;
    const SourcedText& final = measured.measure.final;
    report.add(
        sheet, result_place(sheet.at(measured.item, measured.measure, FieldId::final), row),
        Saying{.arguments = {same(as_written(sheet.page, final, *row.result, row.result_unit)),
                             same(as_written(sheet.page, measured.measure.midterm, *before.result, before.result_unit)),
                             times_word(*scale)},
               .message = &kMidterm});
}

const Message kBeside = {"「{0}」は目標「{1}」の{2}で、同じ取組のほかの実績と桁が違います。桁の誤りではありませんか。",
                         "{0} is {2} the target {1}, unlike the other figure of the measure; is a digit wrong?"};

// 17回・5,330人 against 30回・900人: the one at 57 %, the other at 592 %.
void check_beside(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row, FieldId field,
                  Reporter& report) {
    constexpr double kLeast = 4;
    constexpr double kAlike = 1.6;
    if (measured.rows.size() != 2 || !row.rate || !is_sure(measured, row) || *row.rate < kLeast || row.unit == "%")
        return;
    const ProgressRow& other = &row == &measured.rows[0] ? measured.rows[1] : measured.rows[0];
    if (!other.rate || !is_sure(measured, other) || *other.rate <= 0) return;
    const double tenth = *row.rate / 10 / *other.rate;
    if (*row.rate >= kFarTimes || tenth > kAlike || tenth < 1 / kAlike) return;
    const Scale scale{*row.rate, 1};
    report.add(
        sheet, result_place(sheet.at(measured.item, measured.measure, field), row),
        Saying{
            .arguments = {same(as_written(sheet.page, text_of(measured.measure, field), *row.result, row.result_unit)),
                          same(as_written(sheet.page, measured.measure.target, *row.target, row.unit)),
                          times_word(scale)},
            .message = &kBeside});
}

void check_baseline(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row,
                    Reporter& report) {
    constexpr double kLeastBaseline = 10;
    if (!row.target || !row.baseline || row.baseline->to_double() < kLeastBaseline || wants_less(measured, row)) return;
    const auto scale = scale_of(row.target->to_double(), row.baseline->to_double());
    if (!scale || scale->ratio < kFarTimes) return;
    const SourcedText& text = measured.measure.target;
    report.add(sheet, sheet.at(measured.item, measured.measure, FieldId::target),
               Saying{.arguments = {same(as_written(sheet.page, text, *row.target, row.unit)),
                                    same(as_written(sheet.page, text, *row.baseline, row.unit)), times_word(*scale)},
                      .message = &kBaseline});
}

void check(const SheetScope& sheet, Reporter& report) {
    const Against against = against_of(sheet.page.stage);
    const bool final = against == Against::final;
    for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
        for (const ProgressRow& row : measured.rows) {
            check_baseline(sheet, measured, row, report);
            if (sheet.page.stage == Stage::plan) continue;
            check_row(sheet, measured, row, report_field(against), report);
            check_beside(sheet, measured, row, report_field(against), report);
            if (final && measured.rows.size() == 1) check_midterm(sheet, measured, row, report);
        }
    });
}

}  // namespace

const RuleBody scale_slip{
    .texts = {.title = {"桁か単位の誤り", "a slip of digits or units"},
              .message = kUnit,
              .why = {"千円と円の取り違えや0の付け過ぎは、実績を10倍、1,000倍に見せます。",
                      "Thousands for units, or a nought too many, multiply the result."},
              .wrong = "②数値目標: (1) 売上額 4,000千円\n②中間報告: (1) 売上額 2,100円",
              .right = "②数値目標: (1) 売上額 4,000千円\n②中間報告: (1) 売上額 2,100千円"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
