// SPDX-License-Identifier: MIT
#include "summary/counts.hpp"

#include <algorithm>
#include <numeric>

namespace goalsheet {
namespace {

RateAverage average(std::vector<double>& rates) {
    if (rates.empty()) return {};
    std::sort(rates.begin(), rates.end());
    const std::size_t n = rates.size();
    const double median = n % 2 == 1 ? rates[n / 2] : (rates[n / 2 - 1] + rates[n / 2]) / 2;
    // Added up in order of size, so that the sum does not depend on the order of the inputs.
    return {n, std::accumulate(rates.begin(), rates.end(), 0.0) / static_cast<double>(n), median};
}

}  // namespace

std::size_t SummaryCounts::count(Standing standing) const {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < kProgressStatusCount; ++i)
        if (standing_of(static_cast<ProgressStatus>(i)) == standing) sum += statuses[i];
    return sum;
}

void Counter::add(const SummarySheet& sheet, std::span<const SummaryIndicator> indicators) {
    ++counts_.goals;
    counts_.items += sheet.items;
    counts_.measures += sheet.measures;
    counts_.indicators += indicators.size();
    for (const SummaryIndicator& indicator : indicators) {
        ++counts_.statuses[static_cast<std::size_t>(indicator.status)];
        if (indicator.midterm.kind == FigureKind::computed) midterm_.push_back(*indicator.midterm.rate);
        if (indicator.final.kind == FigureKind::computed) final_.push_back(*indicator.final.rate);
    }
}

SummaryCounts Counter::finish() {
    counts_.midterm = average(midterm_);
    counts_.final = average(final_);
    return counts_;
}

SummaryCounts Summary::count(const SummarySheet& sheet) {
    Counter counter;
    counter.add(sheet, sheet.indicators());
    return counter.finish();
}

}  // namespace goalsheet
