// SPDX-License-Identifier: MIT
#include "numbers/progress/measured_document.hpp"

#include <algorithm>
#include <cassert>

#include "goalsheet/figure_memo.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

bool any_report(const Document& document, SourcedText Measure::*report) {
    const auto in_measure = [report](const Measure& measure) { return !trim((measure.*report).text).empty(); };
    const auto in_item = [&](const Item& item) {
        return std::any_of(item.measures.begin(), item.measures.end(), in_measure);
    };
    return std::any_of(document.sheets.begin(), document.sheets.end(), [&](const Sheet& sheet) {
        return std::any_of(sheet.items.begin(), sheet.items.end(), in_item);
    });
}

// The same targets with nothing reported: what measure_progress gives for empty reports, without reading them again.
std::vector<ProgressRow> without_reports(std::vector<ProgressRow> rows) {
    for (ProgressRow& row : rows) {
        row.result.reset();
        row.result_unit.clear();
        row.state = ReportState::none;
        row.projected.reset();
        row.rate.reset();
        row.improvement.reset();
        row.confidence.reset();
        row.against = Against::final;
        row.pace.reset();
        row.as_of.reset();
        row.status = ProgressStatus::not_reported;
        row.note = {};
        row.report_text.clear();
        row.evidence.clear();
    }
    return rows;
}

bool is_reported(const ProgressRow& row) { return row.status != ProgressStatus::not_reported; }

}  // namespace

BothReports measure_both_reports(const Document& document, const std::optional<Date>& as_of) {
    ProgressOptions options;
    FigureMemo memo;
    options.as_of = as_of;
    options.memo = &memo;
    options.against = Against::midterm;
    BothReports reports;
    reports.midterm = measure_progress(document, options);
    options.against = Against::final;
    reports.final =
        any_report(document, &Measure::final) ? measure_progress(document, options) : without_reports(reports.midterm);
    assert(reports.midterm.size() == reports.final.size() && "rows follow the targets, whatever the reports say");
    return reports;
}

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
