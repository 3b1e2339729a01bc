// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "goalsheet/compare.hpp"

namespace goalsheet {

/// What of a text stayed, went and came, in reading order: joined, the pieces that are not `added` give `before`, those
/// not `removed` give `after`. Figures, katakana and Latin words change as a whole. Texts that have little in common
/// come as one removed and one added piece; so do the middles of texts too different to be worth the time.
std::vector<WordPiece> diff_words(std::string_view before, std::string_view after);

}  // namespace goalsheet
