// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "dates/date_mentions.hpp"
#include "dates/day_mentions.hpp"
#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/deadlines.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/indicators.hpp"
#include "validate/scope/measures.hpp"
#include "validate/scope/open_words.hpp"

namespace goalsheet::rules {
namespace progress_without_number_rule {
namespace {

// “All of it is done” answers a target of 3箇所 without a figure; 完了予定 and 達成に向け do not.
constexpr std::array<std::string_view, 16> kComplete = {"完了",   "達成",   "実施済", "終了",  "整備済", "設置済",
                                                        "締結済", "すべて", "全て",   "全件",  "全校",   "全員",
                                                        "全施設", "全地区", "全課",   "全世帯"};
// Of a target of one thing, that it was done is the answer; that it was prepared is none.
constexpr std::array<std::string_view, 3> kWasDone = {"した", "済", "された"};
constexpr std::array<std::string_view, 12> kOnTheWay = {"準備", "検討", "協議", "打ち合わせ", "打合せ", "調整",
                                                        "周知", "進め", "努め", "案を",       "着手",   "開始"};
constexpr std::array<std::string_view, 6> kNotYet = {"予定", "見込", "後", "に向", "を目", "できる"};

// Nothing came in, or the figure stands elsewhere.
constexpr std::array<std::string_view, 12> kNone = {"なし",     "ゼロ",       "無し", "皆減", "応募がな", "該当者がな",
                                                    "申請がな", "申込みがな", "別紙", "別添", "再掲",     "同上"};

const Message kRate = {"目標は{0}ですが報告に数がありません。直近の値か、値が分かる月を書いてください。",
                       "The target is {0}, but the report has no number; give the latest value or the month it will be "
                       "known."};

bool says_complete(std::string_view text) {
    for (auto found = find_phrase<kComplete>(text); found; found = find_phrase<kComplete>(text, found->end)) {
        const std::string_view rest = text.substr(found->end);
        if (std::none_of(kNotYet.begin(), kNotYet.end(), [&](std::string_view one) { return rest.starts_with(one); }))
            return true;
    }
    return false;
}

const Quantity* first_value(const std::vector<Quantity>& quantities) {
    const auto found = std::find_if(quantities.begin(), quantities.end(),
                                    [](const Quantity& one) { return one.role == QuantityRole::value; });
    return found == quantities.end() ? nullptr : &*found;
}

bool is_one_thing_done(const Quantity& target, std::string_view text) {
    return target.value.to_text() == "1" && find_phrase<kWasDone>(text) && !find_phrase<kOnTheWay>(text) &&
           !find_open_work(text);
}

// 500万円以上を電子入札に: the figure says of what, not how much.
bool is_condition(std::string_view text, const Quantity& target) {
    if (target.comparator == Comparator::none || target.comparator == Comparator::about) return false;
    const std::string_view behind = text.substr(target.end);
    return behind.starts_with("を") || behind.starts_with("の") || behind.starts_with("に");
}

// 原稿 38／44章: a number that is no date, though not one with a unit.
bool has_other_number(std::string_view text, const Quantity& target) {
    // 14日 answers 10日以内, though it reads as a date.
    const std::size_t unit = target.unit.empty() ? std::string_view::npos : text.find(target.unit);
    if (unit != std::string_view::npos && unit > 0 && digit_value(decode_before(text, unit).value) &&
        text.substr(0, unit).find("月") == std::string_view::npos)
        return true;
    std::string rest(text);
    for (const DayMention& day : find_days(text))
        std::fill_n(rest.begin() + static_cast<std::ptrdiff_t>(day.begin), day.end - day.begin, ' ');
    for (const DateMention& date : find_dates(text))
        std::fill_n(rest.begin() + static_cast<std::ptrdiff_t>(date.begin), date.end - date.begin, ' ');
    return rest.find("／") != std::string::npos && has_digit(rest);
}

// At mid-term the month says enough: of what is planned, or of what is known only then.
bool is_still_ahead(const SheetScope& sheet, const Measure& measure) {
    if (sheet.page.stage == Stage::final) return false;
    if (names_month(measure.midterm.text)) return true;
    const auto deadline = deadline_of(sheet, measure);
    constexpr int kSeptember = 9;
    constexpr int kLastDay = 30;
    return deadline && *deadline > Date{fiscal_year_of(sheet).value_or(0), kSeptember, kLastDay};
}

void speak(const SheetScope& sheet, const Place& place, const Message& goal, const Quantity& target, Reporter& report) {
    if (target.unit != "%") return report.add(sheet, place, {goal});
    report.add(sheet, place, Saying{.arguments = {goal}, .message = &kRate});
}

void check(const SheetScope& sheet, Reporter& report) {
    const FieldId field = report_field(against_of(sheet.page.stage));
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        const SourcedText& text = text_of(measure, field);
        if (is_blank(text.text) || says_complete(text.text) || find_phrase<kNone>(text.text)) return;
        const Quantity* target = first_value(sheet.page.quantities(measure.target));
        if (!target || !sheet.page.quantities(text).empty() || is_condition(measure.target.text, *target)) return;
        if (is_one_thing_done(*target, text.text) || has_other_number(text.text, *target)) return;
        if (!is_still_ahead(sheet, measure))
            speak(sheet, sheet.at(item, measure, field), same(as_written(measure.target.text, *target)), *target,
                  report);
    });
}

}  // namespace
}  // namespace progress_without_number_rule

const RuleBody progress_without_number{
    .texts = {.title = {"報告に数がない", "report has no number"},
              .message = {"目標は{0}ですが報告に数がありません。実績（0の場合も）か、実績が分かる月を書いてください。",
                          "The target is {0}, but the report has no number; give the result, even if it is 0, or the "
                          "month it will be known."},
              .why = {"数で立てた目標は、数でしか確かめられません。",
                      "A target in figures can only be checked by a figure."},
              .wrong = "②中間報告: (1) 開催に向け関係者と打ち合わせた",
              .right = "②中間報告: (1) 啓発イベント 2回（11月に2回開催予定）"},
    .on_sheet = progress_without_number_rule::check,
};

}  // namespace goalsheet::rules
