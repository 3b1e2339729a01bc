// SPDX-License-Identifier: MIT
#include "model/turn_table.hpp"

#include <algorithm>
#include <utility>

#include "goalsheet/grid.hpp"

namespace goalsheet {

Table turn_table(const Table& table) {
    const Grid grid = lay_out(table);
    const bool overlaps =
        std::any_of(grid.cells().begin(), grid.cells().end(), [](const GridCell& cell) { return cell.overlaps; });
    if (overlaps || grid.cut()) return table;
    Table turned = table;
    turned.rows.clear();
    for (std::uint32_t column = 0; column < grid.columns(); ++column) {
        Row row;
        for (std::uint32_t at = 0; at < grid.rows(); ++at) {
            const std::uint32_t cell = grid.at(at, column);
            if (cell == Grid::kNone) {
                row.cells.emplace_back();
                continue;
            }
            const GridCell& here = grid.cells()[cell];
            if (here.row != at || here.column != column) continue;
            Cell copy = *here.cell;
            copy.colspan = here.rowspan;
            copy.rowspan = here.colspan;
            row.cells.push_back(std::move(copy));
        }
        turned.rows.push_back(std::move(row));
    }
    return turned;
}

}  // namespace goalsheet
