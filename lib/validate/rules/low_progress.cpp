// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "dates/day_mentions.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/digit_slips.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/indicators.hpp"

namespace goalsheet::rules {
namespace low_progress_rule {
namespace {

const Message kFinal = {"期末実績は{0}（{1}%）です。届かなかった理由と今後の対応を書いてください。",
                        "{0} ({1} %) at year end; give the reason and what follows."};

// Shares and stocks do not grow with the year: only counts are held against its pace.
bool is_count(const ProgressRow& row) { return !row.baseline && row.unit != "%" && row.state == ReportState::done; }

bool is_low(const ProgressRow& row, double share) {
    return row.result && row.rate && row.pace && is_count(row) && *row.rate < share * *row.pace;
}

constexpr std::array<std::string_view, 12> kSecondHalf = {"予定", "後期", "下半期", "年度後半", "下期", "から",
                                                          "以降", "冬期", "冬季",   "見込",     "本格", "時期"};

// 10月6日に開始した, 1月に就農する: the year's second half is spoken of.
bool names_second_half(std::string_view text) {
    constexpr int kApril = 4;
    constexpr int kSeptember = 9;
    if (find_phrase<kSecondHalf>(text)) return true;
    const std::vector<DayMention> days = find_days(text);
    return std::any_of(days.begin(), days.end(),
                       [](const DayMention& day) { return day.month > kSeptember || day.month < kApril; });
}

// The report itself says how the rest will be done.
bool has_plan(const SheetScope& sheet, const SourcedText& text, const ProgressRow& row) {
    if (row.projected || gives_reason(text.text) || names_second_half(text.text)) return true;
    const auto& quantities = sheet.page.quantities(text);
    return std::any_of(quantities.begin(), quantities.end(),
                       [](const Quantity& one) { return one.state == ReportState::planned; });
}

void check(const SheetScope& sheet, Reporter& report) {
    const Against against = against_of(sheet.page.stage);
    // GS408 asks for the reason, and only where none is given.
    if (against == Against::final && sheet.page.policy.severity_of("GS408", Stage::final) != Severity::off) return;
    const FieldId field = report_field(against);
    for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
        for (const ProgressRow& row : measured.rows) {
            if (!is_low(row, sheet.page.policy.low_progress) || is_told_as_slip(sheet, measured, row)) continue;
            if (against == Against::midterm && has_plan(sheet, text_of(measured.measure, field), row)) continue;
            const Message* message = against == Against::final ? &kFinal : nullptr;
            report.add(sheet, result_place(sheet.at(measured.item, measured.measure, field), row),
                       Saying{.arguments = {same(as_written(sheet.page, text_of(measured.measure, field), *row.result,
                                                            row.result_unit)),
                                            same(fmt::format("{:.0f}", std::floor(*row.rate * 100)))},
                              .message = message});
        }
    });
}

}  // namespace
}  // namespace low_progress_rule

const RuleBody low_progress{
    .texts = {.title = {"進みが遅い", "low progress"},
              .message = {"中間実績は{0}（{1}%）です。後期の予定を書いてください。",
                          "{0} ({1} %) at mid-term; state the plan for the second half."},
              .why = {"残りの期間で届くかどうか、予定がなければ判断できません。",
                      "Without a plan nobody can tell whether the rest of the time will do."},
              .wrong = "②中間報告: (1) 啓発イベント 0回",
              .right = "②中間報告: (1) 啓発イベント 2回"},
    .on_sheet = low_progress_rule::check,
};

}  // namespace goalsheet::rules
