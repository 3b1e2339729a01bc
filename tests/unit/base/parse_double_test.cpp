// SPDX-License-Identifier: MIT
#include "base/parse_double.hpp"

#include <doctest/doctest.h>

#include <string>

using goalsheet::parse_double;

TEST_CASE("a text that is one decimal number is read to the last bit") {
    CHECK(parse_double("0.1") == 0.1);
    CHECK(parse_double("-1.5e3") == -1500.0);
    CHECK(parse_double("45931.708333333336") == 45931.708333333336);
    CHECK(parse_double("1E-7") == 1e-7);
    CHECK(parse_double("9007199254740993") == 9007199254740992.0);
    CHECK(parse_double(".5") == 0.5);
    CHECK(parse_double("4.9e-324") == 4.9e-324);
}

TEST_CASE("what is no decimal number, or too large for one, is none") {
    for (const char* text :
         {"", " 1", "1 ", "+1", "1,5", "0x10", "inf", "nan", "1e999", "1e-999", "-", "e5", "1.2.3", "1e"}) {
        CAPTURE(std::string(text));
        CHECK_FALSE(parse_double(text).has_value());
    }
}
