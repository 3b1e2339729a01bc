// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "validate/scope/reporter.hpp"

namespace goalsheet {

/// Which exceptions of goalsheet.json had something to say in this run.
struct IgnoreUse {
    std::set<std::pair<const Policy*, std::size_t>> relevant;  ///< cover a file of the run
    std::set<std::pair<const Policy*, std::size_t>> used;

    void merge(IgnoreUse other) {
        relevant.merge(other.relevant);
        used.merge(other.used);
    }
};

/// Takes out what goalsheet.json excepts; gives how many that were.
std::size_t take_ignored(std::vector<RawFinding>& raw, const PageFacts& page, const ValidateOptions& options,
                         IgnoreUse& use);

/// GS901: exceptions that cover files of this run but found nothing there, or have expired.
std::vector<std::pair<const Policy*, Finding>> unused_ignores(const IgnoreUse& use, const ValidateOptions& options);

/// Whether the exception is past its last day.
bool has_expired(const Ignore& ignore, const std::string& today);

}  // namespace goalsheet
