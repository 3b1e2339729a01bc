// SPDX-License-Identifier: MIT
#include "model/carry_over.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

// 2025年度 goes on as 2026年度, everything else as 令和8年度.
std::string label_like(std::string_view last, int year) {
    return digit_value(decode_at(last, 0).value) ? fmt::format("{}年度", year) : fiscal_year_label(year);
}

FiscalYear next_year(const std::optional<FiscalYear>& last, int year) {
    return {label_like(last ? last->label : std::string(), year), year};
}

bool names_era(std::string_view text) {
    return text.find("令和") != std::string_view::npos || text.find("平成") != std::string_view::npos;
}

// The label with its year moved on; nothing where it names a date that cannot be moved.
std::optional<std::string> label_of_year(const std::string& label, int year) {
    const auto named = find_fiscal_year(label);
    if (!named) return names_era(label) ? std::nullopt : std::optional(label);
    const std::string before = label.substr(0, named->begin);
    const std::string behind = label.substr(named->end);
    if (names_era(before) || names_era(behind) || find_fiscal_year(behind)) return std::nullopt;
    return before + label_like(named->label, year) + behind;
}

std::vector<LabelCell> carry_labels(const std::vector<LabelCell>& labels, int year) {
    std::vector<LabelCell> carried;
    for (const LabelCell& cell : labels)
        if (auto label = label_of_year(cell.text.text, year)) carried.push_back({cell.field, std::move(*label)});
    return carried;
}

// Who does it and what it is called goes on; how it went is said anew.
std::vector<Extra> carry_extras(const std::vector<Extra>& last) {
    std::vector<Extra> extras;
    std::copy_if(last.begin(), last.end(), std::back_inserter(extras), [](const Extra& one) {
        return one.role == ExtraRole::section || one.role == ExtraRole::code || one.role == ExtraRole::period;
    });
    return extras;
}

// What was planned for the years to come.
std::vector<SeriesValue> carry_series(const std::vector<SeriesValue>& last, int year) {
    std::vector<SeriesValue> series;
    std::copy_if(last.begin(), last.end(), std::back_inserter(series), [year](const SeriesValue& one) {
        return one.year >= year && (one.kind == SeriesKind::target || one.kind == SeriesKind::plan);
    });
    return series;
}

Measure carry_measure(const Measure& last, int year) {
    Measure measure;
    measure.number = last.number;
    measure.action = last.action;
    for (const IndicatorCells& one : last.indicators)
        measure.indicators.push_back({one.name, one.unit, {}, {}, {}, {}});
    measure.extras = carry_extras(last.extras);
    measure.series = carry_series(last.series, year);
    return measure;
}

Item carry_item(const Item& last, int year) {
    Item item;
    item.number = last.number;
    item.number_text = last.number_text;
    item.title = last.title;
    for (const Measure& one : last.measures) item.measures.push_back(carry_measure(one, year));
    item.extras = carry_extras(last.extras);
    item.series = carry_series(last.series, year);
    // The number has a cell of its own in a form to be filled in.
    const bool numbered = last.as_written && !last.number_text.empty() &&
                          trim(last.as_written->item.text).starts_with(last.number_text.text);
    if (last.as_written && !numbered) item.as_written = ItemCells{last.as_written->item, {}, {}, {}, {}};
    return item;
}

Sheet carry_sheet(const Sheet& last, int year) {
    Sheet sheet;
    sheet.goal = last.goal;
    sheet.department = last.department;
    sheet.priority = last.priority;
    if (last.priority) sheet.priority_text = last.priority_text;  // else it is none
    sheet.fiscal_year = next_year(last.fiscal_year, year);
    sheet.alignments = last.alignments;
    sheet.situation = last.situation;
    sheet.purpose = last.purpose;
    sheet.sdgs = last.sdgs;
    for (const Item& item : last.items) sheet.items.push_back(carry_item(item, year));
    sheet.extras = carry_extras(last.extras);
    sheet.series = carry_series(last.series, year);
    sheet.notes.participation_heading = last.notes.participation_heading;
    sheet.notes.outcomes_heading = last.notes.outcomes_heading;
    sheet.labels = carry_labels(last.labels, year);
    return sheet;
}

}  // namespace

void add_blank_items(Sheet& sheet, std::size_t items) {
    int number = 0;
    for (const Item& item : sheet.items) number = std::max(number, item.number);
    const bool plain = !sheet.items.empty() && digit_value(decode_at(sheet.items.back().number_text.text, 0).value);
    while (sheet.items.size() < items) {
        Item item;
        item.number = ++number;
        if (plain) item.number_text = fmt::format("{}", number);
        sheet.items.push_back(std::move(item));
    }
}

Sheet blank_sheet(int year, std::size_t items) {
    Sheet sheet;
    sheet.fiscal_year = next_year(std::nullopt, year);
    add_blank_items(sheet, items);
    return sheet;
}

Document carry_over(const Document& last_year, int year) {
    Document document;
    document.department = last_year.department;
    document.fiscal_year = next_year(last_year.fiscal_year, year);
    for (const Sheet& sheet : last_year.sheets) document.sheets.push_back(carry_sheet(sheet, year));
    return document;
}

}  // namespace goalsheet
