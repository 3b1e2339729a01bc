// SPDX-License-Identifier: MIT
#include "model/labelled_grid.hpp"

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

// A label with its explanations; cells beyond this are values and are not worth comparing.
constexpr std::size_t kLongestLabelCell = 400;

SourcedText nested_text(const Page& page, const std::vector<bool>& inner_sheets, std::size_t index) {
    SourcedText text = page.tables[index].caption;
    for (const Row& row : page.tables[index].rows) {
        SourcedText line;
        for (const Cell& cell : row.cells) {
            if (cell.text.empty() && cell.tables.empty()) continue;
            if (!line.empty()) line.append(" ");
            line.append(cell.text);
            for (const std::size_t inner : cell.tables)
                if (!inner_sheets[inner]) line.append(nested_text(page, inner_sheets, inner));
        }
        if (!text.empty() && !line.empty()) text.append("\n");
        text.append(line);
    }
    return text;
}

void add_nested(const Page& page, const std::vector<bool>& inner_sheets, const Cell& cell,
                std::vector<const Table*>& tables) {
    for (const std::size_t inner : cell.tables) {
        if (inner_sheets[inner]) continue;
        tables.push_back(&page.tables[inner]);
        for (const Row& row : page.tables[inner].rows)
            for (const Cell& one : row.cells) add_nested(page, inner_sheets, one, tables);
    }
}

}  // namespace

bool is_item_column(FieldId field) {
    return field == FieldId::item || field == FieldId::action || field == FieldId::deadline ||
           field == FieldId::target || field == FieldId::midterm || field == FieldId::final;
}

bool is_header_field(FieldId field) {
    return field == FieldId::goal || field == FieldId::department || field == FieldId::priority ||
           field == FieldId::alignment || field == FieldId::situation || field == FieldId::purpose ||
           field == FieldId::sdgs || field == FieldId::fiscal_year;
}

bool is_notes_field(FieldId field) {
    return field == FieldId::notes || field == FieldId::participation || field == FieldId::outcomes;
}

std::optional<FieldId> LabelMemo::match(const std::string& text) {
    const auto known = known_.find(text);
    if (known != known_.end()) return known->second;
    auto field = form_.match(text);
    if (const FormField* numbered = field ? nullptr : form_.match_numbered(text)) field = numbered->field;
    if (field) known_.emplace(text, field);
    return field;
}

std::optional<FieldId> LabelMemo::match_cell(const std::string& text) {
    return !text.empty() && text.size() <= kLongestLabelCell ? match(text) : std::nullopt;
}

LaidTable::LaidTable(const Page& page, const Table& table, const std::vector<bool>& inner_sheets, LabelMemo& labels)
    : page_(&page), inner_sheets_(&inner_sheets), memo_(&labels), table_(&table), grid_(lay_out(table)) {
    texts_.reserve(grid_.cells().size());
    labels_.reserve(grid_.cells().size());
    for (const GridCell& placed : grid_.cells()) {
        const Cell& cell = *placed.cell;
        const SourcedText* text = &cell.text;
        if (!cell.tables.empty()) {
            joined_.push_back(cell.text);
            for (const std::size_t inner : cell.tables) {
                if (inner_sheets[inner]) continue;
                const SourcedText nested = nested_text(page, inner_sheets, inner);
                if (!joined_.back().empty() && !nested.empty()) joined_.back().append("\n");
                joined_.back().append(nested);
            }
            text = &joined_.back();
        }
        texts_.push_back(text);
        labels_.push_back(labels.match_cell(text->text));
    }
    for (std::uint32_t row = 0; row < grid_.rows(); ++row) {
        row_begin_.push_back(static_cast<std::uint32_t>(filled_.size()));
        const auto [first, last] = grid_.starting_in(row);
        for (std::uint32_t cell = first; cell < last; ++cell)
            if (!texts_[cell]->empty()) filled_.push_back(cell);
    }
    row_begin_.push_back(static_cast<std::uint32_t>(filled_.size()));
}

std::vector<const Table*> LaidTable::tables_in(std::uint32_t cell) const {
    std::vector<const Table*> tables;
    add_nested(*page_, *inner_sheets_, *grid_.cells()[cell].cell, tables);
    return tables;
}

bool LaidTable::has(FieldId field) const {
    for (const auto& label : labels_)
        if (label == field) return true;
    return false;
}

std::optional<std::uint32_t> LaidTable::goals_of_list() const {
    constexpr std::uint32_t kFewestGoals = 2;
    std::optional<std::uint32_t> goal;
    for (std::uint32_t cell = 0; cell < labels_.size(); ++cell) {
        if (!labels_[cell] || *labels_[cell] == FieldId::title) continue;
        if (goal && grid_.cells()[cell].row != grid_.cells()[*goal].row) return std::nullopt;
        if (*labels_[cell] == FieldId::goal && !goal) goal = cell;
    }
    if (!goal) return std::nullopt;
    const std::uint32_t heading = grid_.cells()[*goal].row;
    for (std::uint32_t cell = 0; cell < labels_.size(); ++cell)
        if (labels_[cell] && *labels_[cell] != FieldId::title && grid_.cells()[cell].row != heading)
            return std::nullopt;
    // Each row below has something in the goals' column and something beside it.
    std::uint32_t goals = 0;
    for (std::uint32_t row = heading + 1; row < grid_.rows(); ++row) {
        const auto [first, last] = grid_.starting_in(row);
        std::uint32_t texts = 0;
        bool has_goal = false;
        for (std::uint32_t cell = first; cell < last; ++cell) {
            if (texts_[cell]->empty()) continue;
            ++texts;
            has_goal = has_goal || grid_.cells()[cell].column == grid_.cells()[*goal].column;
        }
        if (texts == 0) continue;
        if (!has_goal || texts < 2) return std::nullopt;
        ++goals;
    }
    return goals >= kFewestGoals ? goal : std::nullopt;
}

}  // namespace goalsheet
