// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "dates/day_mentions.hpp"
#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/measures.hpp"
#include "validate/scope/open_words.hpp"

namespace goalsheet::rules {
namespace still_open_at_year_end_rule {
namespace {

constexpr std::array<std::string_view, 12> kLater = {"翌年度", "次年度",   "来年度", "翌々年度", "繰越", "繰り越",
                                                     "次期",   "引き続き", "今後",   "継続",     "毎年", "来年"};

const Message kWasDone = {
    "期末報告に「{0}"
    "」が残っています。中間報告では完了としています。年度末の結果（完了、翌年度へ繰越など）を書いてください。",
    "The year-end report still says “{0}”, though the mid-term report called it done; give the outcome of the year."};

// 令和7年度に再公募する: what goes on in a later year is said to do so.
constexpr std::array<std::string_view, 10> kWhy = {"ため", "により", "遅れ", "遅延", "不調",
                                                   "不落", "延期",   "整わ", "難航", "不足"};

// 4月から稼働する予定: the months behind the year, in which its report is written.
bool names_month_behind_year(std::string_view sentence) {
    constexpr int kApril = 4;
    constexpr int kJune = 6;
    const std::vector<DayMention> days = find_days(sentence);
    return std::any_of(days.begin(), days.end(),
                       [](const DayMention& day) { return day.month >= kApril && day.month <= kJune; });
}

// Why it is not done yet may be said too; that is what is asked for.
bool speaks_of_later(std::string_view sentence, std::optional<int> year) {
    if (find_phrase<kLater>(sentence) || names_month_behind_year(sentence) || find_phrase<kWhy>(sentence)) return true;
    if (!year) return false;
    const std::string next = fiscal_year_label(*year + 1);
    return sentence.find(next.substr(0, next.find("年度"))) != std::string_view::npos ||
           sentence.find(std::to_string(*year + 1) + "年") != std::string_view::npos ||
           sentence.find("R" + std::to_string(*year + 1 - 2018)) != std::string_view::npos;
}

std::string_view sentence_around(std::string_view text, const Phrase& word) {
    std::size_t begin = 0;
    std::size_t end = text.size();
    for (const std::string_view mark : {"。", "\n"}) {
        const std::size_t before = text.substr(0, word.begin).rfind(mark);
        if (before != std::string_view::npos) begin = std::max(begin, before + mark.size());
        end = std::min(end, std::min(text.find(mark, word.end), text.size()));
    }
    return text.substr(begin, end - begin);
}

bool is_achieved(const SheetScope& sheet, const MeasuredMeasure& measured) {
    return std::all_of(measured.rows.begin(), measured.rows.end(),
                       [&](const ProgressRow& row) { return has_reached(sheet, measured, row); });
}

const Message kHalfYear = {"期末報告に「{0}」とあり、中間報告の数字のままです。年度末の実績に書き換えてください。",
                           "The year-end report still speaks of “{0}”, as the mid-term report did; give the result of "
                           "the whole year."};
constexpr std::array<std::string_view, 8> kHalf = {"9月末現在",   "9月末時点", "９月末現在", "９月末時点",
                                                   "9月30日現在", "上半期",    "（9月末）",  "（９月末）"};

void check_half_year(const SheetScope& sheet, const Item& item, const Measure& measure, Reporter& report) {
    const std::string& text = measure.final.text;
    const auto half = find_phrase<kHalf>(text);
    if (!half || measure.midterm.text.find(text.substr(half->begin, half->end - half->begin)) == std::string::npos)
        return;
    report.add(sheet, sheet.at(item, measure, FieldId::final).part(half->begin, half->end),
               Saying{.arguments = {same(text.substr(half->begin, half->end - half->begin))}, .message = &kHalfYear});
}

const Message kSame = {"期末報告が中間報告と同じ文です。年度末の実績に書き換えてください。",
                       "The year-end report says what the mid-term report said; give the result of the whole year."};

// A report that was copied, of a target that it does not reach.
void check_copy(const SheetScope& sheet, const MeasuredMeasure& measured, Reporter& report) {
    const std::string_view text = trim(measured.measure.final.text);
    if (text.empty() || text != trim(measured.measure.midterm.text) || gives_reason(text)) return;
    const bool missed = std::any_of(measured.rows.begin(), measured.rows.end(), [&](const ProgressRow& row) {
        return row.target && row.result && has_same_unit(row.unit, row.result_unit) && row.state == ReportState::done &&
               !wants_less(measured, row) && !is_reached(sheet, measured, row);
    });
    if (missed) report.add(sheet, sheet.at(measured.item, measured.measure, FieldId::final), Saying{.message = &kSame});
}

void check_measure(const SheetScope& sheet, const MeasuredMeasure& measured, Reporter& report) {
    check_copy(sheet, measured, report);
    const Unstruck unstruck(measured.measure.final.text);
    const std::string_view text = unstruck.text();
    const auto open = find_open_work(text);
    if (!open || is_achieved(sheet, measured)) return;
    if (speaks_of_later(sentence_around(text, open->word), fiscal_year_of(sheet))) return;
    const bool was_done = says_done(measured.measure.midterm.text) && !find_open_work(measured.measure.midterm.text);
    report.add(
        sheet, sheet.at(measured.item, measured.measure, FieldId::final).part(open->clause.begin, open->clause.end),
        Saying{.arguments = {same(excerpt(text.substr(open->clause.begin, open->clause.end - open->clause.begin)))},
               .message = was_done ? &kWasDone : nullptr});
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet,
                     [&](const Item& item, const Measure& measure) { check_half_year(sheet, item, measure, report); });
    for_each_measured(sheet, Against::final,
                      [&](const MeasuredMeasure& measured) { check_measure(sheet, measured, report); });
}

}  // namespace
}  // namespace still_open_at_year_end_rule

const RuleBody still_open_at_year_end{
    .texts =
        {.title = {"期末報告に「予定」「実施中」", "work still open in the year-end report"},
         .message =
             {"期末報告に「{0}」が残っています。年度末の結果（完了、未完了の理由、翌年度へ繰越など）を書いてください。",
              "The year-end report still says “{0}”; give the outcome of the year."},
         .why = {"期末報告は年度が終わってからの結果です。中間報告の文章が残っていることがよくあります。",
                 "The year-end report tells what came of it; often the mid-term text was left in."},
         .wrong = "期末報告: (1) 回収拠点数 20箇所\n  (2) 出前講座 12回\n②期末報告: (1) 啓発イベントを3月に開催予定\n"
                  "取組による効果・残された課題: 拠点が増えた。\n"
                  "シート2 期末報告: (1) 参加者数 320人\nシート2 取組による効果・残された課題: 参加者が増えた。",
         .right = "期末報告: (1) 回収拠点数 20箇所\n  (2) 出前講座 12回\n②期末報告: (1) 啓発イベント 4回\n"
                  "取組による効果・残された課題: 拠点が増えた。\n"
                  "シート2 期末報告: (1) 参加者数 320人\nシート2 取組による効果・残された課題: 参加者が増えた。"},
    .on_sheet = still_open_at_year_end_rule::check,
};

}  // namespace goalsheet::rules
