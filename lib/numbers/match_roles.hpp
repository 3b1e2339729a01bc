// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "numbers/match_figures.hpp"

namespace goalsheet::match {

/// What each figure is there for by the words beside it: a level, a change, the past, a part of another. `figures`:
/// with their words.
void find_roles(const FigureText& text, int fiscal_year, std::vector<ReportFigure>& figures);

}  // namespace goalsheet::match
