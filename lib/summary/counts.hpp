// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "goalsheet/summary.hpp"

namespace goalsheet {

/// Adds up sheets and their indicators.
class Counter {
public:
    void add(const SummarySheet& sheet, std::span<const SummaryIndicator> indicators);
    SummaryCounts finish();

private:
    SummaryCounts counts_;
    std::vector<double> midterm_;
    std::vector<double> final_;
};

}  // namespace goalsheet
