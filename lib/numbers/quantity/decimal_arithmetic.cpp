// SPDX-License-Identifier: MIT
#include "numbers/quantity/decimal_arithmetic.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace goalsheet::match {
namespace {

__extension__ using Wide = __int128;  // holds any two Decimals brought to one scale

constexpr int kMaxScale = 18;

Wide power_of_ten(int n) {
    Wide power = 1;
    for (; n > 0; --n) power *= 10;
    return power;
}

// Both mantissas at the larger scale. Scales differ by at most 18 and mantissas stay under 2^63, so nothing overflows.
std::pair<Wide, Wide> align(const Decimal& a, const Decimal& b, int& scale) {
    scale = std::max(a.scale, b.scale);
    return {a.mantissa * power_of_ten(std::min(scale - a.scale, kMaxScale)),
            b.mantissa * power_of_ten(std::min(scale - b.scale, kMaxScale))};
}

std::optional<Decimal> narrow(Wide mantissa, int scale) {
    while (scale > 0 && mantissa % 10 == 0) {
        mantissa /= 10;
        --scale;
    }
    if (mantissa > std::numeric_limits<std::int64_t>::max() || mantissa < std::numeric_limits<std::int64_t>::min())
        return std::nullopt;
    return Decimal{static_cast<std::int64_t>(mantissa), scale};
}

// Factors of units.tsv have at most seven digits.
Decimal exact_factor(double factor) {
    Decimal decimal;
    while (decimal.scale < 9 && std::abs(factor - std::round(factor)) > 1e-9 * std::abs(factor)) {
        factor *= 10;
        ++decimal.scale;
    }
    decimal.mantissa = static_cast<std::int64_t>(std::llround(factor));
    return decimal;
}

}  // namespace

std::optional<Decimal> add_exact(const Decimal& a, const Decimal& b) {
    int scale = 0;
    const auto [left, right] = align(a, b, scale);
    return narrow(left + right, scale);
}

int compare_exact(const Decimal& a, const Decimal& b) {
    int scale = 0;
    const auto [left, right] = align(a, b, scale);
    return left < right ? -1 : left > right ? 1 : 0;
}

bool is_zero(const Decimal& a) { return a.mantissa == 0; }

Decimal in_canonical_unit(const Decimal& value, std::string_view unit) {
    const Decimal factor = exact_factor(find_unit(unit).factor);
    return narrow(static_cast<Wide>(value.mantissa) * factor.mantissa, value.scale + factor.scale).value_or(value);
}

}  // namespace goalsheet::match
