// SPDX-License-Identifier: MIT
#include <optional>
#include <vector>

#include "compare/alignment.hpp"
#include "compare/similarity.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace target_changed_since_plan_rule {
namespace {

const Message kRemoved = {"計画時の目標「{0}」がなくなっています。変更理由を特記事項に書いてください。",
                          "The plan's target {0} is gone; give the reason in the notes."};
const Message kAdded = {"計画時にない目標「{0}」が加わっています。変更理由を特記事項に書いてください。",
                        "Target {0} was not in the plan; give the reason in the notes."};

void compare(const SheetScope& sheet, const Item& item, const Measure& measure, const Measure& planned,
             Reporter& report) {
    const std::string before = without_struck(planned.target.text);
    const std::string now = without_struck(measure.target.text);
    if (title_key(before) == title_key(now)) return;
    const Place place = sheet.at(item, measure, FieldId::target);
    if (is_blank(now))
        report.add(sheet, place, Saying{.arguments = {same(excerpt(before))}, .message = &kRemoved});
    else if (is_blank(before))
        report.add(sheet, place, Saying{.arguments = {same(excerpt(now))}, .message = &kAdded});
    else
        report.add(sheet, place, {same(excerpt(before)), same(excerpt(now))});
}

void check_item(const SheetScope& sheet, const Item& item, const Item& planned, Reporter& report) {
    for (const PartPair& pair : match_measures(planned, item, Years::same))
        compare(sheet, item, item.measures[pair.after], planned.measures[pair.before], report);
}

void check_sheet(const SheetScope& sheet, const Sheet& plan, Reporter& report) {
    for (const PartPair& pair : match_items(plan, sheet.sheet, Years::same))
        check_item(sheet, sheet.sheet.items[pair.after], plan.items[pair.before], report);
}

EditionSheet edition_sheet(const Document& document, const Sheet& sheet) {
    const SourcedText& department = sheet.department.empty() ? document.department : sheet.department;
    const auto& year = sheet.fiscal_year ? sheet.fiscal_year : document.fiscal_year;
    return {sheet.goal.text, sheet.priority, department.text, year ? std::optional(year->gregorian) : std::nullopt};
}

void check(const RunScope& run, Reporter& report) {
    if (run.options.against.empty()) return;
    std::vector<EditionSheet> planned;
    std::vector<const Sheet*> plans;
    for (const Document& plan : run.options.against)
        for (const Sheet& sheet : plan.sheets) {
            planned.push_back(edition_sheet(plan, sheet));
            plans.push_back(&sheet);
        }
    std::vector<EditionSheet> now;
    std::vector<const SheetScope*> scopes;
    for (const PageFacts* page : run.pages) {
        for (const auto& sheet : page->whole->sheets) {
            now.push_back(edition_sheet(page->whole->document, sheet->sheet));
            scopes.push_back(sheet.get());
        }
    }
    std::vector<const Sheet*> plan_of(now.size(), nullptr);
    for (const SheetPair& pair : match_sheets(planned, now, Years::same)) plan_of[pair.after] = plans[pair.before];
    for (std::size_t i = 0; i < now.size(); ++i)
        if (plan_of[i]) check_sheet(*scopes[i], *plan_of[i], report);
}

}  // namespace
}  // namespace target_changed_since_plan_rule

const RuleBody target_changed_since_plan{
    .texts = {.title = {"計画時から目標が変わった", "target changed since the plan"},
              .message = {"目標が計画時「{0}」から「{1}」に変わっています。変更理由を特記事項に書いてください。",
                          "Target changed from {0} to {1} since the plan; give the reason in the notes."},
              .why = {"年度の途中で目標を下げれば、必ず達成できてしまいます。",
                      "A target lowered on the way is always reached."},
              .wrong = "# --against 計画時のファイル（出前講座 12回）に対し、数値目標が「出前講座 8回」",
              .right = "# --against 計画時のファイルと同じ数値目標"},
    .on_run = target_changed_since_plan_rule::check,
};

}  // namespace goalsheet::rules
