// SPDX-License-Identifier: MIT
#include "dates/calendar.hpp"
#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace {

// 令和7年 for 2025.
std::string era_year_word(int gregorian) {
    std::string word = fiscal_year_label(gregorian);
    const std::size_t end = word.rfind("度");
    return end == std::string::npos ? word : word.substr(0, end);
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts()) {
        const std::string_view text = field.text->text;
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
    .on_sheet = check,
};

}  // namespace goalsheet::rules
