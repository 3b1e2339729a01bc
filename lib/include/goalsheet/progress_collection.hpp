// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <vector>

#include "goalsheet/progress.hpp"

namespace goalsheet {

/// measure_all() for documents that come one after another, in the order of the run, and need not be there together.
class ProgressCollection {
public:
    explicit ProgressCollection(const ProgressOptions& options);
    ~ProgressCollection();
    ProgressCollection(const ProgressCollection&) = delete;
    ProgressCollection& operator=(const ProgressCollection&) = delete;

    /// `rows`: of measure_progress() under the same options.
    void add(const Document& document, std::vector<ProgressRow> rows);
    Progress take();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace goalsheet
