// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "dates/date_mentions.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace period_outside_year_rule {
namespace {

constexpr std::array<std::string_view, 4> kNextYear = {"翌年度", "次年度", "来年度", "翌々年度"};
constexpr std::array<std::string_view, 6> kThisYear = {"本年度", "今年度", "当年度", "年度内", "当該年度", "同年度"};

// Accounts of a year stay open until the end of May.
constexpr std::array<std::string_view, 38> kAccounts = {
    "収納", "滞納", "決算", "徴収", "出納", "現年", "納付", "税",   "保険料", "使用料", "料金",   "債権",   "未収",
    "繰越", "基金", "残高", "市債", "公債", "収支", "給付", "補助", "交付金", "未納",   "負担金", "手数料", "実質",
    "財政", "予算", "執行", "精算", "会計", "寄附", "積立", "償還", "賦課",   "支払",   "給食費", "歳入"};

const Message kPast = {
    "期限「{0}」は{1}より前（過去）です。前年度の年のままではありませんか。年を確かめて直してください。",
    "Deadline {0} lies before {1}; is the year last year's? Check it and correct it."};

struct OutsideDate {
    std::size_t begin;
    std::size_t end;
    bool past = false;
};

// April and May behind the year, where its accounts are spoken of; and 1 April, on which the year's end is counted.
bool is_allowed(const DateMention& date, int year, const std::string& words) {
    constexpr int kApril = 4;
    constexpr int kMay = 5;
    if (date.fiscal || date.year != year + 1) return false;
    if (date.month == kApril && date.day == 1) return true;
    return (date.month == kApril || date.month == kMay) && find_phrase<kAccounts>(words);
}

// What the deadline belongs to: item, measure and target.
std::string words_around(const SheetScope& sheet, const SourcedText* deadline) {
    for (const Item& item : sheet.sheet.items)
        for (const Measure& measure : item.measures)
            if (&measure.deadline == deadline)
                return item.title.text + measure.action.text + measure.target.text + deadline->text;
    return {};
}

// The first date outside the year, unless the text also names a time inside it.
std::optional<OutsideDate> find_outside(std::string_view text, int year, const std::string& words) {
    std::optional<OutsideDate> outside;
    for (const DateMention& date : find_dates(text)) {
        const auto its_year = goalsheet::fiscal_year_of(date);
        if (!its_year) continue;
        if (*its_year == year || is_allowed(date, year, words)) return std::nullopt;
        if (!outside) outside = OutsideDate{date.begin, date.end, *its_year < year};
    }
    if (outside) return find_phrase<kThisYear>(text) ? std::nullopt : outside;
    const auto next = find_phrase<kNextYear>(text);
    if (!next || find_phrase<kThisYear>(text)) return std::nullopt;
    return OutsideDate{next->begin, next->end, false};
}

void check(const SheetScope& sheet, Reporter& report) {
    const auto year = fiscal_year_of(sheet);
    if (!year) return;
    for_each_deadline(sheet, [&](const Place& place) {
        const Unstruck unstruck(place.text->text);
        const std::string_view text = unstruck.text();
        const auto outside = find_outside(text, *year, words_around(sheet, place.text));
        if (!outside) return;
        report.add(sheet, place.part(outside->begin, outside->end),
                   Saying{.arguments = {same(excerpt(text.substr(outside->begin, outside->end - outside->begin))),
                                        fiscal_year_word(*year)},
                          .message = outside->past ? &kPast : nullptr});
    });
}

}  // namespace
}  // namespace period_outside_year_rule

const RuleBody period_outside_year{
    .texts = {.title = {"期限が年度の外", "deadline is outside the fiscal year"},
              .message = {"期限「{0}」は{1}の外です。年度内の節目を併記してください。",
                          "Deadline {0} is outside {1}; add a milestone inside it."},
              .why = {"このシートで評価するのはこの年度です。前年度の期限が残っていることもあります。",
                      "The sheet is judged for its own year; often the deadline is last year's."},
              .wrong = "②期間・期限: (1) 令和8年6月まで",
              .right = "②期間・期限: (1) 令和8年3月まで"},
    .on_sheet = period_outside_year_rule::check,
};

}  // namespace goalsheet::rules
