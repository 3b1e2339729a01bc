// SPDX-License-Identifier: MIT
#include "goalsheet/grid.hpp"

#include <algorithm>
#include <cassert>

#include "base/limits.hpp"

namespace goalsheet {
namespace {

// For each row the number of rows from it to the end of its row group.
std::vector<std::uint32_t> rows_left_in_groups(const std::vector<Row>& rows) {
    std::vector<std::uint32_t> left(rows.size(), 1);
    for (std::size_t i = rows.size(); i-- > 1;)
        if (rows[i - 1].group == rows[i].group) left[i - 1] = left[i] + 1;
    return left;
}

}  // namespace

void Grid::place(const Cell& cell, std::uint32_t row, std::uint32_t& column, std::uint32_t rows_left) {
    auto& slots = slots_[row];
    while (column < slots.size() && slots[column] != kNone) ++column;
    GridCell placed{&cell, row, column, 1, 1, false};
    placed.rowspan = cell.rowspan == 0 ? rows_left : std::min(cell.rowspan, rows_left);
    placed.colspan = cell.colspan;
    // A cell never takes more slots than are left; then it takes one.
    if (std::size_t{placed.rowspan} * placed.colspan > limit::kGridSlots - std::min(limit::kGridSlots, covered_)) {
        placed.rowspan = placed.colspan = 1;
        cut_ = true;
    }
    covered_ += std::size_t{placed.rowspan} * placed.colspan;
    const auto index = static_cast<std::uint32_t>(cells_.size());
    const std::uint32_t end = column + placed.colspan;
    for (std::uint32_t r = row; r < row + placed.rowspan; ++r) {
        auto& line = slots_[r];
        if (line.size() < end) line.resize(end, kNone);
        for (std::uint32_t c = column; c < end; ++c) {
            if (line[c] == kNone)
                line[c] = index;
            else
                placed.overlaps = true;
        }
    }
    columns_ = std::max(columns_, end);
    column = end;
    cells_.push_back(placed);
}

// Every slot belongs to a cell that covers it, and every cell has at least its first slot.
void Grid::check() const {
#ifndef NDEBUG
    for (std::uint32_t r = 0; r < rows(); ++r) {
        assert(slots_[r].size() <= columns_);
        for (std::uint32_t c = 0; c < slots_[r].size(); ++c) {
            if (slots_[r][c] == kNone) continue;
            const GridCell& cell = cells_[slots_[r][c]];
            assert(r >= cell.row && r < cell.row + cell.rowspan && c >= cell.column && c < cell.column + cell.colspan);
        }
    }
    for (std::uint32_t i = 0; i < cells_.size(); ++i) assert(at(cells_[i].row, cells_[i].column) == i);
#endif
}

Grid lay_out(const Table& table) {
    Grid grid;
    grid.slots_.resize(table.rows.size());
    const std::vector<std::uint32_t> left = rows_left_in_groups(table.rows);
    for (std::uint32_t row = 0; row < table.rows.size(); ++row) {
        grid.row_begin_.push_back(static_cast<std::uint32_t>(grid.cells_.size()));
        std::uint32_t column = 0;
        for (const Cell& cell : table.rows[row].cells) grid.place(cell, row, column, left[row]);
    }
    grid.row_begin_.push_back(static_cast<std::uint32_t>(grid.cells_.size()));
    grid.check();
    return grid;
}

}  // namespace goalsheet
