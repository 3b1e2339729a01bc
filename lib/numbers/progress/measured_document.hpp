// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/progress.hpp"
#include "goalsheet/summary.hpp"

namespace goalsheet {

/// Both reports of a document held against its targets: row i of one speaks of the same indicator as row i of the
/// other.
struct BothReports {
    std::vector<ProgressRow> midterm;
    std::vector<ProgressRow> final;
};
BothReports measure_both_reports(const Document& document, const std::optional<Date>& as_of = std::nullopt);

/// The final row where it says anything, else the midterm one.
const ProgressRow& latest_of(const ProgressRow& midterm, const ProgressRow& final);

/// How the figures of a row are to be taken.
FigureKind figure_kind(const ProgressRow& row);

}  // namespace goalsheet
