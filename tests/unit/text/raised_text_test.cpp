// SPDX-License-Identifier: MIT
#include "text/raised_text.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "goalsheet/quantity.hpp"

using namespace goalsheet;

TEST_CASE("superscripts are marked as such in plain text") {
    CHECK(mark_raised("2") == "²");
    CHECK(mark_raised("１") == "¹");
    CHECK(mark_raised("(1)") == "⁽¹⁾");
    CHECK(mark_raised("※1") == "※¹");
    CHECK(mark_raised("*2") == "*²");
    CHECK(mark_raised("注1") == "［上付き：注1］");
    CHECK(mark_raised("®") == "®");
    CHECK(mark_raised("") == "");
    CHECK(mark_lowered("2", "CO") == "2");
    CHECK(mark_lowered("1", "1,200") == "₁");
    CHECK(mark_lowered("a", "1,200") == "［下付き：a］");
}

// 1,200 and a raised 1 may read as 1,200 or as nothing, but never as 12001, 2001 or 1.
TEST_CASE("no mark joins the number in front of it") {
    for (const char* mark : {"1", "2", "12", "3", "１", "(1)", "（2）", "a", "b", "注", "注1", "1)", "1,2", "1・2"})
        for (const char* number : {"1,200", "500", "10", "0.5", "３０"})
            for (const char* unit : {"人", "件", "t", "％", "か所"})
                for (const bool raised : {true, false}) {
                    const std::string text = number + (raised ? mark_raised(mark) : mark_lowered(mark, number)) + unit;
                    CAPTURE(text);
                    const auto plain = find_quantities(std::string(number) + unit);
                    REQUIRE(plain.size() == 1);
                    for (const Quantity& one : find_quantities(text))
                        CHECK(one.value.to_double() == plain.front().value.to_double());
                }
}
