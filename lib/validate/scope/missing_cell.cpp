// SPDX-License-Identifier: MIT
#include "validate/scope/missing_cell.hpp"

#include <algorithm>

#include "validate/scope/deadlines.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/measures.hpp"
#include "validate/scope/numbering.hpp"

namespace goalsheet::rules {
namespace {

bool is_empty(const Measure& measure, FieldId field) { return is_blank(Unstruck(text_of(measure, field).text).text()); }

// － says that there is nothing to say yet; at mid-term that may be so.
bool is_dash(std::string_view text) {
    return !text.empty() && is_blank(text) && text.find_first_not_of(" \n\t") != std::string_view::npos && text != "　";
}

const Message kDash = {
    "{0}の中間報告が「－」だけです。実績がまだない場合は、実施する月を書いてください。",
    "The mid-term report of {0} is a dash alone; if there is no result yet, give the month of the work."};

const Message kOverdue = {
    "{0}の中間報告が空です。期限「{1}」を過ぎています。実績か、遅れた理由と新しい期限を書いてください。",
    "The mid-term report of {0} is empty though the deadline {1} is over; give the result, or the reason and a new "
    "date."};

// Due by the day that the figures of a mid-term report are of.
bool is_overdue(const SheetScope& sheet, const Measure& measure, FieldId field) {
    constexpr int kSeptember = 9;
    constexpr int kLastDay = 30;
    const bool asked = field == FieldId::midterm && sheet.page.stage == Stage::midterm;
    const auto deadline = asked ? deadline_of(sheet, measure) : std::nullopt;
    return deadline && *deadline <= Date{fiscal_year_of(sheet).value_or(0), kSeptember, kLastDay};
}

std::optional<Severity> mildest(const Measure& measure, FieldId field) {
    if (field != FieldId::midterm || !is_dash(text_of(measure, field).text)) return std::nullopt;
    return Severity::info;
}

void report_measure(const SheetScope& sheet, const Item& item, const Measure& measure, FieldId field,
                    Reporter& report) {
    const auto milder = mildest(measure, field);
    const bool overdue = !milder && is_overdue(sheet, measure, field);
    report.add(sheet, sheet.at(item, measure, field),
               Saying{.arguments = {measure_word(item, measure), same(excerpt(measure.deadline.text, 24))},
                      .message = milder    ? &kDash
                                 : overdue ? &kOverdue
                                           : nullptr,
                      .at_most = milder});
}

// Other rules tell it: a wrong number GS501, a range of numbers that ends too early GS304.
bool is_left_out(const SheetScope& sheet, const Item& item, FieldId field) {
    if (field != FieldId::deadline) return is_misnumbered(sheet, item, field);
    const SourcedText* cell = cell_of(item, field);
    const std::vector<NumberMark> marks = cell ? find_number_marks(cell->text) : std::vector<NumberMark>();
    return std::any_of(marks.begin(), marks.end(), [](const NumberMark& one) { return one.opens_range; });
}

void report_item(const SheetScope& sheet, const Item& item, FieldId field, Reporter& report) {
    const auto due = [&](const Measure& one) { return is_planned(item, one); };
    const auto empty = [&](const Measure& one) { return is_empty(one, field); };
    if (std::none_of(item.measures.begin(), item.measures.end(), due)) return;
    if (std::none_of(item.measures.begin(), item.measures.end(), empty)) return;
    // The mark (1) alone still names its measure.
    const SourcedText* cell = cell_of(item, field);
    const bool unmarked = !cell || bracketed_numbers(cell->text).empty();
    if (unmarked && std::all_of(item.measures.begin(), item.measures.end(), empty)) {
        const bool dashes = std::all_of(item.measures.begin(), item.measures.end(), [&](const Measure& one) {
            return is_dash(text_of(one, field).text) && field == FieldId::midterm;
        });
        report.add(sheet, sheet.at(item, field),
                   Saying{.arguments = {item_word(item)},
                          .message = dashes ? &kDash : nullptr,
                          .at_most = dashes ? std::optional(Severity::info) : std::nullopt});
        return;
    }
    if (is_miscounted(sheet, item)) return;
    for (const Measure& measure : item.measures)
        if (due(measure) && empty(measure) && !is_left_out(sheet, item, field))
            report_measure(sheet, item, measure, field, report);
}

// Not one item on the whole sheet says anything: the form has not been filled in.
bool is_blank_form(const Sheet& sheet) {
    return !sheet.items.empty() && std::all_of(sheet.items.begin(), sheet.items.end(), [](const Item& item) {
        return is_blank(item.title.text) &&
               std::all_of(item.measures.begin(), item.measures.end(), [&](const Measure& one) {
                   return !is_planned(item, one) && is_empty(one, FieldId::deadline) &&
                          is_empty(one, FieldId::target) && is_empty(one, FieldId::midterm) &&
                          is_empty(one, FieldId::final);
               });
    });
}

}  // namespace

void report_missing(const SheetScope& sheet, FieldId field, Reporter& report) {
    // A form without the column asks for nothing in it.
    const FormField* wanted = sheet.page.form().find(field);
    const bool asked = wanted && wanted->required;
    if (!asked && !sheet.sheet.labels.empty() && !sheet.label(field)) return;
    if (sheet.lacks_column(field) && sheet.page.policy.severity_of("GS102", sheet.page.stage) != Severity::off) return;
    if (is_blank_form(sheet.sheet)) {
        const Item& first = sheet.sheet.items.front();
        report.add(sheet, sheet.at(first, field), {item_word(first)});
    }
    for (const Item& item : sheet.sheet.items) report_item(sheet, item, field, report);
}

}  // namespace goalsheet::rules
