// SPDX-License-Identifier: MIT
#pragma once

#include "text/normalized_text.hpp"

namespace goalsheet::numbers {

/// Numbers that are written like no quantity, whatever follows them: dates with marks (R7.10.1, 9/11, 2025/10/1), eras'
/// years, times, telephone, postal and house numbers, ordinals with 第, versions, numbers inside Latin names (SDGs17,
/// COVID-19). The end of the one whose digits start at i, or i.
/// `after_unit`: the letters before i are another figure's unit (500m2か所), no name.
std::size_t skip_marked_number(const Glyphs& g, std::size_t i, bool after_unit);

/// The end of a web address that starts at i, or i.
std::size_t skip_address(const Glyphs& g, std::size_t i);

/// The end of ［取消線：…］ that starts at i (of the text, where it is never closed), or i.
std::size_t skip_struck(const Glyphs& g, std::size_t i);

/// The end of a choice that starts at i with the empty box of a list (☐5件 ☑10件), or i. □ is one only beside a box
/// that is ticked.
std::size_t skip_unticked(const Glyphs& g, std::size_t i);

}  // namespace goalsheet::numbers
