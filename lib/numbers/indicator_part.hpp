// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "numbers/indicator_figures.hpp"

namespace goalsheet::match {

/// What a figure of a target is there for.
enum class Part {
    target,    ///< what is promised
    baseline,  ///< where things stand, or stood
    aside,     ///< neither: it qualifies another figure, or says how the thing is made
};

/// The part of figure `k` by the words around it and the figures beside it.
Part find_part(const FigureText& text, std::size_t k, int fiscal_year);
/// 8地区×3回＝24回: the product is what is promised.
bool is_factor(const FigureText& text, std::size_t k);

}  // namespace goalsheet::match
