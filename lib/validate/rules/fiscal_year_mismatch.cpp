// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace fiscal_year_mismatch_rule {
namespace {

const Message kHeading = {"ページの見出しは{0}ですが、シートはすべて{1}です。年度を直してください。",
                          "The page's heading says {0} but all sheets say {1}; correct the year."};

const Message kNoSuchYear = {"「{0}」という年度はありません。「{1}」と書いてください。", "There is no {0}; write {1}."};

struct LastYear {
    std::string_view era;
    int year;
};
constexpr std::array<LastYear, 2> kLastYears = {{{"平成", 31}, {"昭和", 64}}};

// 平成37年度 can be reckoned with, but nobody may write it.
bool is_past_era(const FiscalYear& year) {
    const std::string label = fold(year.label);
    for (const LastYear& last : kLastYears) {
        if (!label.starts_with(last.era)) continue;
        int number = 0;
        for (std::size_t at = last.era.size(); at < label.size() && label[at] >= '0' && label[at] <= '9'; ++at)
            number = std::min(number * 10 + (label[at] - '0'), 1000);
        return number > last.year;
    }
    return false;
}

void check_eras(const DocumentScope& page, Reporter& report) {
    const auto& heading = page.document.fiscal_year;
    if (heading && is_past_era(*heading)) {
        Place place = page.top();
        place.text = &page.document.fiscal_year_text;
        report.add(page, place,
                   Saying{.arguments = {same(excerpt(heading->label)), fiscal_year_word(heading->gregorian)},
                          .message = &kNoSuchYear});
    }
    for (const auto& sheet : page.sheets) {
        const auto& year = sheet->sheet.fiscal_year;
        if (year && is_past_era(*year) && !(heading && year->label == heading->label))
            report.add(*sheet, sheet->at(FieldId::fiscal_year),
                       Saying{.arguments = {same(excerpt(year->label)), fiscal_year_word(year->gregorian)},
                              .message = &kNoSuchYear});
    }
}

// The year most sheets have.
std::optional<int> common_year(const DocumentScope& page) {
    std::map<int, std::size_t> counts;
    for (const auto& sheet : page.sheets)
        if (sheet->sheet.fiscal_year) ++counts[sheet->sheet.fiscal_year->gregorian];
    if (counts.empty()) return std::nullopt;
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

bool all_sheets_say(const DocumentScope& page, int year) {
    return page.sheets.size() > 1 && std::all_of(page.sheets.begin(), page.sheets.end(), [year](const auto& sheet) {
               return sheet->sheet.fiscal_year && sheet->sheet.fiscal_year->gregorian == year;
           });
}

void check(const DocumentScope& page, Reporter& report) {
    check_eras(page, report);
    const auto common = common_year(page);
    if (!common) return;
    const auto& heading = page.document.fiscal_year;
    const int expected = heading ? heading->gregorian : *common;
    if (expected != *common && all_sheets_say(page, *common)) {
        Place place = page.top();
        place.text = &page.document.fiscal_year_text;
        report.add(page, place,
                   Saying{.arguments = {fiscal_year_word(expected), fiscal_year_word(*common)}, .message = &kHeading});
        return;
    }
    for (const auto& sheet : page.sheets) {
        if (!sheet->sheet.fiscal_year || sheet->sheet.fiscal_year->gregorian == expected) continue;
        report.add(*sheet, sheet->at(FieldId::fiscal_year),
                   {count_word(sheet->number), fiscal_year_word(sheet->sheet.fiscal_year->gregorian),
                    fiscal_year_word(expected)});
    }
}

}  // namespace
}  // namespace fiscal_year_mismatch_rule

const RuleBody fiscal_year_mismatch{
    .texts = {.title = {"年度が合わない", "fiscal years differ"},
              .message = {"シート{0}は{1}ですが、ページは{2}です。年度を直してください。",
                          "Sheet {0} says {1}, the page {2}; correct the year."},
              .why = {"年度が違うシートは、別の年の実績として集計されます。",
                      "A sheet of another year is counted for that year."},
              .wrong = "シート2 年度: 令和6年度",
              .right = "シート2 年度: 令和7年度"},
    .on_document = fiscal_year_mismatch_rule::check,
};

}  // namespace goalsheet::rules
