// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "dates/calendar.hpp"
#include "dates/day_mentions.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/deadlines.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/measures.hpp"
#include "validate/scope/open_words.hpp"

namespace goalsheet::rules {
namespace deadline_passed_rule {
namespace {

constexpr std::array<std::string_view, 3> kAhead = {"予定", "見込", "する。"};
constexpr std::size_t kClauseBytes = 60;

const Message kLater = {"期限は「{0}」ですが、報告には「{1}」とあります。遅れる理由と新しい期限を書いてください。",
                        "Due by {0}, but the report says “{1}”; give the reason for the delay and a new date."};

bool is_achieved(const SheetScope& sheet, const MeasuredMeasure& measured) {
    return std::any_of(measured.rows.begin(), measured.rows.end(),
                       [&](const ProgressRow& row) { return has_reached(sheet, measured, row); });
}

// The clause of a month that is still to come and lies behind the deadline.
std::optional<Phrase> find_later_month(std::string_view text, const Date& deadline, int year) {
    for (const DayMention& day : find_days(text)) {
        if (day.month < 1 || day.month > 12) continue;
        const Date start{day.year.value_or(calendar_year(year, day.month)), day.month, std::max(day.day, 1)};
        const std::string_view behind = text.substr(day.end, kClauseBytes);
        const std::string_view clause = behind.substr(0, std::min(behind.find("、"), behind.find("\n")));
        if (start <= deadline || !find_phrase<kAhead>(clause)) continue;
        const auto ahead = find_phrase<kAhead>(clause);
        return Phrase{day.begin, day.end + ahead->end};
    }
    return std::nullopt;
}

bool has_figures(const MeasuredMeasure& measured) {
    return std::any_of(measured.rows.begin(), measured.rows.end(),
                       [](const ProgressRow& row) { return row.target.has_value(); });
}

void check_measure(const SheetScope& sheet, const MeasuredMeasure& measured, Reporter& report) {
    const auto deadline = deadline_of(sheet, measured.measure);
    const Unstruck unstruck(measured.measure.midterm.text);
    const std::string_view text = unstruck.text();
    if (!deadline || is_blank(text) || is_achieved(sheet, measured) || gives_reason(text)) return;
    if (!has_figures(measured) && says_done(text)) return;
    const int year = *fiscal_year_of(sheet);
    const Place place = sheet.at(measured.item, measured.measure, FieldId::midterm);
    const Message due = same(excerpt(measured.measure.deadline.text, 24));
    if (const auto later = find_later_month(text, *deadline, year))
        return report.add(
            sheet, place.part(later->begin, later->end),
            Saying{.arguments = {due, same(excerpt(text.substr(later->begin, later->end - later->begin)))},
                   .message = &kLater});
    const auto open = find_open_work(text);
    if (!open || *deadline > as_of(sheet, measured)) return;
    report.add(sheet, place.part(open->clause.begin, open->clause.end),
               {due, same(excerpt(text.substr(open->clause.begin, open->clause.end - open->clause.begin)))});
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measured(sheet, Against::midterm,
                      [&](const MeasuredMeasure& measured) { check_measure(sheet, measured, report); });
}

}  // namespace
}  // namespace deadline_passed_rule

const RuleBody deadline_passed{
    .texts =
        {.title = {"期限を過ぎても「予定」のまま", "the deadline is over and the work is not done"},
         .message =
             {"期限「{0}」を過ぎていますが、報告は「{1}」のままです。実績か、遅れた理由と新しい期限を書いてください。",
              "The deadline {0} is over, but the report still says “{1}”; give the result, or the reason "
              "and a new date."},
         .why = {"期限までに終わったのか、遅れているのかが分かりません。",
                 "Nobody can tell whether it was done in time or is late."},
         .wrong = "②期間・期限: (1) 8月末まで\n②中間報告: (1) 啓発イベント 2回、残り2回は調整中",
         .right = "②期間・期限: (1) 12月末まで\n②中間報告: (1) 啓発イベント 2回、残り2回は11月に開催予定"},
    .on_sheet = deadline_passed_rule::check,
};

}  // namespace goalsheet::rules
