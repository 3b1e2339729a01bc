// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "numbers/quantity/numeral.hpp"
#include "text/normalized_text.hpp"

namespace goalsheet::numbers {

/// A number with, perhaps, a second one that ends its range (5～7), as it stands before its unit.
struct NumberToken {
    Numeral low;
    Numeral high;  ///< empty (begin == end) without a range
    std::size_t begin = 0;
    std::size_t end = 0;

    bool is_range() const { return high.end != high.begin; }
    const Numeral& last() const { return is_range() ? high : low; }
};

/// What the words right behind a number make of it.
struct Suffix {
    enum class Kind {
        none,    ///< nothing that belongs to the number
        unit,    ///< a quantity
        masked,  ///< a date, an ordinal, an age, a name: no quantity
        per,     ///< 1人あたり, 3年に: what another figure is counted by
    };
    Kind kind = Kind::none;
    std::size_t unit_begin = 0;
    std::size_t unit_end = 0;
    std::size_t end = 0;  ///< past everything that belongs to the number
    bool known = false;   ///< the unit stands in units.tsv
    bool half = false;    ///< 2時間半: half a unit more
};

/// Reads the unit, the ordinal ending, the rest of a date … behind a number. Looks at a bounded stretch of text only.
Suffix read_suffix(const Glyphs& g, const NumberToken& number);

/// The unit word that starts at i, known or of the open class; empty range where there is none.
Suffix read_unit(const Glyphs& g, std::size_t i);

}  // namespace goalsheet::numbers
