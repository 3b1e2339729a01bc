// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <vector>

#include "validate/rules/rule_body.hpp"
#include "validate/scope/sheet_groups.hpp"

namespace goalsheet::rules {
namespace plan_heading_inconsistent_rule {
namespace {

// Which heading of which plan: label, 編, 章, 節 (0 where the level is above).
using HeadingKey = std::tuple<std::string_view, int, int, int>;

struct Use {
    const SheetFacts* sheet;
    const HeadingFact* heading;

    std::string_view name() const { return sheet->page->text(heading->name); }
    std::string_view key() const { return sheet->page->text(heading->name_key); }
};

using Uses = std::map<HeadingKey, std::vector<Use>>;

void collect(const SheetFacts& sheet, Uses& uses) {
    const PageFacts& page = *sheet.page;
    const std::size_t index = sheet.number - 1;
    auto heading = std::lower_bound(page.headings.begin(), page.headings.end(), index,
                                    [](const HeadingFact& fact, std::size_t value) { return fact.sheet < value; });
    for (; heading != page.headings.end() && heading->sheet == index; ++heading) {
        const auto& numbers = heading->numbers;
        uses[{page.text(heading->plan), numbers[0], numbers[1], numbers[2]}].push_back({&sheet, &*heading});
    }
}

// The wording most sheets have; of two the first one met.
std::string_view common_name(const std::vector<Use>& uses) {
    std::map<std::string_view, std::size_t> counts;
    for (const Use& use : uses) ++counts[use.key()];
    std::string_view best;
    for (const Use& use : uses) {
        if (best.empty() || counts[use.key()] > counts[best]) best = use.key();
    }
    return best;
}

const Use& first_with(const std::vector<Use>& uses, std::string_view key) {
    return *std::find_if(uses.begin(), uses.end(), [&](const Use& use) { return use.key() == key; });
}

void compare(const std::vector<Use>& uses, Reporter& report) {
    const std::string_view common = common_name(uses);
    const Use& reference = first_with(uses, common);
    std::map<std::string_view, bool> said;
    for (const Use& use : uses) {
        if (use.key() == common || said[use.key()]) continue;
        said[use.key()] = true;
        const std::string label = fmt::format("第{}{}", use.heading->number, level_sign(use.heading->level));
        report.add(*use.sheet, use.heading->place,
                   {same(label), count_word(reference.sheet->number), count_word(use.sheet->number),
                    same(excerpt(reference.name())), same(excerpt(use.name()))});
    }
}

const Message kNumbers = {
    "「{3}」の番号がシート{1}では「{0}」、シート{2}では「{4}」です。計画の番号にそろえてください。",
    "“{3}” is {0} on sheet {1} and {4} on sheet {2}; use the plan's own number."};

std::string heading_label(const HeadingFact& heading) {
    return fmt::format("第{}{}", heading.number, level_sign(heading.level));
}

// What a plan calls a heading, below which one: the numbers above it, its level and its name.
using NameKey = std::tuple<std::string_view, int, int, int, std::string_view>;
using Named = std::map<NameKey, std::vector<Use>>;

void collect_names(const SheetFacts& sheet, Named& names) {
    const PageFacts& page = *sheet.page;
    const std::size_t index = sheet.number - 1;
    auto heading = std::lower_bound(page.headings.begin(), page.headings.end(), index,
                                    [](const HeadingFact& fact, std::size_t value) { return fact.sheet < value; });
    for (; heading != page.headings.end() && heading->sheet == index; ++heading) {
        const int level = heading->level;
        const int part = level > PlanHeading::part ? heading->numbers[0] : 0;
        const int chapter = level > PlanHeading::chapter ? heading->numbers[1] : 0;
        names[{page.text(heading->plan), level, part, chapter, page.text(heading->name_key)}].push_back(
            {&sheet, &*heading});
    }
}

// Below one heading each name stands once: with two numbers, one of them is wrong. 総論 and その他 may come again.
void compare_numbers(const std::vector<Use>& uses, Reporter& report) {
    std::map<int, std::size_t> counts;
    for (const Use& use : uses) ++counts[use.heading->number];
    if (counts.size() < 2) return;
    const Use* reference = &uses.front();
    for (const Use& use : uses)
        if (counts[use.heading->number] > counts[reference->heading->number]) reference = &use;
    std::map<int, bool> said;
    for (const Use& use : uses) {
        if (use.heading->number == reference->heading->number || said[use.heading->number]) continue;
        said[use.heading->number] = true;
        report.add(*use.sheet, use.heading->place,
                   Saying{.arguments = {same(heading_label(*reference->heading)), count_word(reference->sheet->number),
                                        count_word(use.sheet->number), same(excerpt(use.name())),
                                        same(heading_label(*use.heading))},
                          .message = &kNumbers});
    }
}

void check(const RunScope& run, Reporter& report) {
    // Plans belong to a city and a year; what is compared is what one run has of one year.
    std::map<int, Uses> by_year;
    std::map<int, Named> names_by_year;
    for (const SheetGroup& group : group_sheets(run))
        for (const SheetFacts* sheet : group.sheets) {
            collect(*sheet, by_year[group.year]);
            collect_names(*sheet, names_by_year[group.year]);
        }
    for (const auto& [year, names] : names_by_year)
        for (const auto& [key, list] : names) compare_numbers(list, report);
    for (const auto& [year, uses] : by_year)
        for (const auto& [key, list] : uses) compare(list, report);
}

}  // namespace
}  // namespace plan_heading_inconsistent_rule

const RuleBody plan_heading_inconsistent{
    .texts = {.title = {"計画の名称がシート間で違う", "the same plan heading has two names"},
              .message = {"「{0}」の名称がシート{1}「{3}」とシート{2}「{4}」で違います。計画の表記にそろえてください。",
                          "{0} is “{3}” on sheet {1} and “{4}” on sheet {2}; use the plan's own name."},
              .why = {"番号か名称のどちらかが誤りで、別の施策に数えられるおそれがあります。",
                      "Either the number or the name is wrong, and the goal may be counted for another measure."},
              .wrong = "シート2 総合計画における位置付け: 第2編 安心なまち 第2章 水と緑 第1節 水辺の保全",
              .right = "シート2 総合計画における位置付け: 第2編 安心して暮らせるまち 第2章 水と緑 第1節 水辺の保全"},
    .on_run = plan_heading_inconsistent_rule::check,
};

}  // namespace goalsheet::rules
