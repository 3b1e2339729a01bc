// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace goalsheet {

/// The lines of a text for a terminal of so many columns (East Asian width): broken at blanks, behind |, between
/// characters of Japanese, and never before 、。）」 and the like. A word longer than a line is cut. At least one line.
std::vector<std::string> wrap_to_width(std::string_view text, std::size_t columns);

/// A text for a terminal of so many columns (0: of no end): each line that would not fit is broken like that, and what
/// follows of it stands two columns further in. Colours (ESC [ … m) take no room and go on behind a break.
std::string fit_lines(std::string_view text, std::size_t columns);

}  // namespace goalsheet
