// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "goalsheet/table.hpp"

namespace goalsheet {

/// A cell in its place. Spans are those laid out: cut at the end of the row group, never 0.
struct GridCell {
    const Cell* cell = nullptr;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::uint32_t rowspan = 1;
    std::uint32_t colspan = 1;
    bool overlaps = false;  ///< lies over slots that an earlier cell has (a table model error)
};

/// A table laid out by the WHATWG table model (HTML §4.9.12) with row groups cutting spans as browsers do.
/// Points into the Table, which must outlive it.
class Grid {
public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    std::uint32_t rows() const { return static_cast<std::uint32_t>(slots_.size()); }
    std::uint32_t columns() const { return columns_; }
    const std::vector<GridCell>& cells() const { return cells_; }
    /// The index of the cell that covers a slot (the first, where cells overlap), or kNone.
    std::uint32_t at(std::uint32_t row, std::uint32_t column) const {
        return row < slots_.size() && column < slots_[row].size() ? slots_[row][column] : kNone;
    }
    /// Cells that start in a row, as indexes [first, last) into cells().
    std::pair<std::uint32_t, std::uint32_t> starting_in(std::uint32_t row) const {
        return {row_begin_[row], row_begin_[row + 1]};
    }
    /// Slots in use in a row: one more than its last covered column.
    std::uint32_t width_of(std::uint32_t row) const { return static_cast<std::uint32_t>(slots_[row].size()); }
    /// Some spans were cut because the table would have had more than limit::kGridSlots slots.
    bool cut() const { return cut_; }

private:
    friend Grid lay_out(const Table& table);
    void place(const Cell& cell, std::uint32_t row, std::uint32_t& column, std::uint32_t rows_left);
    void check() const;

    std::vector<GridCell> cells_;
    std::vector<std::vector<std::uint32_t>> slots_;
    std::vector<std::uint32_t> row_begin_;
    std::uint32_t columns_ = 0;
    std::size_t covered_ = 0;
    bool cut_ = false;
};

Grid lay_out(const Table& table);

}  // namespace goalsheet
