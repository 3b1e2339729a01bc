// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/template_text.hpp"

namespace goalsheet::rules {
namespace template_text_left_rule {
namespace {

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

using YearAndDepartment = std::pair<int, std::string_view>;

// The reports of a department and year, and the hashes of their texts.
struct Reports {
    struct Written {
        const SheetFacts* sheet;
        const ReportFact* report;
    };
    std::vector<Written> in_order;
    std::unordered_set<std::size_t> hashes;
};

std::map<YearAndDepartment, Reports> collect_reports(const RunScope& run) {
    std::map<YearAndDepartment, Reports> reports;
    for (const PageFacts* page : run.pages) {
        for (const ReportFact& report : page->reports) {
            const SheetFacts& sheet = page->sheets[report.sheet];
            if (!sheet.fiscal_year) continue;
            Reports& own = reports[{*sheet.fiscal_year, page->text(sheet.department)}];
            own.in_order.push_back({&sheet, &report});
            own.hashes.insert(report.hash);
        }
    }
    return reports;
}

bool has_two_years(const RunScope& run) {
    std::optional<int> first;
    for (const PageFacts* page : run.pages) {
        for (const SheetFacts& sheet : page->sheets) {
            if (sheet.fiscal_year && first && *first != *sheet.fiscal_year) return true;
            if (sheet.fiscal_year) first = sheet.fiscal_year;
        }
    }
    return false;
}

void check_last_year(const RunScope& run, Reporter& report) {
    if (!has_two_years(run)) return;
    const auto reports = collect_reports(run);
    for (const auto& [key, now] : reports) {
        const auto last_year = reports.find({key.first - 1, key.second});
        if (last_year == reports.end()) continue;
        for (const Reports::Written& one : now.in_order)
            if (last_year->second.hashes.contains(one.report->hash))
                report.add(*one.sheet, one.report->place,
                           Saying{.arguments = {field_word(one.report->place.field)}, .message = &kLastYear});
    }
}

}  // namespace
}  // namespace template_text_left_rule

const RuleBody template_text_left{
    .texts = {.title = {"記入例や前年度の文章が残っている", "template text was left"},
              .message = {"「{0}」は記入例のままです。自部局の目標に書き換えてください。",
                          "Template text {0} was left; replace it by your own."},
              .why = {"記入例がそのまま公開されると、部局の目標として読まれます。",
                      "Published as it is, the example reads as the department's goal."},
              .wrong = "②数値目標: (1) （どの水準まで）",
              .right = "②数値目標: (1) 啓発イベント 4回"},
    .on_sheet = template_text_left_rule::check,
    .on_run = template_text_left_rule::check_last_year,
};

}  // namespace goalsheet::rules
