// SPDX-License-Identifier: MIT
#include "validate/scope/run_facts.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

#include "compare/similarity.hpp"
#include "goalsheet/text.hpp"
#include "validate/scope/measures.hpp"
#include "validate/scope/reporter.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kGoalColumns = 20;
// Shorter repetitions happen between years: 「実施済」「順調に進捗している」 are no sign of a copy.
constexpr std::size_t kLeastReport = 16;

}  // namespace

PageFacts::PageFacts(const DocumentScope& page)
    : path(page.document.source.path),
      policy(page.policy),
      stage(page.stage),
      source(page.document.source.text),
      sheets(page.sheets.size()),
      gist_(page.options.gist.has_value()) {
    for (const auto& sheet : page.sheets) add_sheet(*sheet);
    headings.shrink_to_fit();
    reports.shrink_to_fit();
    texts.shrink_to_fit();
}

void PageFacts::add_sheet(const SheetScope& scope) {
    const Sheet& sheet = scope.sheet;
    SheetFacts& facts = sheets[scope.number - 1];
    facts.page = this;
    facts.number = scope.number;
    facts.fiscal_year = rules::fiscal_year_of(scope);
    facts.priority = sheet.priority;
    const SourcedText& department = sheet.department.empty() ? scope.page.document.department : sheet.department;
    facts.department = texts.keep(fold(department.text));
    facts.goal = texts.keep(sheet.goal.text);
    facts.goal_key = texts.keep(title_key(sheet.goal.text));
    facts.goal_words = texts.keep(excerpt(sheet.goal.text, kGoalColumns));
    facts.at_goal = look_up(scope.at(FieldId::goal));
    facts.at_priority = look_up(scope.at(FieldId::priority));
    add_headings(scope);
    add_reports(scope);
}

void PageFacts::add_headings(const SheetScope& scope) {
    for (const Alignment& alignment : scope.sheet.alignments) {
        const auto found = find_plan_headings(alignment.text.text);
        if (found.empty()) continue;
        HeadingFact fact;
        fact.sheet = scope.number - 1;
        fact.plan = texts.keep(title_key(alignment.plan.text));
        Place place = scope.at(alignment);
        const Kept words = texts.keep(place.address.words.ja);
        for (const PlanHeading& heading : found) {
            fact.numbers[heading.level] = heading.number;
            std::fill(fact.numbers + heading.level + 1, std::end(fact.numbers), 0);
            if (heading.name.empty()) continue;
            fact.level = heading.level;
            fact.number = heading.number;
            fact.name = texts.keep(heading.name);
            fact.name_key = texts.keep(title_key(heading.name));
            place.begin = heading.begin;
            place.end = heading.end;
            fact.place = look_up(place);
            fact.place.words = words;
            headings.push_back(fact);
        }
    }
}

void PageFacts::add_reports(const SheetScope& scope) {
    const auto add = [&](const SourcedText& text, const SheetAddress& address) {
        if (text.text.size() < kLeastReport) return;
        const std::string folded = fold(text.text);
        if (count_code_points(folded) < kLeastReport) return;
        reports.push_back({scope.number - 1, look_up(scope.at(FieldText{&text, address}, 0, text.text.size())),
                           std::hash<std::string>()(folded)});
    };
    rules::for_each_measure(scope, [&](const Item& item, const Measure& measure) {
        for (const FieldId field : {FieldId::midterm, FieldId::final})
            add(text_of(measure, field), {.item = item.number, .measure = measure.number, .field = field});
    });
    add(scope.sheet.notes.outcomes, {.field = FieldId::outcomes});
}

KnownPlace PageFacts::look_up(const Place& place) {
    const SourceRange range = find_range(place);
    KnownPlace known;
    known.item = place.address.item;
    known.measure = place.address.measure;
    known.field = place.address.field.value_or(FieldId::goal);
    if (range) std::tie(known.begin, known.end) = *range;
    if (gist_)
        set_region(known);
    else
        known.about = texts.keep(text_at(place));
    return known;
}

void PageFacts::set_region(KnownPlace& known) {
    known.region = {{1, 1}, {1, 1}};
    if (!source) return;
    known.region = source->region(known.begin, std::max(known.begin, known.end));
    known.cell = texts.keep(source->line_name(known.region.begin.line));
}

std::string_view PageFacts::goal_words(std::size_t sheet) const {
    return sheet == 0 || sheet > sheets.size() ? std::string_view() : text(sheets[sheet - 1].goal_words);
}

SheetAddress PageFacts::address(std::size_t sheet, const KnownPlace& known) const {
    return {.sheet = sheet,
            .item = known.item,
            .measure = known.measure,
            .field = known.field,
            .words = same(text(known.words))};
}

}  // namespace goalsheet
