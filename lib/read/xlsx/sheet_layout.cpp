// SPDX-License-Identifier: MIT
#include "read/xlsx/sheet_layout.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

// A workbook whose ranges lie over each other this often was not made by hand.
constexpr std::size_t kMostOverlaps = 100;

using Index = std::uint32_t;
using Slot = std::pair<Index, Index>;

class Layouter {
public:
    explicit Layouter(const XlsxWorksheet& sheet) : sheet_(sheet), hidden_rows_(sheet.hidden_rows) {
        std::sort(hidden_rows_.begin(), hidden_rows_.end());
        for (std::size_t i = 0; i < sheet.merges.size(); ++i)
            merge_at_.emplace(Slot{sheet.merges[i].first_row, sheet.merges[i].first_column}, i);
    }

    XlsxLayout lay_out() {
        for (const XlsxCell& cell : sheet_.cells) find_place(cell);
        keep_rows_and_columns();
        if (rows_.size() * columns_.size() > limit::kXlsxSlots) {
            layout_.too_large = true;
            return std::move(layout_);
        }
        owner_.assign(rows_.size() * columns_.size(), 0);
        cell_.assign(owner_.size(), nullptr);
        for (std::size_t i = 0; i < sheet_.merges.size(); ++i) own_slots(i);
        for (const auto& [cell, slot] : shown_) put(*cell, slot);
        for (Index row = 0; row < rows_.size(); ++row) add_row(row);
        return std::move(layout_);
    }

private:
    static bool is_blank(const XlsxCell& cell) { return trim(cell.text).empty(); }
    bool is_hidden_row(Index row) const { return std::binary_search(hidden_rows_.begin(), hidden_rows_.end(), row); }
    bool is_hidden_column(Index column) const {
        return std::any_of(sheet_.hidden_columns.begin(), sheet_.hidden_columns.end(),
                           [column](const auto& range) { return column >= range.first && column <= range.second; });
    }

    // A merged cell shows in what is left of its range.
    std::optional<Slot> shown_slot(const XlsxCell& cell) const {
        const auto merge = merge_at_.find({cell.row, cell.column});
        const XlsxRange range = merge == merge_at_.end() ? XlsxRange{cell.row, cell.column, cell.row, cell.column}
                                                         : sheet_.merges[merge->second];
        Index row = range.first_row;
        while (row <= range.last_row && is_hidden_row(row)) ++row;
        Index column = range.first_column;
        while (column <= range.last_column && is_hidden_column(column)) ++column;
        if (row > range.last_row || column > range.last_column) return std::nullopt;
        return Slot{row, column};
    }

    void find_place(const XlsxCell& cell) {
        if (const auto slot = shown_slot(cell))
            shown_.emplace_back(&cell, *slot);
        else if (!is_blank(cell))
            layout_.hidden.push_back(&cell);
    }

    void keep_rows_and_columns() {
        std::set<Index> rows;
        std::set<Index> columns;
        for (const auto& [cell, slot] : shown_) {
            if (is_blank(*cell)) continue;
            rows.insert(slot.first);
            columns.insert(slot.second);
        }
        rows_.assign(rows.begin(), rows.end());
        columns_.assign(columns.begin(), columns.end());
        if (columns_.empty() || columns_.back() - columns_.front() >= limit::kXlsxBlankColumns) return;
        const Index first = columns_.front();
        const Index last = last_column(first);
        columns_.clear();
        for (Index column = first; column <= last; ++column)
            if (!is_hidden_column(column)) columns_.push_back(column);
    }

    // A heading may reach over columns in which nobody has written yet.
    Index last_column(Index first) const {
        Index last = columns_.back();
        for (const auto& [cell, slot] : shown_) {
            const auto merge = merge_at_.find({cell->row, cell->column});
            if (is_blank(*cell) || merge == merge_at_.end()) continue;
            const Index end = sheet_.merges[merge->second].last_column;
            if (end - first < limit::kXlsxBlankColumns) last = std::max(last, end);
        }
        return last;
    }

