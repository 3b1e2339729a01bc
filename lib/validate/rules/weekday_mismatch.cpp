// SPDX-License-Identifier: MIT
#include <array>

#include "dates/calendar.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace weekday_mismatch_rule {
namespace {

constexpr std::array<std::string_view, 9> kOtherYear = {"前年", "昨年",   "前回", "翌年", "来年",
                                                        "次年", "一昨年", "例年", "当時"};
constexpr std::size_t kNearBytes = 45;

const Message kLastYear = {
    "{3}の{0}は{1}曜日で、「{2}」と合いません（前年の同じ日なら{2}曜日です）。日付か曜日を直してください。",
    "{0} is a {1} in {3}, not “{2}”, which it was a year before; correct the date or the weekday."};

Message weekday_word(int weekday) {
    constexpr std::array<std::string_view, 7> kEnglish = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                          "Thursday", "Friday", "Saturday"};
    return {std::string(weekday_sign(weekday)), std::string(kEnglish[static_cast<std::size_t>(weekday)])};
}

// Without a year of its own the date is one of the sheet's year, unless the words in front speak of another.
bool may_be_of_other_year(std::string_view text, const DayMention& day) {
    if (day.year) return false;
    const std::size_t from = day.begin < kNearBytes ? 0 : day.begin - kNearBytes;
    return find_phrase<kOtherYear>(text.substr(from, day.begin - from)).has_value();
}

void check_day(const SheetScope& sheet, const DayInText& one, Reporter& report) {
    const DayMention& day = one.day;
    const auto year = year_of(day, fiscal_year_of(sheet));
    if (!day.weekday || !year || !is_day(*year, day.month, day.day)) return;
    const int right = weekday_of(*year, day.month, day.day);
    const FieldText& field = sheet.texts()[one.text];
    const std::string_view text = field.text->text;
    if (right == *day.weekday || may_be_of_other_year(text, day)) return;
    const bool last_year =
        is_day(*year - 1, day.month, day.day) && weekday_of(*year - 1, day.month, day.day) == *day.weekday;
    const std::string year_word = std::to_string(*year) + "年";
    report.add(sheet, sheet.at(field, day.begin, day.end),
               Saying{.arguments = {same(excerpt(text.substr(day.begin, day.end - day.begin))), weekday_word(right),
                                    weekday_word(*day.weekday), Message{year_word, std::to_string(*year)}},
                      .message = last_year ? &kLastYear : nullptr});
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const DayInText& one : sheet.days())
        if (one.day.weekday) check_day(sheet, one, report);
}

}  // namespace
}  // namespace weekday_mismatch_rule

const RuleBody weekday_mismatch{
    .texts = {.title = {"曜日が日付と合わない", "weekday does not fit the date"},
              .message = {"{3}の{0}は{1}曜日で、「{2}」と合いません。日付か曜日を直してください。",
                          "{0} is a {1} in {3}, not “{2}”; correct the date or the weekday."},
              .why = {"日付か曜日のどちらかが誤りで、前年の予定を写したときによく起こります。",
                      "The date or the weekday is wrong; it often happens when last year's plan is copied."},
              .wrong = "②中間報告: (1) 啓発イベント 2回（次回は11月9日（月）に開催予定）",
              .right = "②中間報告: (1) 啓発イベント 2回（次回は11月9日（日）に開催予定）"},
    .on_sheet = weekday_mismatch_rule::check,
};

}  // namespace goalsheet::rules
