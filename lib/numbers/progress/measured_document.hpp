// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/progress.hpp"
#include "goalsheet/summary.hpp"

namespace goalsheet {

/// The final row where it says anything, else the midterm one.
const ProgressRow& latest_of(const ProgressRow& midterm, const ProgressRow& final);

/// How the figures of a row are to be taken.
FigureKind figure_kind(const ProgressRow& row);

}  // namespace goalsheet
