// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/template_text.hpp"

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

using YearAndDepartment = std::pair<int, std::string_view>;

// The reports of a department and year, by the hash of the folded text: a whole run's are not to be there twice.
struct Reports {
    struct Written {
        std::size_t hash;
        const SheetFacts* sheet;
        const ReportFact* report;

        std::string_view text() const { return sheet->page->text(report->pin.about); }
    };
    std::vector<Written> in_order;
    std::unordered_multimap<std::size_t, std::string_view> by_hash;

    void add(const SheetFacts& sheet, const ReportFact& report) {
        Written written{0, &sheet, &report};
        const std::string folded = fold(written.text());
        if (count_code_points(folded) < kLeastCopied) return;
        written.hash = std::hash<std::string>()(folded);
        in_order.push_back(written);
        by_hash.emplace(written.hash, written.text());
    }
    bool contain(const Written& one) const {
        const auto [first, last] = by_hash.equal_range(one.hash);
        return std::any_of(first, last, [&](const auto& known) { return fold(known.second) == fold(one.text()); });
    }
};

// Those of every department and year that are long enough.
std::map<YearAndDepartment, Reports> collect_reports(const RunScope& run) {
    std::map<YearAndDepartment, Reports> reports;
    for (const PageFacts* page : run.pages) {
        for (const ReportFact& report : page->reports) {
            const SheetFacts& sheet = page->sheets[report.sheet];
            if (sheet.fiscal_year) reports[{*sheet.fiscal_year, page->text(sheet.department)}].add(sheet, report);
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
            if (last_year->second.contain(one))
                report.add(*one.sheet, one.report->pin,
                           Saying{.arguments = {field_word(one.report->pin.field)}, .message = &kLastYear});
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