    // The kept ones from first to last, as indexes [begin, end).
    static std::pair<Index, Index> kept(const std::vector<Index>& all, Index first, Index last) {
        const auto begin = std::lower_bound(all.begin(), all.end(), first);
        const auto end = std::upper_bound(begin, all.end(), last);
        return {static_cast<Index>(begin - all.begin()), static_cast<Index>(end - all.begin())};
    }

    std::size_t slot_at(Index row, Index column) const { return std::size_t{row} * columns_.size() + column; }

    void own_slots(std::size_t merge) {
        const XlsxRange& range = sheet_.merges[merge];
        const auto [top, bottom] = kept(rows_, range.first_row, range.last_row);
        const auto [left, right] = kept(columns_, range.first_column, range.last_column);
        if (overlaps_ >= kMostOverlaps) return;
        for (Index row = top; row < bottom; ++row)
            for (Index column = left; column < right; ++column)
                if (owner_[slot_at(row, column)] != 0) {
                    ++overlaps_;
                    return;
                }
        for (Index row = top; row < bottom; ++row)
            for (Index column = left; column < right; ++column)
                owner_[slot_at(row, column)] = static_cast<Index>(merge + 1);
    }

    void put(const XlsxCell& cell, const Slot& place) {
        const auto [row, row_end] = kept(rows_, place.first, place.first);
        const auto [column, column_end] = kept(columns_, place.second, place.second);
        if (row == row_end || column == column_end) return;  // blank, and so is all around it
        const std::size_t slot = slot_at(row, column);
        const Index owner = owner_[slot];
        const bool covered = owner != 0 && (sheet_.merges[owner - 1].first_row != cell.row ||
                                            sheet_.merges[owner - 1].first_column != cell.column);
        if (!covered && !cell_[slot])
            cell_[slot] = &cell;
        else if (!is_blank(cell) && covered)
            covered_[owner].push_back(&cell);
        else if (!is_blank(cell))
            layout_.hidden.push_back(&cell);  // two cells of one address
    }

    void add_row(Index row) {
        auto& placed = layout_.rows.emplace_back();
        for (Index column = 0; column < columns_.size(); ++column) {
            const std::size_t slot = slot_at(row, column);
            const XlsxCell* cell = cell_[slot];
            XlsxPlaced here{rows_[row], columns_[column], 1, 1, cell ? cell->text : std::string_view(), {}};
            if (const Index owner = owner_[slot]) {
                const bool begins =
                    (row == 0 || owner_[slot - columns_.size()] != owner) && (column == 0 || owner_[slot - 1] != owner);
                if (!begins) continue;
                span(here, sheet_.merges[owner - 1]);
                if (const auto covered = covered_.find(owner); covered != covered_.end())
                    here.covered = std::move(covered->second);
            }
            placed.push_back(std::move(here));
        }
    }

    void span(XlsxPlaced& placed, const XlsxRange& range) const {
        const auto [top, bottom] = kept(rows_, range.first_row, range.last_row);
        const auto [left, right] = kept(columns_, range.first_column, range.last_column);
        placed.rowspan = std::min(bottom - top, limit::kRowspan);
        placed.colspan = std::min(right - left, limit::kColspan);
        placed.row = range.first_row;
        placed.column = range.first_column;
    }

    const XlsxWorksheet& sheet_;
    std::vector<Index> hidden_rows_;
    std::map<Slot, std::size_t> merge_at_;
    XlsxLayout layout_;
    std::vector<std::pair<const XlsxCell*, Slot>> shown_;
    std::vector<Index> rows_;     ///< of the worksheet, those that are kept
    std::vector<Index> columns_;  ///< likewise
    std::vector<Index> owner_;    ///< for each slot the merged range that covers it, from 1
    std::vector<const XlsxCell*> cell_;
    std::map<Index, std::vector<const XlsxCell*>> covered_;
    std::size_t overlaps_ = 0;
};

}  // namespace

XlsxLayout lay_out(const XlsxWorksheet& sheet) { return Layouter(sheet).lay_out(); }

}  // namespace goalsheet
