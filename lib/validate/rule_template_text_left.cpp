// SPDX-License-Identifier: MIT
#include <map>
#include <unordered_map>

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
    for (const FieldText& field : sheet.texts()) {
        const std::string& text = field.text->text;
        if (const auto found = find_template_text(sheet.page.form(), text))
            report.add(sheet, sheet.at(field, found->begin, found->end),
                       {same(excerpt(text.substr(found->begin, found->end - found->begin)))});
    }
}

using YearAndDepartment = std::pair<int, std::string>;

bool is_report(const FieldText& field) {
    return field.spot.field == FieldId::midterm || field.spot.field == FieldId::final ||
           field.spot.field == FieldId::outcomes;
}

// The reports of every department and year, folded.
std::map<YearAndDepartment, std::unordered_map<std::string, int>> collect_reports(const RunScope& run) {
    std::map<YearAndDepartment, std::unordered_map<std::string, int>> reports;
    for (const auto& page : run.pages)
        for (const auto& sheet : page->sheets)
            if (const auto year = fiscal_year_of(*sheet))
                for (const FieldText& field : sheet->texts())
                    if (is_report(field))
                        ++reports[{*year, fold(sheet->sheet.department.text)}][fold(field.text->text)];
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

void check_last_year(const RunScope& run, Reporter& report) {
    if (!has_two_years(run)) return;
    const auto reports = collect_reports(run);
    for (const auto& page : run.pages) {
        for (const auto& sheet : page->sheets) {
            const auto year = fiscal_year_of(*sheet);
            if (!year) continue;
            const auto last_year = reports.find({*year - 1, fold(sheet->sheet.department.text)});
            if (last_year == reports.end()) continue;
            for (const FieldText& field : sheet->texts()) {
                const std::string folded = is_report(field) ? fold(field.text->text) : std::string();
                if (count_code_points(folded) < kLeastCopied || !last_year->second.contains(folded)) continue;
                const Message where = field_word(*field.spot.field);
                report.add(*sheet, sheet->at(field, 0, field.text->text.size()),
                           Saying{.arguments = {where}, .message = &kLastYear});
            }
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
