// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>

#include "numbers/indicator_figures.hpp"
#include "numbers/quantity/unit_compatibility.hpp"

namespace goalsheet::match {

constexpr std::size_t kNear = 16;  ///< figures looked at to either side

inline bool same_unit(const FigureText& text, std::size_t a, std::size_t b) {
    return compare_units(text.figures[a].quantity.unit, text.figures[b].quantity.unit) != UnitLikeness::different;
}

/// The next figure in the same clause, where there is one among the first `size`.
inline std::optional<std::size_t> next_in_clause(const FigureText& text, std::size_t k, std::size_t size) {
    for (std::size_t n = k + 1; n < size && n < k + kNear; ++n)
        if (text.figures[n].previous == k) return n;
    return std::nullopt;
}

}  // namespace goalsheet::match
