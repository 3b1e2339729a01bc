// SPDX-License-Identifier: MIT
#include "goalsheet/source.hpp"

#include <doctest/doctest.h>

using goalsheet::SourceText;

TEST_CASE("a column is the byte it begins at, wherever in a long line it stands") {
    std::string line;
    for (int i = 0; i < 900; ++i) line += i % 3 == 0 ? "市" : i % 3 == 1 ? "a" : "𠮷";
    const SourceText source("前の行\n" + line + "\n後");
    std::uint32_t byte = 1;
    for (std::uint32_t column = 1; column <= 900; ++column) {
        CAPTURE(column);
        REQUIRE(source.byte_column({2, column}) == byte);
        byte += column % 3 == 1 ? 3 : column % 3 == 2 ? 1 : 4;
    }
    CHECK(source.byte_column({2, 901}) == byte);
    CHECK(source.byte_column({2, 5000}) == byte);
    CHECK(source.byte_column({3, 1}) == 1);
    CHECK(source.byte_column({3, 2}) == 4);
    CHECK(source.byte_column({4, 1}) == 1);
    CHECK(SourceText("").byte_column({1, 1}) == 1);
    CHECK(SourceText(std::string(1024, 'a')).byte_column({1, 1025}) == 1025);
}
