// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "goalsheet/quantity.hpp"
#include "numbers/quantity/context.hpp"
#include "text/normalized_text.hpp"

namespace goalsheet::numbers {

/// A quantity on its way: with its place in glyphs and what still decides whether it counts.
struct Figure {
    Quantity quantity;
    std::size_t begin = 0;
    std::size_t end = 0;       ///< past the unit
    std::size_t tail_end = 0;  ///< past 以上, /年
    bool bare = false;         ///< no unit: counts only with a label that asks for one, or beside a figure with a unit
    bool past = false;
    bool ahead = false;  ///< 今後 stands before it
};

/// Joins 10人～20人 and 10人から20人 into ranges, 1時間20分 into one duration.
void join_ranges(const Glyphs& g, std::vector<Figure>& figures);
/// Gives the first figure of 51%→53% and the bracketed past year its role, the bare side of an arrow its unit.
void assign_roles(const Glyphs& g, std::vector<Figure>& figures);
/// Gives each figure the state that the words near it say.
void assign_states(const Glyphs& g, std::vector<Figure>& figures);
/// Whether a number without a unit may yet count: a label asks for one, or an arrow ties it to a figure.
bool may_count_bare(const Glyphs& g, std::size_t begin, std::size_t end);
/// Takes out figures without a unit that nothing speaks for.
void drop_bare(const Glyphs& g, std::vector<Figure>& figures);

}  // namespace goalsheet::numbers
