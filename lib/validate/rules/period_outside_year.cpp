// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "dates/date_mentions.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace {

constexpr std::array<std::string_view, 4> kNextYear = {"翌年度", "次年度", "来年度", "翌々年度"};
constexpr std::array<std::string_view, 6> kThisYear = {"本年度", "今年度", "当年度", "年度内", "当該年度", "同年度"};

struct OutsideDate {
    std::size_t begin;
    std::size_t end;
};

// The first date outside the year, unless the text also names a time inside it.
std::optional<OutsideDate> find_outside(std::string_view text, int year) {
    std::optional<OutsideDate> outside;
    for (const DateMention& date : find_dates(text)) {
        const auto its_year = goalsheet::fiscal_year_of(date);
        if (!its_year) continue;
        if (*its_year == year) return std::nullopt;
        if (!outside) outside = OutsideDate{date.begin, date.end};
    }
    if (outside) return find_phrase<kThisYear>(text) ? std::nullopt : outside;
    const auto next = find_phrase<kNextYear>(text);
    if (!next || find_phrase<kThisYear>(text)) return std::nullopt;
    return OutsideDate{next->begin, next->end};
}

void check(const SheetScope& sheet, Reporter& report) {
    const auto year = fiscal_year_of(sheet);
    if (!year) return;
    for_each_deadline(sheet, [&](const Place& place) {
        const Unstruck unstruck(place.text->text);
        const std::string_view text = unstruck.text();
        const auto outside = find_outside(text, *year);
        if (!outside) return;
        report.add(
            sheet, place.part(outside->begin, outside->end),
            {same(excerpt(text.substr(outside->begin, outside->end - outside->begin))), fiscal_year_word(*year)});
    });
}

}  // namespace

const RuleBody period_outside_year{
    .texts = {.title = {"期限が年度の外", "deadline is outside the fiscal year"},
              .message = {"期限「{0}」は{1}の外です。年度内の節目を併記してください。",
                          "Deadline {0} is outside {1}; add a milestone inside it."},
              .why = {"このシートで評価するのはこの年度です。前年度の期限が残っていることもあります。",
                      "The sheet is judged for its own year; often the deadline is last year's."},
              .wrong = "②期間・期限: (1) 令和8年6月まで",
              .right = "②期間・期限: (1) 令和8年3月まで"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
