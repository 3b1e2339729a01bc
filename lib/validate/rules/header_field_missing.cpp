// SPDX-License-Identifier: MIT
#include <algorithm>

#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace header_field_missing_rule {
namespace {

const Message kEmpty = {"「{0}」の欄が空です。記入してください。", "Header field {0} is empty; fill it in."};

bool has_value(const Sheet& sheet, FieldId field) {
    switch (field) {
        case FieldId::goal:
            return !is_blank(sheet.goal.text);
        case FieldId::department:
            return !is_blank(sheet.department.text);
        case FieldId::priority:
            return sheet.priority || !is_blank(sheet.priority_text.text);
        case FieldId::alignment:
            return std::any_of(sheet.alignments.begin(), sheet.alignments.end(),
                               [](const Alignment& one) { return !is_blank(one.text.text); });
        default:
            return true;
    }
}

// What stands under the label could not be read; other rules say so.
bool has_unplaced(const SheetScope& sheet, FieldId field) {
    return std::any_of(sheet.sheet.unplaced.begin(), sheet.sheet.unplaced.end(), [&](const Unplaced& one) {
        return sheet.page.form().match(one.label) == field && !is_blank(one.text.text);
    });
}

constexpr std::string_view kMainPlan = "総合計画";

bool names_main_plan(const Sheet& sheet) {
    return std::any_of(sheet.alignments.begin(), sheet.alignments.end(),
                       [](const Alignment& one) { return one.plan.text.find(kMainPlan) != std::string::npos; });
}

Place place_of(const SheetScope& sheet, FieldId field) {
    return field == FieldId::alignment && !sheet.sheet.alignments.empty() ? sheet.at(sheet.sheet.alignments.front())
                                                                          : sheet.at(field);
}

// Other plans do not stand in for the one that every other sheet of the page names.
bool most_name_main_plan(const DocumentScope& page) {
    const auto naming = std::count_if(page.sheets.begin(), page.sheets.end(),
                                      [](const auto& one) { return names_main_plan(one->sheet); });
    return naming * 2 > static_cast<std::ptrdiff_t>(page.sheets.size());
}

void check_main_plan(const SheetScope& sheet, Reporter& report) {
    if (sheet.sheet.alignments.empty() || names_main_plan(sheet.sheet)) return;
    const FormField* wanted = sheet.page.form().find(FieldId::alignment);
    if (wanted && wanted->required) report.add(sheet, sheet.at(FieldId::alignment), {same(wanted->label)});
}

void check_main_plans(const DocumentScope& page, Reporter& report) {
    if (!most_name_main_plan(page)) return;
    for (const auto& sheet : page.sheets) check_main_plan(*sheet, report);
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const FieldId field : {FieldId::goal, FieldId::department, FieldId::priority, FieldId::alignment}) {
        const FormField* wanted = sheet.page.form().find(field);
        if (!wanted || !wanted->required || has_value(sheet.sheet, field) || has_unplaced(sheet, field)) continue;
        const Message label = {wanted->label, wanted->label};
        if (!sheet.label(field))
            report.add(sheet, sheet.at(field), {label});
        else if (field != FieldId::priority)  // an empty rank is GS201's
            report.add(sheet, place_of(sheet, field), Saying{.arguments = {label}, .message = &kEmpty});
    }
}

}  // namespace
}  // namespace header_field_missing_rule

const RuleBody header_field_missing{
    .texts =
        {.title = {"見出し部分の欄がない", "header field is missing"},
         .message = {"見出し「{0}」の欄がありません。様式の上部に追加してください。",
                     "Header field {0} is missing; add it at the top of the form."},
         .why = {"どの部局のどの目標か、何番目に大事かが分からないシートは、並べることも集計することもできません。",
                 "A sheet that does not say whose goal it is and how urgent cannot be ordered or counted."},
         .wrong = "- 優先順位",
         .right = "優先順位: 1位"},
    .on_sheet = header_field_missing_rule::check,
    .on_document = header_field_missing_rule::check_main_plans,
};

}  // namespace goalsheet::rules
