// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/indicators.hpp"
#include "validate/scope/open_words.hpp"

namespace goalsheet::rules {
namespace indicator_changed_rule {
namespace {

// A report that speaks of steps has its figures in the steps; GS407 asks for the month.
constexpr std::array<std::string_view, 42> kAhead = {
    "準備", "予定", "調整", "検討", "着手", "申請", "発送", "締切",   "集計", "募集", "申込", "応募", "受付", "判明",
    "▲",    "△",    "提出", "回収", "回答", "送付", "出店", "原稿",   "候補", "契約", "着工", "設計", "測量", "進め",
    "配布", "依頼", "照会", "審査", "選定", "うち", "から", "する。", "達成", "完了", "入札", "交渉", "見込", "試作"};

// The figure that counts something else, where the report has nothing but such figures and never calls the indicator by
// its name: as soon as one figure could be meant, it is the reader's doubt and not the officer's mistake.
const Evidence* find_other_subject(const SheetScope& sheet, const ProgressRow& row, const SourcedText& text) {
    if (row.status != ProgressStatus::no_figure || find_phrase<kAhead>(row.report_text)) return nullptr;
    // 8月20日に開催（7校、21人） answers 1回.
    if (row.unit == "回" && says_held(row.report_text)) return nullptr;
    // A figure in the target's own unit, or none at all, answers it whatever it is called.
    const std::vector<Quantity>& quantities = sheet.page.quantities(text);
    for (const Quantity& one : quantities)
        if (one.unit == row.unit || one.value.mantissa == 0 || stand_for_each_other(one.unit, row.unit)) return nullptr;
    // 進捗40％ of what is counted in 箇所 says how far it is.
    if (std::all_of(quantities.begin(), quantities.end(), [](const Quantity& one) { return one.unit == "%"; }))
        return nullptr;
    const Evidence* found = nullptr;
    for (const Evidence& one : row.evidence) {
        if (one.kind != EvidenceKind::other_subject && one.kind != EvidenceKind::other_unit) return nullptr;
        if (!found && one.kind == EvidenceKind::other_subject) found = &one;
    }
    const std::string name = fold(row.indicator);
    const bool named = !name.empty() && fold(row.report_text).find(name) != std::string::npos;
    if (named || row.evidence.empty()) return nullptr;
    return found ? found : &row.evidence.front();
}

// GS502 asks about the unit where one figure of the report shares a word with its target.
bool is_told_by_units(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row,
                      Against against) {
    if (sheet.page.policy.severity_of("GS502", sheet.page.stage) == Severity::off) return false;
    return find_other_unit(sheet, measured, row, report_field(against)) != nullptr;
}

// The words of the target where its indicator has no name of its own.
std::string goal_word(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row) {
    if (!is_blank(row.indicator)) return excerpt(row.indicator);
    return as_written(sheet.page, measured.measure.target, *row.target, row.unit);
}

// Whoever reads it sees that something else was counted: the report shares no word with the name of its indicator.
bool is_plain(const ProgressRow& row, const SourcedText& text) {
    if (row.evidence.size() < 2 || gives_reason(text.text)) return false;
    return !shares_word(row.indicator, text.text);
}

void check(const SheetScope& sheet, Reporter& report) {
    const Against against = against_of(sheet.page.stage);
    for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
        for (const ProgressRow& row : measured.rows) {
            const Place place = sheet.at(measured.item, measured.measure, report_field(against));
            const Evidence* other = find_other_subject(sheet, row, text_of(measured.measure, report_field(against)));
            if (!other || is_blank(other->words) || is_told_by_units(sheet, measured, row, against)) continue;
            const std::size_t at = place.text->text.find(other->words);
            const bool found = at != std::string::npos && !other->words.empty();
            report.add(sheet, found ? place.part(at, at + other->words.size()) : place,
                       Saying{.arguments = {same(goal_word(sheet, measured, row)), same(excerpt(other->words))},
                              .at_most = is_plain(row, text_of(measured.measure, report_field(against)))
                                             ? std::nullopt
                                             : std::optional(Severity::info)});
        }
    });
}

}  // namespace
}  // namespace indicator_changed_rule

const RuleBody indicator_changed{
    .texts = {.title = {"報告の指標が目標と違う", "report measures something else"},
              .message = {"目標は「{0}」ですが、報告の「{1}」は別のものの数です。目標の指標の値も書いてください。",
                          "Target is {0} but the report's {1} counts something else; give the target's own value too."},
              .why = {"別の指標の数では、目標にどこまで近づいたか分かりません。",
                      "Another indicator's figure does not say how near the target is."},
              .wrong = "②数値目標: (1) 起業者数 10人\n②中間報告: (1) 講座を4回開催し、12団体が参加",
              .right = "②数値目標: (1) 起業者数 10人\n②中間報告: (1) 起業者数 4人（講座に12団体が参加）"},
    .on_sheet = indicator_changed_rule::check,
};

}  // namespace goalsheet::rules
