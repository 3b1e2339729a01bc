// SPDX-License-Identifier: MIT
#include "compare/differences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "compare/entry_diff.hpp"
#include "compare/word_diff.hpp"
#include "model/measure_fields.hpp"

namespace goalsheet {

std::optional<DifferencePlace> place_of(const Document* document, const SourcedText& text) {
    if (!document) return std::nullopt;
    DifferencePlace place{document->source.path, 0, 0, {}};
    const auto source = text.source_of();
    if (source && document->source.text) {
        const Position position = document->source.text->position(source->first);
        place.line = position.line;
        place.column = position.column;
        place.cell = document->source.text->line_name(position.line);
    }
    return place;
}

std::string measure_text(const Measure& measure) {
    std::string text;
    for (const MeasureField& field : kMeasureFields) append_line(text, (measure.*field.text).text);
    append_line(text, entry_lines(measure));
    return text;
}

std::string item_text(const Item& item) {
    std::string text = item.title.text;
    for (const Measure& measure : item.measures)
        append_line(text, fmt::format("({}) {}", measure.number, measure_text(measure)));
    append_line(text, entry_lines(item));
    return text;
}

const SourcedText& place_text(const Measure& measure) {
    for (const MeasureField& field : kMeasureFields)
        if (!(measure.*field.text).empty()) return measure.*field.text;
    return measure.action;
}

const SourcedText& place_text(const Item& item) {
    if (!item.number_text.empty()) return item.number_text;
    return item.title.empty() && !item.measures.empty() ? place_text(item.measures[0]) : item.title;
}

const SourcedText& place_text(const Sheet& sheet) { return sheet.goal.empty() ? sheet.place : sheet.goal; }

std::string year_text(const std::optional<FiscalYear>& year) {
    return year ? fmt::format("{}（{}）", year->label, year->gregorian) : std::string{};
}

void set_texts(Difference& difference, std::string before, std::string after) {
    difference.kind = before.empty()  ? DifferenceKind::added
                      : after.empty() ? DifferenceKind::removed
                                      : DifferenceKind::changed;
    if (difference.kind == DifferenceKind::changed) difference.words = diff_words(before, after);
    if (before.empty()) difference.old_place.reset();
    if (after.empty()) difference.new_place.reset();
    difference.before = std::move(before);
    difference.after = std::move(after);
}

std::set<std::size_t> out_of_order(const std::vector<std::size_t>& order) {
    std::vector<std::size_t> ends;  // index of the last entry of the best sequence of each length
    std::vector<std::size_t> previous(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto at = std::lower_bound(ends.begin(), ends.end(), order[i],
                                         [&](std::size_t end, std::size_t value) { return order[end] < value; });
        previous[i] = at == ends.begin() ? i : *(at - 1);
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    std::set<std::size_t> moved;
    for (std::size_t i = 0; i < order.size(); ++i) moved.insert(i);
    if (ends.empty()) return moved;
    for (std::size_t i = ends.back();; i = previous[i]) {
        moved.erase(i);
        if (previous[i] == i) return moved;
    }
}

}  // namespace goalsheet
