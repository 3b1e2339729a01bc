// SPDX-License-Identifier: MIT
#pragma once

#include "validate/scope/scope.hpp"

namespace goalsheet::rules {

/// The ・ points of a target and of its report.
struct BulletCounts {
    std::size_t target = 0;
    std::size_t report = 0;

    /// A report in prose may cover everything; more points than targets are no gap.
    bool differ() const { return target > 1 && report > 0 && report < target; }
};

BulletCounts count_bullets(const Measure& measure, FieldId report);

}  // namespace goalsheet::rules
