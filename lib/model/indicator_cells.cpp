// SPDX-License-Identifier: MIT
#include "model/indicator_cells.hpp"

#include <algorithm>
#include <vector>

#include "goalsheet/text.hpp"
#include "model/list_numbers.hpp"

namespace goalsheet {
namespace {

constexpr FieldId kFields[] = {FieldId::indicator, FieldId::unit,    FieldId::baseline,
                               FieldId::target,    FieldId::midterm, FieldId::final};

// 900, 97.0, 1,200, △3, 約50: a figure that waits for its unit.
bool is_bare_figure(std::string_view text) {
    constexpr std::u32string_view kAllowed = U"0123456789.,+-%△▲約±";
    const std::string folded = fold(text);
    bool digit = false;
    for (std::size_t at = 0; at < folded.size();) {
        const CodePoint point = decode_at(folded, at);
        digit = digit || digit_value(point.value);
        if (point.value == '%' || kAllowed.find(point.value) == std::u32string_view::npos) return false;
        at += point.length;
    }
    return digit;
}

std::vector<SourcedText> lines_of(const SourcedText& text) {
    std::vector<SourcedText> lines;
    for (const std::string_view line : split_lines(text.text)) {
        const auto begin = static_cast<std::size_t>(line.data() - text.text.data());
        SourcedText one = text.slice(begin, begin + line.size()).trimmed();
        if (one.text.starts_with("・")) one = one.slice(std::string_view("・").size(), one.text.size()).trimmed();
        if (!one.empty()) lines.push_back(std::move(one));
    }
    return lines;
}

// 認知率⏎来場者数 beside 80⏎1,200: one indicator a line.
std::vector<IndicatorCells> split_by_lines(IndicatorCells cells) {
    const std::size_t count = lines_of(cells.name).size();
    if (count < 2 || lines_of(cells.target).size() != count) return {std::move(cells)};
    std::vector<IndicatorCells> parts(count);
    for (const FieldId field : kFields) {
        const SourcedText& text = *indicator_cell(cells, field);
        const std::vector<SourcedText> lines = lines_of(text);
        if (lines.size() > 1 && lines.size() != count) return {std::move(cells)};
        for (std::size_t i = 0; i < count && !lines.empty(); ++i)
            if (lines.size() == count || field == FieldId::unit || i == 0)
                *indicator_cell(parts[i], field) = lines.size() == count ? lines[i] : lines[0];
    }
    return parts;
}

void append_line(SourcedText& to, const SourcedText& text) {
    if (text.empty()) {
        if (to.empty() && to.runs.empty()) to = text;
        return;
    }
    if (!to.empty()) to.append("\n");
    to.append(text);
}

}  // namespace

bool is_counted(FieldId field) { return std::find(std::begin(kFields), std::end(kFields), field) != std::end(kFields); }

void append_lines(SourcedText& to, const SourcedText& text) {
    if (!to.empty() && !text.empty()) to.append("\n");
    to.append(text);
}

void append_cell(SourcedText& to, const SourcedText& text, FieldId field) {
    const bool phrase = field == FieldId::target || field == FieldId::deadline;
    if (!to.empty() && !text.empty()) to.append(phrase ? " " : "\n");
    to.append(text);
}

SourcedText with_unit(const SourcedText& text, const SourcedText& unit) {
    SourcedText said = text;
    if (!unit.empty() && is_bare_figure(text.text)) said.append(unit);
    return said;
}

SourcedText* indicator_cell(IndicatorCells& cells, FieldId field) {
    switch (field) {
        case FieldId::indicator:
            return &cells.name;
        case FieldId::unit:
            return &cells.unit;
        case FieldId::baseline:
            return &cells.baseline;
        case FieldId::midterm:
            return &cells.midterm;
        case FieldId::final:
            return &cells.final;
        default:
            return &cells.target;
    }
}

void add_cell(IndicatorRow& row, FieldId field, const SourcedText& text, const SourcedText& unit) {
    SourcedText* to = indicator_cell(row.cells, field);
    append_cell(*to, text, field);
    if (to->empty() && to->runs.empty()) *to = text;
    if (unit.empty()) return;
    if (field == FieldId::target) row.label_unit = unit;
    if (field == FieldId::midterm) row.midterm_unit = unit;
    if (field == FieldId::final) row.final_unit = unit;
}

void add_indicators(Measure& measure, const IndicatorRow& row) {
    for (IndicatorCells& cells : split_by_lines(row.cells)) {
        if (cells.unit.empty()) cells.unit = row.label_unit;
        SourcedText target = with_unit(cells.target, cells.unit);
        if (!cells.name.empty() && !target.empty()) {
            SourcedText said = cells.name;
            said.append(" ");
            said.append(target);
            target = std::move(said);
        }
        append_line(measure.target, target);
        const SourcedText& midterm_unit = row.midterm_unit.empty() ? cells.unit : row.midterm_unit;
        const SourcedText& final_unit = row.final_unit.empty() ? cells.unit : row.final_unit;
        append_line(measure.midterm, with_unit(cells.midterm, midterm_unit));
        append_line(measure.final, with_unit(cells.final, final_unit));
        const bool empty = std::all_of(std::begin(kFields), std::end(kFields),
                                       [&](FieldId field) { return indicator_cell(cells, field)->empty(); });
        if (!empty) measure.indicators.push_back(std::move(cells));
    }
}

}  // namespace goalsheet
