// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

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

// What was written of a measure or a sheet, by the hash of its folded text: a whole run's are not to be there twice.
struct WrittenReport {
    std::size_t hash;
    const SheetScope* sheet;
    const SourcedText* text;
    int item;
    int measure;
    FieldId field;
};

struct Reports {
    std::vector<WrittenReport> in_order;
    std::unordered_multimap<std::size_t, const SourcedText*> by_hash;

    void add(const SheetScope& sheet, const SourcedText& text, int item, int measure, FieldId field) {
        const std::string folded = fold(text.text);
        if (count_code_points(folded) < kLeastCopied) return;
        const std::size_t hash = std::hash<std::string>()(folded);
        in_order.push_back({hash, &sheet, &text, item, measure, field});
        by_hash.emplace(hash, &text);
    }
    bool contain(const WrittenReport& one) const {
        const auto [first, last] = by_hash.equal_range(one.hash);
        return std::any_of(first, last,
                           [&](const auto& known) { return fold(known.second->text) == fold(one.text->text); });
    }
};

// Those of every department and year that are long enough.
std::map<YearAndDepartment, Reports> collect_reports(const RunScope& run) {
    std::map<YearAndDepartment, Reports> reports;
    for (const auto& page : run.pages) {
        for (const auto& sheet : page->sheets) {
            const auto year = fiscal_year_of(*sheet);
            if (!year) continue;
            Reports& known = reports[{*year, fold(sheet->sheet.department.text)}];
            for_each_measure(*sheet, [&](const Item& item, const Measure& measure) {
                for (const FieldId field : {FieldId::midterm, FieldId::final})
                    known.add(*sheet, text_of(measure, field), item.number, measure.number, field);
            });
            known.add(*sheet, sheet->sheet.notes.outcomes, 0, 0, FieldId::outcomes);
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

void report_copy(const WrittenReport& one, Reporter& report) {
    const Spot spot{.sheet = one.sheet->number, .item = one.item, .measure = one.measure, .field = one.field};
    report.add(*one.sheet, one.sheet->at(FieldText{one.text, spot}, 0, one.text->text.size()),
               Saying{.arguments = {field_word(one.field)}, .message = &kLastYear});
}

void check_last_year(const RunScope& run, Reporter& report) {
    if (!has_two_years(run)) return;
    const auto reports = collect_reports(run);
    for (const auto& [key, now] : reports) {
        const auto last_year = reports.find({key.first - 1, key.second});
        if (last_year == reports.end()) continue;
        for (const WrittenReport& one : now.in_order)
            if (last_year->second.contain(one)) report_copy(one, report);
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
