// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <tuple>

#include "goalsheet/text.hpp"
#include "validate/measures.hpp"
#include "validate/rule_body.hpp"
#include "validate/sheet_groups.hpp"

namespace goalsheet::rules {
namespace {

const Message kRemoved = {"計画時の目標「{0}」がなくなっています。変更理由を特記事項に書いてください。",
                          "The plan's target {0} is gone; give the reason in the notes."};
const Message kAdded = {"計画時にない目標「{0}」が加わっています。変更理由を特記事項に書いてください。",
                        "Target {0} was not in the plan; give the reason in the notes."};

/// The sheets of the plan edition, to be found by title or, where that was reworded, by rank.
class PlanEdition {
public:
    explicit PlanEdition(std::span<const Document> plans) {
        for (const Document& plan : plans) {
            for (const Sheet& sheet : plan.sheets) {
                by_key_.emplace(key_of(sheet, title_key(sheet.goal.text)), &sheet);
                if (sheet.priority) by_key_.emplace(key_of(sheet, rank_key(*sheet.priority)), &sheet);
            }
        }
    }

    const Sheet* find(const Sheet& sheet) const {
        const auto same_title = by_key_.find(key_of(sheet, title_key(sheet.goal.text)));
        if (same_title != by_key_.end()) return same_title->second;
        if (!sheet.priority) return nullptr;
        const auto same_rank = by_key_.find(key_of(sheet, rank_key(*sheet.priority)));
        return same_rank == by_key_.end() ? nullptr : same_rank->second;
    }

private:
    using Key = std::tuple<int, std::string, std::string>;

    static std::string rank_key(int rank) { return "#" + std::to_string(rank); }
    static Key key_of(const Sheet& sheet, std::string name) {
        return {sheet.fiscal_year ? sheet.fiscal_year->gregorian : 0, fold(sheet.department.text), std::move(name)};
    }

    std::map<Key, const Sheet*> by_key_;
};

const Item* find_item(const Sheet& plan, int number) {
    const auto found =
        std::find_if(plan.items.begin(), plan.items.end(), [number](const Item& one) { return one.number == number; });
    return found == plan.items.end() ? nullptr : &*found;
}

const Measure* find_measure(const Item& item, int number) {
    const auto found = std::find_if(item.measures.begin(), item.measures.end(),
                                    [number](const Measure& one) { return one.number == number; });
    return found == item.measures.end() ? nullptr : &*found;
}

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

void check_sheet(const SheetScope& sheet, const Sheet& plan, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        const Item* planned_item = find_item(plan, item.number);
        const Measure* planned = planned_item ? find_measure(*planned_item, measure.number) : nullptr;
        if (planned) compare(sheet, item, measure, *planned, report);
    });
}

void check(const RunScope& run, Reporter& report) {
    if (run.options.against.empty()) return;
    const PlanEdition edition(run.options.against);
    for (const auto& page : run.pages)
        for (const auto& sheet : page->sheets)
            if (const Sheet* plan = edition.find(sheet->sheet)) check_sheet(*sheet, *plan, report);
}

}  // namespace

const RuleBody target_changed_since_plan{
    .texts = {.title = {"計画時から目標が変わった", "target changed since the plan"},
              .message = {"目標が計画時「{0}」から「{1}」に変わっています。変更理由を特記事項に書いてください。",
                          "Target changed from {0} to {1} since the plan; give the reason in the notes."},
              .why = {"年度の途中で目標を下げれば、必ず達成できてしまいます。",
                      "A target lowered on the way is always reached."},
              .wrong = "# --against 計画時のファイル（出前講座 12回）に対し、数値目標が「出前講座 8回」",
              .right = "# --against 計画時のファイルと同じ数値目標"},
    .on_run = check,
};

}  // namespace goalsheet::rules
