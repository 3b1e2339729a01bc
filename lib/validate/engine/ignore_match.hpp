// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "goalsheet/policy.hpp"
#include "validate/scope/reporter.hpp"

namespace goalsheet {

struct ItemAddress {
    int item = 0;
    int measure = 0;  ///< 0: the whole item
};

/// ③, ③(2), 3, 3(2), full-width or not.
std::optional<ItemAddress> parse_item_address(std::string_view text);

/// Whether an exception speaks of a file at all; `path` is absolute or relative to the same folder as the policy's.
bool ignore_covers_path(const Ignore& ignore, const std::string& folder, const std::string& path);
/// Whether it speaks of this finding on a page it covers.
bool ignore_covers(const Ignore& ignore, const RawFinding& finding, const PageFacts& page);

}  // namespace goalsheet
