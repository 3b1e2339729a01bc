// SPDX-License-Identifier: MIT
#include <functional>
#include <map>
#include <unordered_set>

#include "goalsheet/text.hpp"
#include "validate/measures.hpp"
#include "validate/rule_body.hpp"
#include "validate/template_text.hpp"

namespace goalsheet::rules {
namespace {

// Shorter repetitions happen between years: 「実施済」「順調に進捗している」 are no sign of a copy.
constexpr std::size_t kLeastCopied = 16;

const Message kLastYear = {"{0}の文章が前年度のシートと同じです。今年度の内容に書き換えてください。",
                           "The text of {0} is the same as in last year's sheet; write this year's."};

void check(const SheetScope& sheet, Reporter& report) {
    const TemplateText templates(sheet.page.form());
    for (const FieldText& field : sheet.texts()) {
        const std::string& text = field.text->text;
        if (const auto found = templates.find(text))
            report.add(sheet, sheet.at(field, found->begin, found->end),
                       {same(excerpt(text.substr(found->begin, found->end - found->begin)))});
    }
}

using YearAndDepartment = std::pair<int, std::string>;

// The reports of a sheet that say something, and where they stand.
void for_each_report(const SheetScope& sheet, const std::function<void(const FieldText&)>& speak) {
    const auto add = [&](const SourcedText& text, Spot spot) {
        spot.sheet = sheet.number;
        if (!text.empty()) speak({&text, std::move(spot)});
    };
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        for (const FieldId field : {FieldId::midterm, FieldId::final})
            add(text_of(measure, field), {.item = item.number, .measure = measure.number, .field = field});
    });
    add(sheet.sheet.notes.outcomes, {.field = FieldId::outcomes});
}

using Reports = std::unordered_set<std::string>;

// Those of every department and year that are long enough, folded.
std::map<YearAndDepartment, Reports> collect_reports(const RunScope& run) {
    std::map<YearAndDepartment, Reports> reports;
    for (const auto& page : run.pages) {
        for (const auto& sheet : page->sheets) {
            const auto year = fiscal_year_of(*sheet);
            if (!year) continue;
            Reports& known = reports[{*year, fold(sheet->sheet.department.text)}];
            for_each_report(*sheet, [&](const FieldText& field) {
                std::string folded = fold(field.text->text);
                if (count_code_points(folded) >= kLeastCopied) known.insert(std::move(folded));
            });
        }
    }
    return reports;
}

bool has_two_years(const RunScope& run) {
    std::optional<int> first;
    for (const auto& page : run.pages) {
        for (const auto& sheet : page->sheets) {
            const auto year = fiscal_year_of(*sheet);
            if (year && first && *first != *year) return true;
            if (year) first = year;
        }
    }
    return false;
}

void compare_reports(const SheetScope& sheet, const Reports& last_year, Reporter& report) {
    for_each_report(sheet, [&](const FieldText& field) {
        if (!last_year.contains(fold(field.text->text))) return;
        report.add(sheet, sheet.at(field, 0, field.text->text.size()),
                   Saying{.arguments = {field_word(*field.spot.field)}, .message = &kLastYear});
    });
}

void check_last_year(const RunScope& run, Reporter& report) {
    if (!has_two_years(run)) return;
    const auto reports = collect_reports(run);
    for (const auto& page : run.pages) {
        for (const auto& sheet : page->sheets) {
            const auto year = fiscal_year_of(*sheet);
            if (!year) continue;
            const auto last_year = reports.find({*year - 1, fold(sheet->sheet.department.text)});
            if (last_year != reports.end()) compare_reports(*sheet, last_year->second, report);
        }
    }
}

}  // namespace

const RuleBody template_text_left{
    .texts = {.title = {"記入例や前年度の文章が残っている", "template text was left"},
              .message = {"「{0}」は記入例のままです。自部局の目標に書き換えてください。",
                          "Template text {0} was left; replace it by your own."},
              .why = {"記入例がそのまま公開されると、部局の目標として読まれます。",
                      "Published as it is, the example reads as the department's goal."},
              .wrong = "②数値目標: (1) （どの水準まで）",
              .right = "②数値目標: (1) 啓発イベント 4回"},
    .on_sheet = check,
    .on_run = check_last_year,
};

}  // namespace goalsheet::rules
