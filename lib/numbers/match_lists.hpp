// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "numbers/match_figures.hpp"

namespace goalsheet::match {

/// Gives the figures of a list their kind: 東1件、西2件 are parts of one thing though neither word says so alone.
void find_lists(const FigureText& text, std::vector<ReportFigure>& figures);
/// part_kind() of the words before a figure: 上半期に, 、東は.
int part_kind_of_head(std::u32string_view head);

}  // namespace goalsheet::match
