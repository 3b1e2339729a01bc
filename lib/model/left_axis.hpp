// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "model/heading_finder.hpp"

namespace goalsheet {

/// Items whose labels stood on the left, turned so that they stand on top: a heading and a row for each item.
class TurnedTable {
public:
    TurnedTable(const LaidTable& source, Table turned);
    TurnedTable(const TurnedTable&) = delete;
    TurnedTable& operator=(const TurnedTable&) = delete;

    const LaidTable& laid() const { return laid_; }

private:
    Table table_;
    LaidTable laid_;
};

/// Rows that begin with labels of items.
struct LeftBlock {
    std::uint32_t rows = 0;                  ///< how many it takes; 0: there is none here
    std::vector<std::uint32_t> header_rows;  ///< those among them that are fields of the header block
    std::vector<std::unique_ptr<TurnedTable>> tables;
};

LeftBlock find_left_block(const LaidTable& table, std::uint32_t row, HeadingFinder& headings);

/// The labels of the table's first items on the left, to tell tables that are alike; empty where there are none.
std::string left_head_of(const LaidTable& table, HeadingFinder& headings);

}  // namespace goalsheet
