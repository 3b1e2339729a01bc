// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>

#include "numbers/indicator_figures.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/quantity/unit_compatibility.hpp"

namespace goalsheet::match {

constexpr std::size_t kNear = 16;  ///< figures looked at to either side

/// The figures of a text, or the first `size` of them, as their readers look at them.
class FigureNeighbours {
public:
    FigureNeighbours(const FigureText& text, std::size_t size) : text_(text), size_(size) {}

protected:
    const Figure& at(std::size_t k) const { return text_.figures[k]; }
    const Quantity& quantity(std::size_t k) const { return at(k).quantity; }
    std::u32string_view words(Span span) const { return text_.words(span); }
    bool same_unit(std::size_t a, std::size_t b) const {
        return compare_units(quantity(a).unit, quantity(b).unit) != UnitLikeness::different;
    }
    /// 210人中女性79人: the figure before is what this one is out of.
    bool is_out_of_previous(std::size_t k) const {
        return at(k).previous && at(k).link == Link::fastened && says_out_of(words(at(k).head));
    }
    /// The next figure in the same clause.
    std::optional<std::size_t> next_in_clause(std::size_t k) const {
        for (std::size_t n = k + 1; n < size_ && n < k + kNear; ++n)
            if (at(n).previous == k) return n;
        return std::nullopt;
    }

    const FigureText& text_;
    std::size_t size_;
};

}  // namespace goalsheet::match
