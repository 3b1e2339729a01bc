// SPDX-License-Identifier: MIT
#include "write/document/form_texts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

bool is_single(const Item& item) { return item.measures.size() == 1 && item.measures.front().number == 1; }

// One text for a column of several measures; measures without one leave no line.
std::string numbered_lines(const Item& item, FieldId field) {
    std::string lines;
    for (const Measure& measure : item.measures) {
        const std::string& text = text_of(measure, field).text;
        if (text.empty()) continue;
        if (!lines.empty()) lines += '\n';
        lines += fmt::format("({}) {}", measure.number, text);
    }
    return lines;
}

bool all_share_deadline(const Item& item) {
    if (item.measures.size() < 2 || item.measures.front().deadline.empty()) return false;
    for (std::size_t i = 1; i < item.measures.size(); ++i) {
        const Measure& measure = item.measures[i];
        if (measure.deadline != item.measures[i - 1].deadline || measure.number != item.measures[i - 1].number + 1)
            return false;
    }
    return true;
}

std::string compose_deadline(const Item& item) {
    if (is_single(item)) return item.measures.front().deadline.text;
    if (!all_share_deadline(item)) return numbered_lines(item, FieldId::deadline);
    return fmt::format("({})～({}) {}", item.measures.front().number, item.measures.back().number,
                       item.measures.front().deadline.text);
}

std::string compose_item(const Item& item) {
    std::string text = item.title.empty() ? "" : fmt::format("○ {}", item.title.text);
    const std::string actions = numbered_lines(item, FieldId::action);
    if (!text.empty() && !actions.empty()) text += '\n';
    return text + actions;
}

std::string compose(const Item& item, FieldId field) {
    if (field == FieldId::action) return compose_item(item);
    if (field == FieldId::deadline) return compose_deadline(item);
    return is_single(item) ? text_of(item.measures.front(), field).text : numbered_lines(item, field);
}

std::string number_of(const Item& item) {
    if (!item.number_text.empty()) return item.number_text.text;
    return item.number > 0 ? circled(item.number) : "";
}

std::size_t title_line_bytes(const std::string& text, const std::string& title) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(std::string_view(text).substr(0, end));
    return !title.empty() && line.ends_with(title) ? end : 0;
}

}  // namespace

PrintItem print_item(const Item& item) {
    PrintItem print;
    print.number = number_of(item);
    for (std::size_t i = 0; i < kMeasureFields.size(); ++i) {
        const SourcedText* cell = cell_of(item, kMeasureFields[i].id);
        print.texts[i] = cell ? cell->text : compose(item, kMeasureFields[i].id);
    }
    const std::string& own = print.text(FieldId::item);
    if (item.as_written && !item.number_text.empty() && trim(own).starts_with(item.number_text.text))
        print.number.clear();
    print.title_bytes = title_line_bytes(own, item.title.text);
    return print;
}

std::string print_note(const SourcedText& heading, const SourcedText& text, const std::string& otherwise) {
    const std::string& words = heading.empty() ? otherwise : heading.text;
    return text.empty() ? words : fmt::format("{}\n{}", words, text.text);
}

}  // namespace goalsheet
