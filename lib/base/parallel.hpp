// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace goalsheet {

/// Calls work(0) … work(count - 1) on up to `jobs` threads and returns when all are done. What one throws ends the work
/// and is thrown again here.
void for_each_index(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace goalsheet
