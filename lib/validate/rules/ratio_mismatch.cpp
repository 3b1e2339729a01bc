// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figure_changes.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace {

constexpr double kHundred = 100;
constexpr double kSlack = 1e-9;
constexpr std::array<std::string_view, 6> kAchieved = {"達成率", "目標達成率", "進捗率",
                                                       "目標比", "対目標比",   "目標の"};
constexpr std::array<std::string_view, 4> kToTarget = {"目標を", "目標に", "目標値を", "目標より"};

const Message kChange = {
    "「{0}」は、{1}と{2}の差（{3}）と合いません。数字か小数点、前年同期の値を確認してください。",
    "“{0}” does not agree with {1} and {2}, which differ by {3}; check the figures and the decimal "
    "point."};
const Message kFromTarget = {"「{0}」とありますが、目標{1}と実績{2}の差は{3}です。数字を確認してください。",
                             "It says “{0}”, but the target {1} and the result {2} differ by {3}; check the figures."};

// Rounding and cutting off are both met: one unit of the last digit is allowed.
bool agrees(double computed, const Decimal& written) {
    return std::abs(computed - std::abs(written.to_double())) <= last_place(written) + kSlack;
}

std::string printed(double value, int scale, std::string_view unit) {
    return fmt::format("{:.{}f}{}", value, std::max(scale, 1), unit);
}

void check_shares(const SheetScope& sheet, const Place& place, const std::vector<Quantity>& quantities,
                  Reporter& report) {
    const std::string_view text = place.text->text;
    for (const Share& share : find_shares(text, quantities)) {
        const double whole = canonical_value(*share.whole);
        if (whole <= 0) continue;
        const double computed = canonical_value(*share.part) / whole * kHundred;
        if (agrees(computed, share.share->value)) continue;
        report.add(sheet, place.part(share.share->begin, share.share->end),
                   {same(as_written(text, *share.share)),
                    same(as_written(text, *share.whole) + "中" + as_written(text, *share.part)),
                    same(printed(computed, share.share->value.scale, "%"))});
    }
}

// What the change is in its own unit; both readings of a per cent are allowed where the words leave it open.
bool change_agrees(const FigureChange& one) {
    const double now = canonical_value(*one.now);
    const double before = canonical_value(*one.before);
    if (one.is_ratio) return before == 0 || agrees(now / before * kHundred, one.change->value);
    const double difference = std::abs(now - before);
    if (one.now->unit == "%" || one.change->unit != "%") {
        const double factor = one.now->unit == "%" ? 1 : find_unit(one.change->unit).factor;
        if (agrees(difference / factor, one.change->value)) return true;
    }
    if (one.change->unit != "%" || before == 0) return false;
    return agrees(difference / std::abs(before) * kHundred, one.change->value) ||
           agrees(std::abs(now / before) * kHundred, one.change->value);
}

std::string difference_word(const FigureChange& one) {
    const double now = one.now->value.to_double();
    const double before = one.before->value.to_double();
    const int scale = std::max(one.now->value.scale, one.before->value.scale);
    if (one.now->unit == "%") return fmt::format("{:.{}f}ポイント", std::abs(now - before), scale);
    return fmt::format("{:.{}f}{}", std::abs(now - before), scale, one.now->unit);
}

void check_changes(const SheetScope& sheet, const Place& place, const std::vector<Quantity>& quantities,
                   Reporter& report) {
    const std::string_view text = place.text->text;
    for (const FigureChange& one : find_figure_changes(text, quantities)) {
        if (one.now->unit != one.before->unit || change_agrees(one)) continue;
        report.add(sheet, place.part(one.change->begin, one.change->end),
                   Saying{.arguments = {same(as_written(text, *one.change)), same(as_written(text, *one.now)),
                                        same(as_written(text, *one.before)), same(difference_word(one))},
                          .message = &kChange});
    }
}

std::string_view words_before(std::string_view text, std::size_t at) {
    constexpr std::size_t kNear = 24;
    const std::size_t from = at < kNear ? 0 : at - kNear;
    return text.substr(from, at - from);
}

