// SPDX-License-Identifier: MIT
#include <array>

#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/deadlines.hpp"
#include "validate/scope/digit_slips.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/indicators.hpp"

namespace goalsheet::rules {
namespace reached_at_midterm_rule {
namespace {

// What is to be finished once cannot be raised.
constexpr std::array<std::string_view, 33> kOnce = {
    "見直し", "完了", "発注", "策定", "締結",   "竣工",  "供用",   "完成", "導入", "設置", "開設",
    "開始",   "契約", "移行", "改定", "制定",   "更新",  "維持",   "確保", "残高", "基金", "満足度",
    "夏期",   "夏季", "前期", "上期", "上半期", "1学期", "１学期", "春",   "廃止", "採用", "選定"};

bool can_be_raised(const ProgressRow& row) {
    if (!row.target) return false;
    const bool falls = row.comparator == Comparator::at_most || row.comparator == Comparator::less_than ||
                       (row.baseline && row.target && row.baseline->to_double() > row.target->to_double());
    return !falls && row.target->mantissa > 0 && !find_phrase<kOnce>(row.target_text) &&
           !find_phrase<kOnce>(row.indicator);
}

constexpr std::array<std::string_view, 9> kEarlySeasons = {"夏休み",       "夏季",     "夏期",   "1学期", "１学期",
                                                           "ゴールデンウ", "大型連休", "一学期", "お盆"};
constexpr std::array<std::string_view, 6> kLateSeasons = {"秋", "冬", "春休み", "2学期", "通年", "年間"};

// Done in time, or begun then: nothing is left of the year to do better in.
bool is_over(const SheetScope& sheet, const MeasuredMeasure& measured) {
    constexpr std::array<std::string_view, 3> kStarts = {"から", "以降", "開始"};
    const std::string& text = measured.measure.deadline.text;
    for (const std::string_view start : kStarts)
        if (text.find(start) != std::string::npos && names_month(text)) return true;
    const auto deadline = deadline_of(sheet, measured.measure);
    if (deadline) {
        // Reports are written in October: of a month that is left, nothing more can be asked.
        const Date today = as_of(sheet, measured);
        return deadline->year * 12 + deadline->month <= today.year * 12 + today.month + 1;
    }
    return find_phrase<kEarlySeasons>(text) && !find_phrase<kLateSeasons>(text) && !names_month(text);
}

bool is_once(const MeasuredMeasure& measured) {
    return find_phrase<kOnce>(measured.measure.action.text) || find_phrase<kOnce>(measured.item.title.text);
}

// 5市町 of 5市町: places and things that were named beforehand; cases, people and times can always be more.
bool is_all_there_is(const ProgressRow& row) {
    const std::string unit = find_unit(row.unit).canonical;
    const bool open_end = unit == "件" || unit == "人" || unit == "回" || unit == "%" || unit == "円" || unit == "社";
    return !open_end && row.result->to_text() == row.target->to_text();
}

// Of a share that is nearly all there is, nothing more can be asked.
bool is_whole(const ProgressRow& row) {
    constexpr double kNearlyAll = 90;
    return row.unit == "%" && row.target->to_double() >= kNearlyAll;
}

// 11月9日に実施予定（6機関が参加）: what stands in the bracket is planned too.
bool is_in_planned_bracket(const Place& place) {
    const std::string_view before = std::string_view(place.text->text).substr(0, place.begin);
    const std::size_t open = before.rfind("（");
    if (open == std::string_view::npos || before.find("）", open) != std::string_view::npos) return false;
    return before.substr(0, open).ends_with("予定") || before.substr(0, open).ends_with("見込");
}

// A share above all there is: GS509 asks what is wrong with it.
bool is_beyond_whole(const ProgressRow& row) { return row.result_unit == "%" && row.result->to_double() > 100; }

void speak(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row, Reporter& report) {
    if (row.status != ProgressStatus::achieved || !row.result || !row.target || !can_be_raised(row)) return;
    if (row.per == "月" || row.per == "週" || row.per == "日") return;  // 月2回 goes on
    // 3％減 is a change over the year, which half of it does not bring.
    if (row.unit == "%" && is_change_reached(sheet, measured, row)) return;
    if (is_beyond_whole(row) || is_whole(row) || row.target->mantissa == 0) return;
    if (is_total_of_each(sheet, measured, row) || is_told_as_slip(sheet, measured, row)) return;
    if (is_all_there_is(row) || is_over(sheet, measured) || is_once(measured) || wants_less(measured, row)) return;
    const Place place = result_place(sheet.at(measured.item, measured.measure, FieldId::midterm), row);
    if (is_in_planned_bracket(place)) return;
    report.add(sheet, place,
               {same(indicator_word(sheet, measured, row)),
                same(as_written(sheet.page, measured.measure.midterm, *row.result, row.result_unit))});
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measured(sheet, Against::midterm, [&](const MeasuredMeasure& measured) {
        for (const ProgressRow& row : measured.rows) speak(sheet, measured, row, report);
    });
}

}  // namespace
}  // namespace reached_at_midterm_rule

const RuleBody reached_at_midterm{
    .texts =
        {.title = {"中間で目標に達している", "target reached at mid-term"},
         .message = {"中間で目標「{0}」に達しています（{1}）。目標を引き上げるか、後期に何をするかを書いてください。",
                     "The target {0} is reached at mid-term ({1}); raise it, or say what the second half is for."},
         .why = {"半年で達した目標は、低すぎたか、後期にやることがなくなっています。",
                 "A target reached in half a year was too low, or leaves the second half empty."},
         .wrong = "②中間報告: (1) 啓発イベント 5回",
         .right = "②中間報告: (1) 啓発イベント 2回"},
    .on_sheet = reached_at_midterm_rule::check,
};

}  // namespace goalsheet::rules
