// SPDX-License-Identifier: MIT
#include "numbers/quantity/numeral.hpp"

#include <doctest/doctest.h>

using goalsheet::numbers::fold_glyphs;
using goalsheet::numbers::read_numeral;

TEST_CASE("numerals are read in every spelling, to their last glyph") {
    struct Row {
        const char* text;
        const char* value;
        std::size_t length;
    };
    const Row rows[] = {
        {"250件", "250", 3},
        {"２５０件", "250", 3},
        {"12,345人", "12345", 6},
        {"１２，３４５人", "12345", 6},
        {"1, 250人", "1250", 6},
        {"12.50ha", "12.5", 5},
        {"０．５％", "0.5", 3},
        {"三百六十五日", "365", 5},
        {"十七か所", "17", 2},
        {"二〇六件", "206", 3},
        {"一億五千万円", "150000000", 5},
        {"1万8500回", "18500", 6},
        {"4億2,000万円", "420000000", 8},
        {"3.5万人", "35000", 4},
        {"6 万円", "60000", 3},
        {"8千円", "8", 1},
        {"8千人", "8000", 2},
        {"2千万円", "20000000", 3},
        {"5百万円", "5", 1},
        {"3百貨店", "3", 1},
        {"2千葉", "2", 1},
        {"2,3人", "2", 1},
        {"1.2.3", "1.2", 3},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto numeral = read_numeral(fold_glyphs(row.text), 0);
        CHECK(numeral.readable);
        CHECK(numeral.value.to_text() == row.value);
        CHECK(numeral.end == row.length);
    }
}

TEST_CASE("digits that are no number are taken whole and said to be unreadable") {
    for (const char* text :
         {"10,00", "21,70", "1,2345", "3,4,5", "00123", "1234567890123456789", "99999999999999999999億"}) {
        CAPTURE(text);
        const auto glyphs = fold_glyphs(text);
        const auto numeral = read_numeral(glyphs, 0);
        CHECK_FALSE(numeral.readable);
        CHECK(numeral.end >= 5);
    }
}
