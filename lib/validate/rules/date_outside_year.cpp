// SPDX-License-Identifier: MIT
#include <array>

#include "dates/date_mentions.hpp"
#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace date_outside_year_rule {
namespace {

// What is still to come may lie beyond the year, what explains may lie before it.
constexpr std::array<std::string_view, 9> kPlanned = {"予定", "見込", "から", "に向け", "まで",
                                                      "開始", "以降", "目途", "付け"};
constexpr std::array<std::string_view, 3> kCompared = {"比", "同期", "付"};
constexpr std::array<std::string_view, 2> kAsOf = {"時点", "現在"};
constexpr std::array<std::string_view, 4> kEarlier = {"前年", "昨年", "前回", "基準"};
constexpr std::size_t kNearBytes = 36;  // a dozen characters

bool is_explained(std::string_view text, const DateMention& date, int year) {
    const std::string_view after = text.substr(date.end, kNearBytes);
    const std::string_view clause = after.substr(0, after.find_first_of("\n"));
    const std::string_view sentence = clause.substr(0, clause.find("。"));
    // 令和5年12月に締結した協定の見直し: of what is named, not of the report.
    if (const std::size_t done = sentence.find("した"); done != std::string_view::npos)
        if (is_kanji(decode_at(sentence, done + std::string_view("した").size()).value)) return true;
    // 4月1日に施行する is to come.
    if (sentence.ends_with("する") || sentence.ends_with("なる") || sentence.ends_with("行う")) return true;
    if (find_phrase<kPlanned>(clause) || find_phrase<kCompared>(clause.substr(0, 12))) return true;
    const std::size_t near = date.begin < kNearBytes / 2 ? 0 : date.begin - kNearBytes / 2;
    if (find_phrase<kEarlier>(text.substr(near, date.begin - near))) return true;
    // 令和8年4月1日現在 is what the year came to.
    const auto its_year = goalsheet::fiscal_year_of(date);
    if (its_year && *its_year == year + 1 && date.month <= 5 && find_phrase<kAsOf>(clause.substr(0, 12))) return true;
    // 令和7年3月31日現在 is where the year started from; September a year ago is last year's report.
    return date.month == 3 && find_phrase<kAsOf>(clause.substr(0, 12));
}

void check(const SheetScope& sheet, Reporter& report) {
    const auto year = fiscal_year_of(sheet);
    if (!year) return;
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        for (const FieldId field : {FieldId::midterm, FieldId::final}) {
            const Unstruck unstruck(text_of(measure, field).text);
            const std::string_view text = unstruck.text();
            for (const DateMention& date : find_dates(text)) {
                const auto its_year = goalsheet::fiscal_year_of(date);
                const bool full = date.month > 0 && date.day > 0;
                if (!full || !its_year || *its_year == *year || is_explained(text, date, *year)) continue;
                report.add(sheet, sheet.at(item, measure, field).part(date.begin, date.end),
                           {same(text.substr(date.begin, date.end - date.begin)), fiscal_year_word(*year)});
            }
        }
    });
}

}  // namespace
}  // namespace date_outside_year_rule

const RuleBody date_outside_year{
    .texts = {.title = {"実績日が年度の外", "date is outside the fiscal year"},
              .message = {"実績日「{0}」は{1}の外です。日付を確認してください。", "Date {0} is outside {1}; check it."},
              .why = {"年の書き誤りか、前年度の報告の写しです。",
                      "The year is mistyped, or the report is last year's."},
              .wrong = "②中間報告: (1) 啓発イベント 2回（令和6年5月8日、7月2日に開催）",
              .right = "②中間報告: (1) 啓発イベント 2回（令和7年5月8日、7月2日に開催）"},
    .on_sheet = date_outside_year_rule::check,
};

}  // namespace goalsheet::rules
