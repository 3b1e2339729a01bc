// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "goalsheet/sourced_text.hpp"

namespace goalsheet {

/// A line of a text without tabs: its offset in the source, and what stands there.
struct PlainLine {
    std::size_t begin = 0;
    std::string_view text;
};

/// Lines whose words stand below each other, parted by blanks, as a text editor or a mail lays a table out.
struct BlankTable {
    std::size_t first = 0;  ///< its lines, [first, last)
    std::size_t last = 0;
    std::vector<std::vector<SourcedText>> rows;  ///< each with a cell for every column of the first
};

/// The tables among some lines, in order. The first line of each has three columns or more; what does not stand below
/// their beginnings ends it.
std::vector<BlankTable> find_blank_tables(const std::vector<PlainLine>& lines);

}  // namespace goalsheet
