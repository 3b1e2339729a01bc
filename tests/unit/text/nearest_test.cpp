// SPDX-License-Identifier: MIT
#include "text/nearest.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using goalsheet::edit_distance;
using goalsheet::nearest_word;

TEST_CASE("edits are counted in characters, a swap is one, and no further than the limit") {
    CHECK(edit_distance(U"export", U"exprot", 3) == 1);
    CHECK(edit_distance(U"目標", U"数値目標", 3) == 2);
    CHECK(edit_distance(U"abc", U"xyz", 2) == 3);
    CHECK(edit_distance(U"", U"abcdef", 3) == 4);
}

TEST_CASE("the word most likely meant, or none") {
    const std::array<std::string, 4> words = {"export", "validate", "warning", "数値目標"};
    CHECK(nearest_word("exprot", words) == "export");
    CHECK(nearest_word("VALIDATE", words) == "validate");
    CHECK(nearest_word("warn", words) == "warning");
    CHECK(nearest_word("数値目票", words) == "数値目標");
    CHECK(nearest_word("diff", words).empty());
    CHECK(nearest_word("", words).empty());
}
