// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "dates/date_mentions.hpp"
#include "dates/date_walker.hpp"
#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace {

struct YearWord {
    std::string_view words;
    int from_this;  ///< years after the sheet's
};
constexpr std::array<YearWord, 13> kWords = {{{"今年度", 0},
                                              {"本年度", 0},
                                              {"当年度", 0},
                                              {"当該年度", 0},
                                              {"一昨年度", -2},
                                              {"前々年度", -2},
                                              {"前年度", -1},
                                              {"昨年度", -1},
                                              {"翌々年度", 2},
                                              {"再来年度", 2},
                                              {"来年度", 1},
                                              {"翌年度", 1},
                                              {"次年度", 1}}};
constexpr std::array<std::string_view, 8> kDone = {"した。", "しました", "実施済",   "済み",
                                                   "済。",   "実績",     "完了した", "開催した"};
constexpr std::array<std::string_view, 6> kAhead = {"予定", "見込", "する。", "実施する", "開催する", "目指す"};
constexpr std::array<std::string_view, 3> kDue = {"末まで", "中に", "内に"};
constexpr std::size_t kClauseBytes = 75;

const Message kFuture = {"{1}のシートの報告に「{0}」とあります。まだ来ていない年度の実績です。年度を直してください。",
                         "The report of a sheet of {1} tells of {0}, a year to come; correct the year."};
const Message kPast = {"{1}のシートに、過ぎた年度の予定「{0}」が残っています。年度を直してください。",
                       "A sheet of {1} still plans for {0}, which is over; correct the year."};

struct Left {
    std::size_t begin;
    std::size_t end;
};

// The fiscal year that an offset begins with: 令和6年度, R6, 2024年度.
std::optional<int> year_at(std::string_view text, std::size_t& at) {
    dates::Walker walker(text, at);
    const auto year = dates::take_year(walker, decode_before(text, at).value);
    if (!year) return std::nullopt;
    const bool named = walker.take("年度") || walker.take("年");
    if (!named && !year->era) return std::nullopt;
    // A month behind it makes it a date.
    if (digit_value(walker.peek())) return std::nullopt;
    at = walker.position();
    return year->gregorian;
}

// 今年度（令和6年度）, 令和6年度（今年度） with a year that is not the one the word means.
std::optional<Left> find_wrong_word(std::string_view text, int fiscal_year) {
    for (std::size_t at = text.find("年度"); at != std::string_view::npos; at = text.find("年度", at + 1)) {
        const std::size_t end = at + std::string_view("年度").size();
        const auto word = std::find_if(kWords.begin(), kWords.end(),
                                       [&](const YearWord& one) { return text.substr(0, end).ends_with(one.words); });
        if (word == kWords.end()) continue;
        const std::size_t begin = end - word->words.size();
        const int meant = fiscal_year + word->from_this;
        const CodePoint open = decode_at(text, end);
        if (open.value == '(' || open.value == U'（') {
            std::size_t year_end = end + open.length;
            const auto year = year_at(text, year_end);
            if (year && *year != meant) return Left{begin, year_end + decode_at(text, year_end).length};
        }
        const CodePoint before = decode_before(text, begin);
        if (before.value != '(' && before.value != U'（') continue;
        for (const DateMention& date : find_dates(text.substr(0, begin - before.length)))
            if (date.fiscal && date.end == begin - before.length && date.year != meant) return Left{date.begin, end};
    }
    return std::nullopt;
}

std::string_view clause_behind(std::string_view text, std::size_t at) {
    std::string_view clause = text.substr(at, kClauseBytes);
    for (const std::string_view end : {"。", "\n", "）", "、"})
        if (const std::size_t found = clause.find(end); found != std::string_view::npos)
            clause = clause.substr(0, found + end.size());
    return clause;
}

void check_word(const SheetScope& sheet, const FieldText& field, int year, Reporter& report) {
    const std::string_view text = field.text->text;
    if (const auto left = find_wrong_word(text, year))
        report.add(sheet, sheet.at(field, left->begin, left->end),
                   {same(excerpt(text.substr(left->begin, left->end - left->begin))), fiscal_year_word(year)});
}

bool is_report(const FieldText& field) {
    return field.spot.field == FieldId::midterm || field.spot.field == FieldId::final;
}
bool is_plan(const FieldText& field) {
    return field.spot.field == FieldId::target || field.spot.field == FieldId::action;
}

// 令和8年度に開催した, but neither 令和8年度に向けて nor 令和8年度予算に要望した.
bool happens_then(std::string_view behind) {
    if (behind.starts_with("実績") || behind.starts_with("中に")) return true;
    if (!behind.starts_with("に")) return false;
    for (const std::string_view other :
         {"に向", "に係", "にお", "に予", "に繰", "に比", "につ", "に引", "に対", "に入", "にか", "に策定し"})
        if (behind.starts_with(other)) return false;
    return true;
}

const Message* fault_of(const FieldText& field, const DateMention& date, int year) {
    const int its_year = goalsheet::fiscal_year_of(date).value_or(year);
    const std::string_view behind = clause_behind(field.text->text, date.end);
    const bool event = is_report(field) && (happens_then(behind) || date.day > 0);
    const bool done = find_phrase<kDone>(behind).has_value();
    const bool ahead = find_phrase<kAhead>(behind).has_value();
    if (event && its_year > year && done && !ahead) return &kFuture;
    const bool past_tense = done || behind.find("した") != std::string_view::npos;
    if (event && its_year < year && ahead && !past_tense) return &kPast;
    if (!is_plan(field) || its_year >= year || !date.fiscal) return nullptr;
    const auto due = find_phrase<kDue>(behind);
    return due && due->begin == 0 ? &kPast : nullptr;
}

void check_dates(const SheetScope& sheet, const FieldText& field, int year, Reporter& report) {
    const std::string_view text = field.text->text;
    for (const DateMention& date : find_dates(text)) {
        const Message* fault = fault_of(field, date, year);
        if (!fault) continue;
        report.add(
            sheet, sheet.at(field, date.begin, date.end),
            Saying{.arguments = {same(excerpt(text.substr(date.begin, date.end - date.begin))), fiscal_year_word(year)},
                   .message = fault});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    const auto year = fiscal_year_of(sheet);
    if (!year) return;
    for (const FieldText& field : sheet.texts()) {
        check_word(sheet, field, *year, report);
        if (is_report(field) || is_plan(field)) check_dates(sheet, field, *year, report);
    }
}

}  // namespace

const RuleBody year_left_over{
    .texts = {.title = {"別の年度が残っている", "another year was left in"},
              .message = {"{1}のシートに「{0}」とあります。前年度の文章が残っていないか確かめ、年度を直してください。",
                          "A sheet of {1} says “{0}”; see whether an old text was left in and correct the year."},
              .why = {"前年度のシートを写したときに直し忘れる所で、どの年度の計画か分からなくなります。",
                      "It is what is forgotten when last year's sheet is copied, and leaves open which year is meant."},
              .wrong = "目的・効果: 今年度（令和6年度）は、ごみを減らし資源を循環させる。",
              .right = "目的・効果: 今年度（令和7年度）は、ごみを減らし資源を循環させる。"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
