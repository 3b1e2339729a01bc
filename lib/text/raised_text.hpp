// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace goalsheet {

/// A superscript in plain text, so that 1,200 with a raised 1 never reads as 12001: digits and + - = ( ) as Unicode's
/// superscripts (m², ⁽¹⁾), behind a mark of notes too (※¹); anything else with letters or digits in brackets that say
/// so (［上付き：注1］); signs alone (®) as they are.
std::string mark_raised(std::string_view text);

/// A subscript, likewise, but only where it follows a digit (1,200 with a lowered 1): CO2 and H2O read as written.
std::string mark_lowered(std::string_view text, std::string_view before);

/// 3, (1), 注1, ※2: what a note or a power may be, where a text is merely set higher than what stands beside it.
bool is_short_note(std::string_view text);

}  // namespace goalsheet
