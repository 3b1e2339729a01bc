// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "text/normalized_text.hpp"

namespace goalsheet::numbers {

/// Digits that end at `end` go on in a way that no number is written in, so that nobody can be sure of it: 1'200人,
/// 97・5％, 1 200人, a character that is missing, a line break in the middle. The end of all of it, or `end`.
std::size_t broken_figure_end(const Glyphs& g, std::size_t begin, std::size_t end);
/// What stands in front of the digits at `begin` makes another number of them: a character that is missing, .5, ±5.
bool follows_doubtful_glyph(const Glyphs& g, std::size_t begin);
/// 2、3回 and 9・10回: the second number of a list is the first and one more.
bool is_list_step(const Glyphs& g, std::size_t begin, std::size_t sign);

}  // namespace goalsheet::numbers