// 達成率 92.0％, 目標の113.7％ against the result and the target of the row.
void check_achievement(const SheetScope& sheet, const Place& place, const MeasuredMeasure& measured,
                       const ProgressRow& row, const Quantity& quantity, Reporter& report) {
    const std::string_view text = place.text->text;
    const double target = row.target->to_double() * find_unit(row.unit).factor;
    if (quantity.unit != "%" || row.unit == "%" || target <= 0 || wants_less(measured, row)) return;
    const std::string_view before = words_before(text, quantity.begin);
    const bool said = std::any_of(kAchieved.begin(), kAchieved.end(), [&](std::string_view one) {
        return before.ends_with(one) || before.ends_with(std::string(one) + "は") ||
               before.ends_with(std::string(one) + " ") || before.ends_with(std::string(one) + "：") ||
               before.ends_with(std::string(one) + ":");
    });
    const double result = row.result->to_double() * find_unit(row.result_unit).factor;
    const double computed = result / target * kHundred;
    if (!said || agrees(computed, quantity.value)) return;
    report.add(sheet, place.part(quantity.begin, quantity.end),
               {same(as_written(text, quantity)),
                same("目標" + as_written(sheet.page, measured.measure.target, *row.target, row.unit) + "・実績" +
                     as_written(sheet.page, *place.text, *row.result, row.result_unit)),
                same(printed(computed, quantity.value.scale, "%"))});
}

// 目標を1.5ポイント下回った, 目標に1人届かなかった.
void check_from_target(const SheetScope& sheet, const Place& place, const MeasuredMeasure& measured,
                       const ProgressRow& row, const Quantity& quantity, Reporter& report) {
    const std::string_view text = place.text->text;
    const std::string_view before = words_before(text, quantity.begin);
    const bool said =
        std::any_of(kToTarget.begin(), kToTarget.end(), [&](std::string_view one) { return before.ends_with(one); });
    const bool points = row.unit == "%" && (quantity.unit == "ポイント" || quantity.unit == "%");
    if (!said || (!points && (row.unit == "%" || !has_same_unit(quantity.unit, row.unit)))) return;
    const double difference = std::abs(row.target->to_double() * find_unit(row.unit).factor -
                                       row.result->to_double() * find_unit(row.result_unit).factor);
    const double factor = points ? 1 : find_unit(quantity.unit).factor;
    if (agrees(difference / (points ? find_unit(row.unit).factor : factor), quantity.value)) return;
    const int scale = std::max(row.target->scale, row.result->scale);
    report.add(sheet, place.part(quantity.begin, quantity.end),
               Saying{.arguments = {same(as_written(text, quantity)),
                                    same(as_written(sheet.page, measured.measure.target, *row.target, row.unit)),
                                    same(as_written(sheet.page, *place.text, *row.result, row.result_unit)),
                                    same(fmt::format("{:.{}f}{}", difference / factor, scale,
                                                     points ? "ポイント" : quantity.unit))},
                      .message = &kFromTarget});
}

void check_rows(const SheetScope& sheet, const MeasuredMeasure& measured, FieldId field, Reporter& report) {
    if (measured.rows.size() != 1 || !is_sure(measured, measured.rows.front())) return;
    const SourcedText& text = text_of(measured.measure, field);
    if (text.text.find("目標") == std::string::npos && text.text.find("率") == std::string::npos &&
        text.text.find("比") == std::string::npos)
        return;
    const Place place = sheet.at(measured.item, measured.measure, field);
    for (const Quantity& quantity : sheet.page.quantities(text)) {
        check_achievement(sheet, place, measured, measured.rows.front(), quantity, report);
        check_from_target(sheet, place, measured, measured.rows.front(), quantity, report);
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        for (const FieldId field : {FieldId::target, FieldId::midterm, FieldId::final}) {
            const SourcedText& text = text_of(measure, field);
            const std::vector<Quantity>& quantities = sheet.page.quantities(text);
            if (quantities.size() < 3) continue;
            check_shares(sheet, sheet.at(item, measure, field), quantities, report);
            check_changes(sheet, sheet.at(item, measure, field), quantities, report);
        }
    });
    const Against against = against_of(sheet.page.stage);
    if (sheet.page.stage == Stage::plan) return;
    for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
        check_rows(sheet, measured, report_field(against), report);
    });
}

}  // namespace

const RuleBody ratio_mismatch{
    .texts = {.title = {"割合や差の計算が合わない", "a share or difference that does not add up"},
              .message = {"割合「{0}」が{1}から計算した{2}と合いません。計算し直してください。",
                          "{0} does not agree with {1}, which comes to {2}; compute it again."},
              .why = {"割合・差と元の数のどちらかが誤りで、どちらを公表したのか分かりません。",
                      "Either the share or the numbers behind it are wrong, and nobody can tell which was meant."},
              .wrong = "②中間報告: (1) 啓発イベント 2回（満足度 51.8％（182人中76人））",
              .right = "②中間報告: (1) 啓発イベント 2回（満足度 41.8％（182人中76人））"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
