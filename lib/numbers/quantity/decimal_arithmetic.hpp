// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "goalsheet/quantity.hpp"

namespace goalsheet::match {

/// a + b; none where the sum has more digits than a Decimal holds.
std::optional<Decimal> add_exact(const Decimal& a, const Decimal& b);
/// -1, 0, 1 as a is less than, equal to or greater than b, digit for digit: 0.1 + 0.2 is 0.3.
int compare_exact(const Decimal& a, const Decimal& b);
bool is_zero(const Decimal& a);
/// A figure in the canonical unit of its spelling: 21,000千円 → 21,000,000.
Decimal in_canonical_unit(const Decimal& value, std::string_view unit);

}  // namespace goalsheet::match
