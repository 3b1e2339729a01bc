// SPDX-License-Identifier: MIT
#include <tuple>

#include "dates/calendar.hpp"
#include "dates/date_mentions.hpp"
#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace period_reversed_rule {
namespace {

bool is_range_sign(std::string_view between) {
    const std::string_view sign = trim(between);
    for (const std::string_view one : {"～", "〜", "~", "-", "－", "―", "–", "から", "より", "‐"})
        if (sign == one) return true;
    return false;
}

int month_of_fiscal_year(int month) { return (month - kFirstMonthOfYear + 12) % 12; }

// Winter work goes on into the next spring, and statistics go by the calendar year.
bool is_backwards(int first, int second) {
    constexpr int kOctober = 10;
    constexpr int kApril = 4;
    if (first >= kOctober && second <= kApril) return false;
    return second < first && month_of_fiscal_year(second) < month_of_fiscal_year(first);
}

// 10月～9月: a year that is not the fiscal one.
bool is_whole_year(const DayMention& first, const DayMention& second) {
    return first.month == second.month + 1 && first.day == 0 && second.day == 0;
}

bool is_reversed(const DayMention& first, const DayMention& second) {
    const bool days = first.day > 0 && second.day > 0;
    if (first.year && second.year) {
        const auto key = [&](const DayMention& one) { return std::tuple(*one.year, one.month, days ? one.day : 0); };
        return key(second) < key(first);
    }
    if (first.month == second.month && first.year.has_value() >= second.year.has_value())
        return days && second.day < first.day;
    return !first.year && !second.year && is_backwards(first.month, second.month) && !is_whole_year(first, second);
}

// 12～9月: the first month borrows its unit.
std::optional<DayMention> bare_month_before(std::string_view text, const DayMention& day) {
    const std::string_view before = text.substr(0, day.begin);
    for (const std::string_view sign : {"～", "〜", "~"}) {
        if (!before.ends_with(sign)) continue;
        std::size_t begin = before.size() - sign.size();
        const std::size_t end = begin;
        while (begin > 0 && digit_value(decode_before(text, begin).value)) begin -= decode_before(text, begin).length;
        int month = 0;
        for (std::size_t at = begin; at < end; at += decode_at(text, at).length)
            month = month * 10 + *digit_value(decode_at(text, at).value);
        const char32_t mark = decode_before(text, begin).value;
        if (month < 1 || month > 12 || mark == '/' || mark == U'／' || mark == '.' || mark == U'月')
            return std::nullopt;
        DayMention first;
        first.month = month;
        first.begin = begin;
        first.end = end;
        return first;
    }
    return std::nullopt;
}

void check_days(const SheetScope& sheet, Reporter& report) {
    const std::vector<DayInText>& days = sheet.days();
    for (std::size_t i = 0; i < days.size(); ++i) {
        const FieldText& field = sheet.texts()[days[i].text];
        const std::string_view text = field.text->text;
        const DayMention& second = days[i].day;
        std::optional<DayMention> first =
            second.day == 0 && !second.year ? bare_month_before(text, second) : std::nullopt;
        if (!first && i > 0 && days[i - 1].text == days[i].text && days[i - 1].day.end <= second.begin &&
            is_range_sign(text.substr(days[i - 1].day.end, second.begin - days[i - 1].day.end)))
            first = days[i - 1].day;
        if (!first || !is_reversed(*first, second)) continue;
        report.add(sheet, sheet.at(field, first->begin, second.end),
                   {same(excerpt(text.substr(first->begin, second.end - first->begin)))});
    }
}

// 令和8年度～令和7年度.
void check_years(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    const std::string_view text = field.text->text;
    const std::vector<DateMention> dates = find_dates(text);
    for (std::size_t i = 1; i < dates.size(); ++i) {
        const DateMention& first = dates[i - 1];
        const DateMention& second = dates[i];
        if (first.month || second.month || first.year <= second.year) continue;
        if (!is_range_sign(text.substr(first.end, second.begin - first.end))) continue;
        report.add(sheet, sheet.at(field, first.begin, second.end),
                   {same(excerpt(text.substr(first.begin, second.end - first.begin)))});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    check_days(sheet, report);
    for (const FieldText& field : sheet.texts())
        if (field.text->text.find("年") != std::string::npos) check_years(sheet, field, report);
}

}  // namespace
}  // namespace period_reversed_rule

const RuleBody period_reversed{
    .texts = {.title = {"期間の前後が逆", "a period that ends before it begins"},
              .message = {"期間「{0}」は終わりが始まりより前です。月日の順を直してください。",
                          "Period {0} ends before it begins; put the dates in order."},
              .why = {"始まりと終わりのどちらが誤りか、読む側には分かりません。",
                      "A reader cannot tell which end is wrong."},
              .wrong = "②期間・期限: (1) 12月～9月",
              .right = "②期間・期限: (1) 9月～12月"},
    .on_sheet = period_reversed_rule::check,
};

}  // namespace goalsheet::rules
