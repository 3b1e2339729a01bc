// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace goalsheet::xlsx {

/// Gives out names that Excel accepts for a worksheet: at most 31 UTF-16 units, none of []:*?/\ or apostrophes, not
/// History, and none twice when case and width do not count.
class SheetNames {
public:
    /// The wanted name, or the nearest legal one that is still free.
    std::string take(std::string_view wanted);

private:
    bool claim(const std::string& name);

    std::unordered_set<std::string> taken_;
};

}  // namespace goalsheet::xlsx
