// SPDX-License-Identifier: MIT
#include "goalsheet/progress.hpp"
#include "goalsheet/validate.hpp"

namespace goalsheet {

Stage find_stage(const Document& document) {
    ReportCounts counts;
    counts.add(document);
    if (counts.latest() == Against::final) return Stage::final;
    return counts.midterm > 0 && counts.midterm * 2 >= counts.measures ? Stage::midterm : Stage::plan;
}

}  // namespace goalsheet
