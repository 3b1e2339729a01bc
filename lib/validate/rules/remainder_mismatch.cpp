// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/indicators.hpp"

namespace goalsheet::rules {
namespace remainder_mismatch_rule {
namespace {

constexpr std::array<std::string_view, 6> kLeft = {"残り", "残る", "残りの", "残数", "残余", "残数は"};
constexpr double kSlack = 1e-6;

// 残り3回, 残る45か所: the figure of what is still to be done.
bool is_left(std::string_view text, const Quantity& quantity) {
    const std::string_view before = trim(text.substr(0, quantity.begin));
    return std::any_of(kLeft.begin(), kLeft.end(), [&](std::string_view one) { return before.ends_with(one); });
}

// The only row of the measure that is counted in a unit.
const ProgressRow* row_in_unit(const MeasuredMeasure& measured, std::string_view unit) {
    const ProgressRow* found = nullptr;
    for (const ProgressRow& row : measured.rows) {
        if (!row.target || !has_same_unit(row.unit, unit)) continue;
        if (found) return nullptr;
        found = &row;
    }
    return found;
}

bool is_counted(const Quantity& quantity, std::string_view unit) {
    return has_same_unit(quantity.unit, unit) && !quantity.value_hi && quantity.per.empty();
}

// Whether the figure of what is left and any of the others come to `whole`: what is done, under way and left need not
// all be named as parts of it.
bool may_come_to(double whole, double left, const std::vector<double>& others) {
    for (std::size_t chosen = 0; chosen < std::size_t{1} << others.size(); ++chosen) {
        double sum = left;
        for (std::size_t i = 0; i < others.size(); ++i)
            if ((chosen >> i & 1U) != 0) sum += others[i];
        if (std::abs(sum - whole) <= kSlack * std::max(1.0, whole)) return true;
    }
    return false;
}

// 残りの工事 of 1,200台 in three years: the target may name a greater whole beside it.
std::vector<double> wholes_of(const SheetScope& sheet, const Measure& measure, std::string_view unit) {
    std::vector<double> wholes;
    for (const Quantity& one : sheet.page.quantities(measure.target))
        if (is_counted(one, unit)) wholes.push_back(canonical_value(one));
    return wholes;
}

void check_figure(const SheetScope& sheet, const MeasuredMeasure& measured, FieldId field, const Quantity& left,
                  Reporter& report) {
    constexpr std::size_t kMost = 6;
    const ProgressRow* row = row_in_unit(measured, left.unit);
    if (!row || row->unit == "%" || row->modifier == "累計" || !is_counted(left, row->unit)) return;
    const SourcedText& text = text_of(measured.measure, field);
    std::vector<double> others;
    std::string named;
    for (const Quantity& one : sheet.page.quantities(text)) {
        if (&one == &left || !is_counted(one, left.unit)) continue;
        others.push_back(canonical_value(one));
        named += (named.empty() ? "" : "・") + as_written(text.text, one);
    }
    if (others.empty() || others.size() > kMost) return;
    for (const double whole : wholes_of(sheet, measured.measure, left.unit))
        if (may_come_to(whole, canonical_value(left), others)) return;
    report.add(sheet, sheet.at(measured.item, measured.measure, field).part(left.begin, left.end),
               {same(as_written(text.text, left)),
                same(as_written(sheet.page, measured.measure.target, *row->target, row->unit)), same(named)});
}

void check(const SheetScope& sheet, Reporter& report) {
    const Against against = against_of(sheet.page.stage);
    const FieldId field = report_field(against);
    for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
        const std::string& text = text_of(measured.measure, field).text;
        if (!find_phrase<kLeft>(text)) return;
        for (const Quantity& one : sheet.page.quantities(text_of(measured.measure, field)))
            if (is_left(text, one)) check_figure(sheet, measured, field, one, report);
    });
}

}  // namespace
}  // namespace remainder_mismatch_rule

const RuleBody remainder_mismatch{
    .texts = {.title = {"残りの数が目標と実績に合わない", "what is left does not agree with target and result"},
              .message = {"「残り{0}」は、目標{1}と報告の{2}から計算した残りと合いません。数字を確認してください。",
                          "{0} left does not agree with the target {1} and the {2} of the report; "
                          "check the figures."},
              .why = {"済んだ数か残りの数のどちらかが誤りで、目標に届くのか分かりません。",
                      "Either what is done or what is left is wrong, and nobody can tell whether the target is met."},
              .wrong = "②中間報告: (1) 啓発イベント 2回。残り1回は11月に開催する。",
              .right = "②中間報告: (1) 啓発イベント 2回。残り2回は11月に開催する。"},
    .on_sheet = remainder_mismatch_rule::check,
};

}  // namespace goalsheet::rules
