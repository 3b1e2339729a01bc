// SPDX-License-Identifier: MIT
#include "validate/scope/numbering.hpp"

#include <algorithm>
#include <array>
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

constexpr std::array kNumberedColumns = {FieldId::deadline, FieldId::target, FieldId::midterm, FieldId::final};

// The numbers of the measures that say what is to be done, in their order.
std::vector<int> numbers_in_order(const Item& item) {
    std::vector<int> numbers;
    for (const Measure& measure : item.measures)
        if (!is_blank(measure.action.text)) numbers.push_back(measure.number);
    return numbers;
}

std::set<int> counted_to(std::size_t last) {
    std::set<int> numbers;
    for (int number = 1; number <= static_cast<int>(last); ++number) numbers.insert(number);
    return numbers;
}

bool is_counted_on(const std::vector<int>& numbers) {
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (numbers[i] != static_cast<int>(i) + 1) return false;
    return true;
}

std::vector<int> values_of(const std::vector<NumberMark>& marks) {
    std::vector<int> values;
    for (const NumberMark& mark : marks) values.push_back(mark.value);
    return values;
}

// The cells of the other columns that number the measures.
std::vector<const SourcedText*> numbered_cells(const Item& item) {
    std::vector<const SourcedText*> cells;
    for (const FieldId field : kNumberedColumns)
        if (const SourcedText* cell = cell_of(item, field); cell && !find_number_marks(cell->text).empty())
            cells.push_back(cell);
    return cells;
}

}  // namespace

bool is_miscounted(const SheetScope& sheet, const Item& item) {
    if (sheet.page.policy.severity_of("GS105", sheet.page.stage) == Severity::off) return false;
    const std::vector<int> numbers = numbers_in_order(item);
    if (numbers.size() < 2 || is_counted_on(numbers)) return false;
    const std::set<int> right = counted_to(numbers.size());
    const std::vector<const SourcedText*> others = numbered_cells(item);
    return !others.empty() && std::all_of(others.begin(), others.end(), [&](const SourcedText* cell) {
        return bracketed_numbers(cell->text) == right;
    });
}

std::vector<MarkChange> count_on(const Item& item) {
    const SourcedText* actions = cell_of(item, FieldId::action);
    const std::vector<int> numbers = numbers_in_order(item);
    if (!actions || values_of(find_number_marks(actions->text)) != numbers) return {};
    std::vector<const SourcedText*> cells = numbered_cells(item);
    const std::set<int> right = counted_to(numbers.size());
    // A column that counts on already stays as it is; one that counts as the measures do now goes with them.
    std::erase_if(cells, [&](const SourcedText* cell) { return bracketed_numbers(cell->text) == right; });
    cells.push_back(actions);
    std::vector<MarkChange> changes;
    for (const SourcedText* cell : cells) {
        const std::vector<NumberMark> marks = find_number_marks(cell->text);
        const bool ranged =
            std::any_of(marks.begin(), marks.end(), [](const NumberMark& one) { return one.opens_range; });
        if (ranged || values_of(marks) != numbers) return {};
        for (std::size_t i = 0; i < marks.size(); ++i)
            if (marks[i].value != static_cast<int>(i) + 1) changes.push_back({cell, marks[i], static_cast<int>(i) + 1});
    }
    return changes;
}

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
