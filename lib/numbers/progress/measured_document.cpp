// SPDX-License-Identifier: MIT
#include "numbers/progress/measured_document.hpp"

namespace goalsheet {
namespace {

bool is_reported(const ProgressRow& row) { return row.status != ProgressStatus::not_reported; }

}  // namespace

const ProgressRow& latest_of(const ProgressRow& midterm, const ProgressRow& final) {
    return is_reported(final) ? final : midterm;
}

FigureKind figure_kind(const ProgressRow& row) {
    if (!row.target) return FigureKind::prose;
    if (row.direction == Direction::down) return FigureKind::falling;
    if (!is_reported(row)) return FigureKind::not_reported;
    return row.rate && row.status != ProgressStatus::unclear ? FigureKind::computed : FigureKind::not_computable;
}

}  // namespace goalsheet
