// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "goalsheet/form.hpp"
#include "goalsheet/grid.hpp"

namespace goalsheet {

/// The labels of one page: its sheets repeat them, and folding a cell to compare it costs more than all else here.
class LabelMemo {
public:
    explicit LabelMemo(const Form& form) : form_(form) {}
    std::optional<FieldId> match(const std::string& text);
    /// Likewise for a cell: none where its text is too long for a label.
    std::optional<FieldId> match_cell(const std::string& text);

private:
    const Form& form_;
    std::unordered_map<std::string, std::optional<FieldId>> known_;
};

/// A table on its grid with the text and, where it is one, the label of every cell.
class LaidTable {
public:
    /// `inner_sheets`: for each table of the page, whether it is a sheet of its own wherever it stands. Both must
    /// outlive this.
    LaidTable(const Page& page, const Table& table, const std::vector<bool>& inner_sheets, LabelMemo& labels);

    /// Another table of the same page, read with the same labels.
    LaidTable beside(const Table& table) const { return {*page_, table, *inner_sheets_, *memo_}; }

    const Table& table() const { return *table_; }
    const Grid& grid() const { return grid_; }
    /// The text of a cell (an index into grid().cells()) with that of tables nested in it, inner sheets left out.
    const SourcedText& text(std::uint32_t cell) const { return *texts_[cell]; }
    std::optional<FieldId> label(std::uint32_t cell) const { return labels_[cell]; }
    /// The cells with a text that start in a row.
    std::span<const std::uint32_t> filled_in(std::uint32_t row) const {
        return std::span(filled_).subspan(row_begin_[row], row_begin_[row + 1] - row_begin_[row]);
    }
    /// The tables nested in a cell, at any depth, whose text is part of its own.
    std::vector<const Table*> tables_in(std::uint32_t cell) const;
    bool has(FieldId field) const;
    /// Labels over rows of values, a goal in each: an overview of the sheets and none itself. Gives the goals' label.
    std::optional<std::uint32_t> goals_of_list() const;

private:
    const Page* page_;
    const std::vector<bool>* inner_sheets_;
    LabelMemo* memo_;
    const Table* table_;
    Grid grid_;
    std::deque<SourcedText> joined_;
    std::vector<const SourcedText*> texts_;
    std::vector<std::optional<FieldId>> labels_;
    std::vector<std::uint32_t> filled_;     ///< in the order of the rows
    std::vector<std::uint32_t> row_begin_;  ///< index in filled_ for each row, and one more
};

bool is_item_column(FieldId field);
bool is_header_field(FieldId field);
bool is_notes_field(FieldId field);

}  // namespace goalsheet
