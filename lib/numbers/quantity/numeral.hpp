// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "goalsheet/quantity.hpp"
#include "text/normalized_text.hpp"

namespace goalsheet::numbers {

/// A number as written: 1,200 · 12.5 · 二百五十 · 3億5,000万. Its value holds the scale words.
struct Numeral {
    Decimal value;
    Decimal plain;  ///< without the last scale word: 700 of 700万, which a range 300～700万 shares
    int scale = 0;  ///< zeros of that scale word: 4 for 万
    std::size_t begin = 0;
    std::size_t end = 0;    ///< == begin: there is no number here
    bool readable = false;  ///< false: digits that are no number (007, 10,00, 1'200, more digits than 18)
    bool kanji = false;     ///< not one Arabic digit in it
    bool grouped = false;   ///< with thousands commas
};

/// Whether a number may start with this glyph: a digit or a kanji digit.
bool starts_numeral(char32_t c);
/// Behind the digits that start at i; i itself where there are none.
std::size_t digits_end(const Glyphs& g, std::size_t i);
/// The number that starts at i. Always takes the whole run of digits, so a walk that goes on at `end` is linear.
Numeral read_numeral(const Glyphs& g, std::size_t i);

/// value × 10^zeros, where it fits.
Decimal scale_up(Decimal value, int zeros);
bool less_than(const Decimal& a, const Decimal& b);

}  // namespace goalsheet::numbers
