// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "numbers/match_figures.hpp"

namespace goalsheet::match {

/// How far each figure is by the words beside it: done, under way or planned (numbers.md §3). `figures`: with their
/// words and roles.
void read_states(const FigureText& text, int fiscal_year, std::vector<ReportFigure>& figures);

}  // namespace goalsheet::match
