// SPDX-License-Identifier: MIT
#include "validate/scope/numbering.hpp"

#include <algorithm>
#include <iterator>

#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace {

std::set<int> without(const std::set<int>& from, const std::set<int>& what) {
    std::set<int> rest;
    std::set_difference(from.begin(), from.end(), what.begin(), what.end(), std::inserter(rest, rest.end()));
    return rest;
}

// Marks with a text behind them: an empty (2) is an empty target, not a wrong number.
std::set<int> filled_marks(std::string_view cell) {
    std::set<int> numbers;
    const std::vector<NumberMark> marks = find_number_marks(cell);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const std::size_t end = i + 1 < marks.size() ? marks[i + 1].begin : cell.size();
        if (!is_blank(cell.substr(marks[i].end, end - marks[i].end))) numbers.insert(marks[i].value);
    }
    return numbers;
}

// What nearly every cell is: a mark for each measure in their order, and words everywhere. Looked at without a set.
bool is_plainly_right(const Item& item, FieldId field, const SourcedText& cell) {
    const std::vector<NumberMark> marks = find_number_marks(cell.text);
    if (marks.size() != item.measures.size()) return false;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const Measure& measure = item.measures[i];
        const bool same = marks[i].value == measure.number && !marks[i].opens_range;
        const bool again = i > 0 && marks[i].value <= marks[i - 1].value;
        if (!same || again || is_blank(measure.action.text) || is_blank(text_of(measure, field).text)) return false;
    }
    return true;
}

}  // namespace

NumberingFault find_numbering_fault(const Item& item, FieldId field) {
    NumberingFault fault;
    const SourcedText* cell = cell_of(item, field);
    if (item.measures.size() < 2 || !cell) return fault;
    if (cell->text.find('(') == std::string::npos && cell->text.find("（") == std::string::npos) return fault;
    if (is_plainly_right(item, field, *cell)) return fault;
    const std::set<int> own = numbers_of(item, field);
    fault.actions = numbers_of(item, FieldId::action);
    if (own.empty() || fault.actions.empty()) return fault;
    if (const SourcedText* actions = cell_of(item, FieldId::action)) {
        const std::set<int> marked = bracketed_numbers(actions->text);
        for (const Measure& measure : item.measures)
            if (marked.contains(measure.number)) fault.actions.insert(measure.number);
    }
    const std::set<int> marks = bracketed_numbers(cell->text);
    if (marks.empty()) return fault;
    fault.written = own;
    fault.written.insert(marks.begin(), marks.end());
    fault.unknown = without(own, fault.actions);
    fault.missing = without(fault.actions, fault.written);
    // Numbers that did not become measures count only beside a missing one: a text may well speak of 第5条(3).
    const std::set<int> filled = filled_marks(cell->text);
    if (!fault.missing.empty()) fault.unknown.merge(without(filled, fault.actions));
    const std::set<int> unread = without(filled, own);
    fault.disordered = fault.unknown.empty() && fault.missing.empty() &&
                       std::any_of(unread.begin(), unread.end(), [&](int one) { return fault.actions.contains(one); });
    return fault;
}

bool is_misnumbered(const SheetScope& sheet, const Item& item, FieldId field) {
    return sheet.page.numbering(item, field).any() &&
           sheet.page.policy.severity_of("GS501", sheet.page.stage) != Severity::off;
}

}  // namespace goalsheet::rules
