// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "goalsheet/table.hpp"

namespace goalsheet {

/// Lets cells name the tables nested in them by where these stand now. `now_at`: by where they stood before.
inline void renumber_nested(std::vector<Table>& tables, const std::vector<std::size_t>& now_at) {
    for (Table& table : tables)
        for (Row& row : table.rows)
            for (Cell& cell : row.cells)
                for (std::size_t& inner : cell.tables) inner = now_at[inner];
}

}  // namespace goalsheet
