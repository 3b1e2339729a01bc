// SPDX-License-Identifier: MIT
#include <array>

#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/indicators.hpp"

namespace goalsheet::rules {
namespace {

// A report that speaks of steps ahead has its figures in the steps; GS407 asks for the month.
constexpr std::array<std::string_view, 6> kAhead = {"準備", "予定", "調整", "検討", "着手", "申請"};

// The figure that counts something else, where the report has nothing but such figures and never calls the indicator by
// its name: as soon as one figure could be meant, it is the reader's doubt and not the officer's mistake.
const Evidence* find_other_subject(const ProgressRow& row) {
    if (row.status != ProgressStatus::no_figure) return nullptr;
    const Evidence* found = nullptr;
    for (const Evidence& one : row.evidence) {
        if (one.kind != EvidenceKind::other_subject && one.kind != EvidenceKind::other_unit) return nullptr;
        if (!found && one.kind == EvidenceKind::other_subject) found = &one;
    }
    const std::string name = fold(row.indicator);
    const bool named = !name.empty() && fold(row.report_text).find(name) != std::string::npos;
    if (named || row.evidence.empty()) return nullptr;
    return found || find_phrase<kAhead>(row.report_text) ? found : &row.evidence.front();
}

void check(const SheetScope& sheet, Reporter& report) {
    const Against against = against_of(sheet.page.stage);
    for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
        for (const ProgressRow& row : measured.rows) {
            const Evidence* other = find_other_subject(row);
            if (!other) continue;
            const Place place = sheet.at(measured.item, measured.measure, report_field(against));
            const std::size_t at = place.text->text.find(other->words);
            const bool found = at != std::string::npos && !other->words.empty();
            report.add(sheet, found ? place.part(at, at + other->words.size()) : place,
                       {same(excerpt(row.indicator)), same(excerpt(other->words))});
        }
    });
}

}  // namespace

const RuleBody indicator_changed{
    .texts = {.title = {"報告の指標が目標と違う", "report measures something else"},
              .message = {"目標は「{0}」ですが、報告の「{1}」は別のものの数です。目標の指標の値も書いてください。",
                          "Target is {0} but the report's {1} counts something else; give the target's own value too."},
              .why = {"別の指標の数では、目標にどこまで近づいたか分かりません。",
                      "Another indicator's figure does not say how near the target is."},
              .wrong =
                  "②数値目標: (1) 起業者数 10人\n②中間報告: (1) 起業を考える人を対象とした講座を4回開催し、109人参加",
              .right = "②数値目標: (1) 起業者数 10人\n②中間報告: (1) 起業者数 4人（講座に109人参加）"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
