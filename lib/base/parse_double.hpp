// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace goalsheet {

/// The number that the whole text writes with digits, a point and an exponent ("-1.5e3"); none for anything else and
/// for what no double holds. No locale changes how it reads.
std::optional<double> parse_double(std::string_view text);

}  // namespace goalsheet
