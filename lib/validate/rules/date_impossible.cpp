// SPDX-License-Identifier: MIT
#include "dates/calendar.hpp"
#include "dates/date_parts.hpp"
#include "dates/date_walker.hpp"
#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace date_impossible_rule {
namespace {

constexpr int kLeapYear = 2024;

const Message kMonth = {"「{0}」という月はありません。月を確かめてください。",
                        "There is no such month: {0}. Check it."};

void check_day(const SheetScope& sheet, const DayInText& one, Reporter& report) {
    const DayMention& day = one.day;
    const int year = year_of(day, fiscal_year_of(sheet)).value_or(kLeapYear);
    const bool month = dates::is_month(day.month);
    if (month && (day.day == 0 || is_day(year, day.month, day.day))) return;
    const FieldText& field = sheet.texts()[one.text];
    const std::string_view words = std::string_view(field.text->text).substr(day.begin, day.end - day.begin);
    report.add(sheet, sheet.at(field, day.begin, day.end),
               Saying{.arguments = {same(excerpt(words))}, .message = month ? nullptr : &kMonth});
}

// 8月～13月: a month of a range. Elsewhere 15月 may count months.
void check_range_of_months(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    constexpr int kMostDigits = 6;
    const std::string_view text = field.text->text;
    for (const std::string_view sign : {"月～", "月〜", "月から"})
        for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + sign.size())) {
            const std::size_t begin = at + sign.size();
            dates::Walker walker(text, begin);
            const auto month = walker.take_number(kMostDigits);
            if (!month || dates::is_month(*month) || !walker.take(U'月')) continue;
            if (digit_value(walker.peek())) continue;  // with its day it is told of already
            const std::size_t end = walker.position();
            report.add(sheet, sheet.at(field, begin, end),
                       Saying{.arguments = {same(excerpt(text.substr(begin, end - begin)))}, .message = &kMonth});
        }
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts()) check_range_of_months(sheet, field, report);
    for (const DayInText& one : sheet.days()) check_day(sheet, one, report);
}

}  // namespace
}  // namespace date_impossible_rule

const RuleBody date_impossible{
    .texts = {.title = {"暦にない日付", "a date the calendar does not have"},
              .message = {"「{0}」という日はありません。月と日を確かめてください。",
                          "There is no such day: {0}. Check month and day."},
              .why = {"月か日のどちらかが誤りで、本当の日は書いた人にしか分かりません。",
                      "Month or day is wrong, and only the author knows the right one."},
              .wrong = "②期間・期限: (1) 2月30日まで",
              .right = "②期間・期限: (1) 2月28日まで"},
    .on_sheet = date_impossible_rule::check,
};

}  // namespace goalsheet::rules
