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
namespace year_left_over_rule {
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

const Message kSituation = {
    "{1}のシートに「{0}」の実績が書かれています。まだ来ていない年度です。年度を直してください。",
    "A sheet of {1} tells what {0} came to, a year to come; correct the year."};

const Message kOldReport = {
    "{1}のシートの報告に「{0}"
    "」の数字が書かれています。前年度の報告の写しではありませんか。数字と年度を直してください。",
    "The report of a sheet of {1} gives the figures of {0}; was last year's copied? Correct figures and year."};

struct Left {
    std::size_t begin;
    std::size_t end;
};

// The fiscal year that an offset begins with: 令和6年度, R6, 2024年度.
std::optional<int> year_at(std::string_view text, std::size_t& at) {
    dates::Walker walker(text, at);
    const auto year = dates::take_year(walker, decode_before(text, at).value);
    if (!year) return std::nullopt;
    const bool named = walker.take(U"年度") || walker.take(U'年');
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
    return field.address.field == FieldId::midterm || field.address.field == FieldId::final;
}
bool is_plan(const FieldText& field) {
    return field.address.field == FieldId::target || field.address.field == FieldId::action;
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

std::string_view sentence_behind(std::string_view text, std::size_t at) {
    text.remove_prefix(at);
    return text.substr(0, std::min(std::min(text.find("。"), text.find('\n')), text.size()));
}

template <std::size_t N>
bool ends_with_one(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view one) { return text.ends_with(one); });
}

// 令和8年度の貸出冊数は41万冊で … 回復した on a sheet of 令和7年度; 見込み and 目標 speak of what is to come, 予算 and
// 計画 of what is settled before.
bool tells_of_future(const FieldText& field, const DateMention& date, int year) {
    static constexpr std::array<std::string_view, 22> kNotYet = {
        "見込", "予定", "推計", "目標", "計画", "予想", "想定", "予測",   "試算", "に向け", "予算",
        "反映", "要望", "検討", "準備", "決定", "募集", "契約", "引き継", "採択", "内定",   "方針"};
    constexpr std::array<std::string_view, 4> kOver = {"した", "だった", "った", "れた"};
    if (goalsheet::fiscal_year_of(date).value_or(year) <= year) return false;
    const std::string_view behind = sentence_behind(field.text->text, date.end);
    const bool of_year =
        behind.starts_with("の") || behind.starts_with("は") || behind.starts_with("末") || behind.starts_with("に");
    return of_year && !find_phrase<kNotYet>(behind) && ends_with_one(behind, kOver);
}

// 令和5年度は、担い手を育てる in the purpose of a sheet of 令和6年度.
bool plans_for_past(const FieldText& field, const DateMention& date, int year) {
    constexpr std::array<std::string_view, 6> kPlan = {"育てる", "図る", "進める", "目指す", "高める", "する"};
    if (field.address.field != FieldId::purpose || !date.fiscal || date.year >= year) return false;
    const std::string_view behind = sentence_behind(field.text->text, date.end);
    return (behind.starts_with("は") || behind.starts_with("に")) && ends_with_one(behind, kPlan);
}

// 令和5年度は13回・延べ322人: the report of a sheet of 令和6年度 begins with another year and names no other.
bool reports_past(const FieldText& field, const DateMention& date, int year) {
    const std::string_view text = field.text->text;
    if (!is_report(field) || !date.fiscal || date.year >= year || date.begin != 0) return false;
    const std::string_view behind = text.substr(date.end);
    return (behind.starts_with("は") || behind.starts_with("実績") || behind.starts_with("の実績")) &&
           find_dates(text).size() == 1 && text.find("今年度") == std::string_view::npos &&
           text.find("本年度") == std::string_view::npos && behind.find("であったが") == std::string_view::npos;
}

// （令和6年3月末現在）behind the figures of a year that only then began.
bool is_counted_before(const FieldText& field, const DateMention& date, int year) {
    const std::string_view text = field.text->text;
    if (field.address.field != FieldId::final || date.fiscal || date.month == 0) return false;
    if (goalsheet::fiscal_year_of(date).value_or(year) >= year || find_dates(text).size() != 1) return false;
    const std::string_view behind = text.substr(date.end);
    const std::string_view before = text.substr(0, date.begin);
    return (before.ends_with("（") || before.ends_with("(")) &&
           (behind.starts_with("末現在") || behind.starts_with("末時点") || behind.starts_with("現在") ||
            behind.starts_with("時点"));
}

const Message* fault_of_text(const FieldText& field, const DateMention& date, int year) {
    const bool prose = field.address.field == FieldId::situation || field.address.field == FieldId::outcomes ||
                       field.address.field == FieldId::participation;
    if (prose && tells_of_future(field, date, year)) return &kSituation;
    if (plans_for_past(field, date, year)) return &kPast;
    if (reports_past(field, date, year) || is_counted_before(field, date, year)) return &kOldReport;
    return is_report(field) || is_plan(field) ? fault_of(field, date, year) : nullptr;
}

void check_dates(const SheetScope& sheet, const FieldText& field, int year, Reporter& report) {
    const std::string_view text = field.text->text;
    const bool prose = !is_report(field) && !is_plan(field);
    if (prose && text.find("年度") == std::string_view::npos) return;
    for (const DateMention& date : find_dates(text)) {
        const Message* fault = fault_of_text(field, date, year);
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
        check_dates(sheet, field, *year, report);
    }
}

}  // namespace
}  // namespace year_left_over_rule

const RuleBody year_left_over{
    .texts = {.title = {"別の年度が残っている", "another year was left in"},
              .message = {"{1}のシートに「{0}」とあります。前年度の文章が残っていないか確かめ、年度を直してください。",
                          "A sheet of {1} says “{0}”; see whether an old text was left in and correct the year."},
              .why = {"前年度のシートを写したときに直し忘れる所で、どの年度の計画か分からなくなります。",
                      "It is what is forgotten when last year's sheet is copied, and leaves open which year is meant."},
              .wrong = "目的・効果: 今年度（令和6年度）は、ごみを減らし資源を循環させる。",
              .right = "目的・効果: 今年度（令和7年度）は、ごみを減らし資源を循環させる。"},
    .on_sheet = year_left_over_rule::check,
};

}  // namespace goalsheet::rules
