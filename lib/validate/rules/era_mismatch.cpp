// SPDX-License-Identifier: MIT
#include "dates/calendar.hpp"
#include "dates/date_mentions.hpp"
#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace era_mismatch_rule {
namespace {

// 令和7年 for 2025.
std::string era_year_word(int gregorian) {
    std::string word = fiscal_year_label(gregorian);
    const std::size_t end = word.rfind("度");
    return end == std::string::npos ? word : word.substr(0, end);
}

const Message kEnded = {"「{0}」という年はありません（平成は31年4月までです）。「{1}」と書いてください。",
                        "There is no such year as {0}: the era ended in April of its 31st year. Write {1}."};

// 平成32年 on a sheet of 令和: plans made before 2019 could not know better.
void check_ended_era(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    constexpr int kLastOfHeisei = 2019;
    const std::string_view text = field.text->text;
    if (fiscal_year_of(sheet).value_or(0) <= kLastOfHeisei || text.find("平成") == std::string_view::npos) return;
    for (const DateMention& date : find_dates(text)) {
        const std::string_view words = text.substr(date.begin, date.end - date.begin);
        if (date.year <= kLastOfHeisei || !words.starts_with("平成")) continue;
        const std::string year = date.fiscal ? fiscal_year_label(date.year) : era_year_word(date.year);
        report.add(sheet, sheet.at(field, date.begin, date.end),
                   Saying{.arguments = {same(excerpt(words)), same(year)}, .message = &kEnded});
    }
}

const Message kChanged = {"「{0}」は改元の後です。「{1}」と書いてください。",
                          "{0} lies behind the change of era; write {1}."};

// 平成31年9月 on a sheet that knows of 令和.
void check_changed_era(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    constexpr int kYearOfChange = 2019;
    constexpr int kMay = 5;
    const std::string_view text = field.text->text;
    if (fiscal_year_of(sheet).value_or(0) < kYearOfChange || text.find("平成31") == std::string_view::npos) return;
    if (sheet.sheet.fiscal_year_text.text.find("令和") == std::string::npos) return;
    for (const DateMention& date : find_dates(text)) {
        const std::string_view words = text.substr(date.begin, date.end - date.begin);
        if (date.year != kYearOfChange || date.month < kMay || !words.starts_with("平成")) continue;
        report.add(sheet, sheet.at(field, date.begin, date.end),
                   Saying{.arguments = {same(excerpt(words)), same("令和元年" + std::to_string(date.month) + "月")},
                          .message = &kChanged});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts()) {
        const std::string_view text = field.text->text;
        check_ended_era(sheet, field, report);
        check_changed_era(sheet, field, report);
        for (const YearPair& pair : find_year_pairs(text)) {
            // The year an era changes in has two names, and its last months are another era's first fiscal year.
            if (pair.era == pair.western) continue;
            report.add(
                sheet, sheet.at(field, pair.begin, pair.end),
                {same(excerpt(text.substr(pair.begin, pair.end - pair.begin))), same(era_year_word(pair.western)),
                 same(std::to_string(pair.western)), same(std::to_string(pair.era))});
        }
    }
}

}  // namespace
}  // namespace era_mismatch_rule

const RuleBody era_mismatch{
    .texts =
        {.title = {"和暦と西暦が合わない", "the two calendars name different years"},
         .message =
             {"「{0}」の和暦と西暦が合いません（西暦{2}年は{1}で、この和暦は{3}年です）。どちらかを直してください。",
              "The years of “{0}” differ: the era year is {3}, not {2}. Correct one of them."},
         .why = {"どちらの年のことか分からず、1年ずれて読まれます。",
                 "Nobody can tell which year is meant, and half the readers are a year off."},
         .wrong = "②期間・期限: (1) 令和8年（2025年）3月まで",
         .right = "②期間・期限: (1) 令和8年（2026年）3月まで"},
    .on_sheet = era_mismatch_rule::check,
};

}  // namespace goalsheet::rules
