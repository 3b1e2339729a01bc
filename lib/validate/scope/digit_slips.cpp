// SPDX-License-Identifier: MIT
#include "validate/scope/digit_slips.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "goalsheet/text.hpp"
#include "validate/scope/figures.hpp"

namespace goalsheet::rules {
namespace {

// How near a ratio has to come to a power of ten, as a factor either way.
constexpr double kNear = 1.755;
constexpr double kFarTimes = 8;
constexpr double kTenth = 0.15;

bool is_near_power(const Scale& scale) {
    const double off = scale.ratio / std::pow(10.0, scale.power);
    return off < kNear && off > 1 / kNear;
}

double value_of(const Decimal& value, std::string_view unit) { return value.to_double() * find_unit(unit).factor; }

bool is_money(std::string_view unit) { return find_unit(unit).canonical == "円"; }

bool is_at_year_end(const ProgressRow& row) { return row.against == Against::final; }

// A thousandth of a target in 千円, a hundred times as many people: no year goes like that.
bool is_out_of_scale(const ProgressRow& row, const Scale& scale) {
    if (scale.ratio >= kFarTimes) return true;
    constexpr int kThousandth = -3;
    if (scale.power <= kThousandth) return true;
    if (is_money(row.unit) && scale.power <= -2 && is_at_year_end(row)) return true;
    constexpr double kTenthOff = 1.25;
    return row.unit == "%" && is_at_year_end(row) && scale.power == -1 && scale.ratio * 10 < kTenthOff &&
           scale.ratio * 10 > 1 / kTenthOff;
}

// 1,350 → 135 and 42.0 → 42: what is left of a figure without its point and its noughts.
std::string significant_digits(std::string_view written) {
    std::string digits;
    for (const char c : written)
        if (c >= '0' && c <= '9' && !(digits.empty() && c == '0')) digits += c;
    digits.erase(digits.find_last_not_of('0') + 1);
    return digits;
}

// L=42.0m against L=420m: the same digits with the point elsewhere. A half-year may well come to a tenth as long as no
// point stands where there was none.
bool has_moved_point(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row,
                     const Scale& scale) {
    if (scale.power == 0 || !has_same_unit(row.unit, row.result_unit)) return false;
    const SourcedText& report = text_of(measured.measure, report_field(row.against));
    const std::string target = as_written(sheet.page, measured.measure.target, *row.target, row.unit);
    const std::string result = as_written(sheet.page, report, *row.result, row.result_unit);
    const std::string digits = significant_digits(target);
    if (digits.size() < 2 || digits != significant_digits(result)) return false;
    const bool in_target = target.find('.') != std::string::npos;
    const bool in_result = result.find('.') != std::string::npos;
    return in_target != in_result || (in_target && is_at_year_end(row));
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

// Half a year has half the target; five times the target is ten times that.
bool is_far_ahead(const ProgressRow& row, const Scale& scale) {
    constexpr double kAhead = 4;
    constexpr double kMany = 1000;
    return !is_at_year_end(row) && scale.ratio >= kAhead && row.result->to_double() >= kMany && row.unit != "%";
}

std::optional<DigitSlip> find_against_target(const SheetScope& sheet, const MeasuredMeasure& measured,
                                             const ProgressRow& row) {
    if (wants_less(measured, row) || row.unit == "ポイント" || is_total_of_each(sheet, measured, row))
        return std::nullopt;
    // The reader doubts an amount in another unit; here that is the question.
    const bool other_unit = is_money(row.unit) && is_money(row.result_unit) && row.unit != row.result_unit;
    if (!is_sure(sheet, measured, row) && !other_unit) return std::nullopt;
    const auto scale = scale_of(value_of(*row.result, row.result_unit), value_of(*row.target, row.unit));
    if (!scale) return std::nullopt;
    if (!is_out_of_scale(row, *scale) && !is_other_money_unit(row, *scale) && !is_far_ahead(row, *scale) &&
        !has_moved_point(sheet, measured, row, *scale))
        return std::nullopt;
    const bool bounded = is_bounded_rate(row.indicator) || is_bounded_rate(measured.measure.action.text);
    if (row.unit == "%" && scale->ratio >= kFarTimes && bounded) return std::nullopt;  // GS509
    return DigitSlip{DigitSlip::From::target, *scale, *row.result, row.result_unit, *row.target, row.unit};
}

// 17回・5,330人 against 30回・900人: the one at 57 %, the other at 592 %.
std::optional<DigitSlip> find_beside(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row) {
    constexpr double kLeast = 4;
    constexpr double kAlike = 1.6;
    const bool asked = measured.rows.size() == 2 && row.rate && *row.rate >= kLeast && *row.rate < kFarTimes;
    if (!asked || row.unit == "%" || !is_sure(sheet, measured, row)) return std::nullopt;
    const ProgressRow& other = &row == &measured.rows[0] ? measured.rows[1] : measured.rows[0];
    if (!other.rate || !is_sure(sheet, measured, other) || *other.rate <= 0) return std::nullopt;
    const double tenth = *row.rate / 10 / *other.rate;
    if (tenth > kAlike || tenth < 1 / kAlike) return std::nullopt;
    return DigitSlip{
        DigitSlip::From::target_beside, {*row.rate, 1}, *row.result, row.result_unit, *row.target, row.unit};
}

bool is_tenth_of_target(const ProgressRow& row) {
    const auto scale = scale_of(value_of(*row.result, row.result_unit), value_of(*row.target, row.unit));
    return scale && scale->ratio < kTenth && scale->power == -1 && is_near_power(*scale);
}

// A tenth of what was reached at mid-term. Work that begins late grows more than tenfold; what falls to a tenth of
// itself does not exist, nor what is below mid-term and a tenth of its target.
std::optional<DigitSlip> find_against_midterm(const SheetScope& sheet, const MeasuredMeasure& measured,
                                              const ProgressRow& row) {
    if (!is_at_year_end(row) || measured.rows.size() != 1 || !is_sure(sheet, measured, row) ||
        wants_less(measured, row))
        return std::nullopt;
    const std::span<const ProgressRow> midterm = sheet.page.progress_of(row, Against::midterm);
    if (midterm.size() != 1 || !midterm.front().result || midterm.front().state != ReportState::done)
        return std::nullopt;
    const ProgressRow& before = midterm.front();
    if (!has_same_unit(before.result_unit, row.result_unit)) return std::nullopt;
    const auto scale = scale_of(value_of(*row.result, row.result_unit), value_of(*before.result, before.result_unit));
    if (!scale || scale->ratio >= 1) return std::nullopt;
    if (!is_tenth_of_target(row) && (scale->ratio > kTenth || !is_near_power(*scale))) return std::nullopt;
    return DigitSlip{DigitSlip::From::midterm, *scale,         *row.result,
                     row.result_unit,          *before.result, before.result_unit};
}

// 192,000百万円（達成率 106.7％）: the reader takes no figure that its own rate denies.
std::optional<DigitSlip> find_denied_by_rate(const SheetScope& sheet, const MeasuredMeasure& measured,
                                             const ProgressRow& row) {
    const std::string& text = text_of(measured.measure, report_field(row.against)).text;
    if (text.find("達成率") == std::string::npos && text.find("進捗率") == std::string::npos) return std::nullopt;
    const auto answered = measured.rows.size() == 1 ? answer_by_only_figure(sheet, measured, row) : std::nullopt;
    if (!answered || wants_less(measured, row) || is_total_of_each(sheet, measured, *answered)) return std::nullopt;
    const auto scale = scale_of(value_of(*answered->result, answered->result_unit), value_of(*row.target, row.unit));
    if (!scale || !is_out_of_scale(row, *scale)) return std::nullopt;
    return DigitSlip{DigitSlip::From::target, *scale, *answered->result, answered->result_unit, *row.target, row.unit};
}

}  // namespace

std::optional<Scale> scale_of(double figure, double other) {
    if (figure <= 0 || other <= 0) return std::nullopt;
    const double ratio = figure / other;
    return Scale{ratio, static_cast<int>(std::round(std::log10(ratio)))};
}

std::optional<DigitSlip> find_digit_slip(const SheetScope& sheet, const MeasuredMeasure& measured,
                                         const ProgressRow& row) {
    if (row.target && !row.result) return find_denied_by_rate(sheet, measured, row);
    if (!row.target || !row.result) return std::nullopt;
    if (auto slip = find_against_target(sheet, measured, row)) return slip;
    if (auto slip = find_beside(sheet, measured, row)) return slip;
    return find_against_midterm(sheet, measured, row);
}

bool is_told_as_slip(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row) {
    return find_digit_slip(sheet, measured, row) &&
           sheet.page.policy.severity_of("GS513", sheet.page.stage) != Severity::off;
}

}  // namespace goalsheet::rules
