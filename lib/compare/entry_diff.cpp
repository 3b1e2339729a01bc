// SPDX-License-Identifier: MIT
#include "compare/entry_diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

FieldId field_of(ExtraRole role) {
    constexpr std::array<FieldId, 8> kFields = {FieldId::grade, FieldId::progress, FieldId::section, FieldId::budget,
                                                FieldId::code,  FieldId::period,   FieldId::note,    FieldId::extra};
    return kFields[static_cast<std::size_t>(role)];
}

FieldId field_of(SeriesKind kind) {
    constexpr std::array<FieldId, 4> kFields = {FieldId::target, FieldId::final, FieldId::baseline, FieldId::target};
    return kFields[static_cast<std::size_t>(kind)];
}

const std::string& label_of(const Extra& extra) { return extra.label.text; }
const std::string& label_of(const SeriesValue& value) { return value.label.text; }
FieldId kind_of(const Extra& extra) { return field_of(extra.role); }
FieldId kind_of(const SeriesValue& value) { return field_of(value.kind); }

template <class Entry>
EntryDifference difference_of(const Entry* before, const Entry* after) {
    const Entry& any = after ? *after : *before;
    return {kind_of(any), label_of(any), before ? &before->text : nullptr, after ? &after->text : nullptr};
}

template <class Entry>
std::vector<EntryDifference> diff_entries(const std::vector<Entry>& before, const std::vector<Entry>& after) {
    std::vector<EntryDifference> differences;
    std::vector<const Entry*> open;
    for (const Entry& one : before) open.push_back(&one);
    for (const Entry& one : after) {
        const auto same = std::find_if(open.begin(), open.end(), [&](const Entry* old) {
            return kind_of(*old) == kind_of(one) && fold(label_of(*old)) == fold(label_of(one));
        });
        const Entry* old = same == open.end() ? nullptr : *same;
        if (old) open.erase(same);
        if (!old || old->text != one.text) differences.push_back(difference_of(old, &one));
    }
    for (const Entry* old : open) differences.push_back(difference_of(old, static_cast<const Entry*>(nullptr)));
    return differences;
}

/// A cell of an indicator, and the text of the measure that is made of it.
struct Cell {
    FieldId field;
    SourcedText IndicatorCells::*cell;
    SourcedText Measure::*told_by;
};
constexpr std::array<Cell, 5> kCells = {{{FieldId::unit, &IndicatorCells::unit, nullptr},
                                         {FieldId::baseline, &IndicatorCells::baseline, nullptr},
                                         {FieldId::target, &IndicatorCells::target, &Measure::target},
                                         {FieldId::midterm, &IndicatorCells::midterm, &Measure::midterm},
                                         {FieldId::final, &IndicatorCells::final, &Measure::final}}};

template <class Entry>
void append_entries(std::string& text, const std::vector<Entry>& entries) {
    for (const Entry& one : entries) append_line(text, fmt::format("{}：{}", label_of(one), one.text.text));
}

}  // namespace

void append_line(std::string& text, const std::string& line) {
    if (line.empty()) return;
    if (!text.empty()) text += '\n';
    text += line;
}

std::vector<EntryDifference> diff_extras(const std::vector<Extra>& before, const std::vector<Extra>& after) {
    return diff_entries(before, after);
}

std::vector<EntryDifference> diff_series(const std::vector<SeriesValue>& before,
                                         const std::vector<SeriesValue>& after) {
    return diff_entries(before, after);
}

std::vector<EntryDifference> diff_indicators(const Measure& before, const Measure& after) {
    std::vector<EntryDifference> differences;
    std::vector<const IndicatorCells*> open;
    for (const IndicatorCells& one : before.indicators) open.push_back(&one);
    for (const IndicatorCells& one : after.indicators) {
        const auto same = std::find_if(open.begin(), open.end(), [&](const IndicatorCells* old) {
            return fold(old->name.text) == fold(one.name.text);
        });
        if (same == open.end()) {
            differences.push_back({FieldId::indicator, one.name.text, nullptr, &one.name});
            continue;
        }
        const IndicatorCells& old = **same;
        open.erase(same);
        if (old.name != one.name) differences.push_back({FieldId::indicator, one.name.text, &old.name, &one.name});
        for (const auto& [field, cell, told_by] : kCells)
            if (old.*cell != one.*cell && (!told_by || before.*told_by == after.*told_by))
                differences.push_back({field, one.name.text, &(old.*cell), &(one.*cell)});
    }
    for (const IndicatorCells* old : open)
        differences.push_back({FieldId::indicator, old->name.text, &old->name, nullptr});
    return differences;
}

std::string entry_lines(const Measure& measure) {
    std::string lines;
    for (const IndicatorCells& one : measure.indicators) {
        std::string line = one.name.text;
        for (const auto& [field, cell, told_by] : kCells)
            if (!(one.*cell).empty()) line += fmt::format(" {}：{}", field_word(field).ja, (one.*cell).text);
        append_line(lines, line);
    }
    append_entries(lines, measure.extras);
    append_entries(lines, measure.series);
    return lines;
}

std::string entry_lines(const Item& item) {
    std::string lines;
    append_entries(lines, item.extras);
    append_entries(lines, item.series);
    return lines;
}

}  // namespace goalsheet
