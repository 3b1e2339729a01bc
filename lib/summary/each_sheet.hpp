// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <utility>

#include "base/in_order.hpp"
#include "goalsheet/summary.hpp"

namespace goalsheet {

/// Calls `make(i)` for each of the summary's sheets, on all its threads, and hands what it gives to `take(i, made)` on
/// this one, in the order of the sheets: unpacking them takes longer than writing what they hold.
template <class Make, class Take>
void for_each_sheet(const Summary& summary, Make make, Take take) {
    run_in_order(summary.sheets.size(), summary.jobs, make, [&](std::size_t i, auto made) {
        take(i, std::move(made));
        return true;
    });
}

}  // namespace goalsheet
