// SPDX-License-Identifier: MIT
#include "read/list_marker.hpp"

#include <doctest/doctest.h>

using namespace goalsheet;

TEST_CASE("ordered lists are numbered as browsers number them") {
    CHECK(ordered_marker("", 3) == "3. ");
    CHECK(ordered_marker("1", -2) == "-2. ");
    CHECK(ordered_marker("a", 3) == "c. ");
    CHECK(ordered_marker("A", 28) == "AB. ");
    CHECK(ordered_marker("a", 0) == "0. ");
    CHECK(ordered_marker("i", 4) == "iv. ");
    CHECK(ordered_marker("I", 1990) == "MCMXC. ");
    CHECK(ordered_marker("i", 4000) == "4000. ");
}

TEST_CASE("entries that bring a marker of their own") {
    for (const char* text : {"・相談", "○開館", "①植樹", "㉑植樹", "※注", "1. 相談", "1)相談", "１）相談", "12．相談",
                             "1、相談", "(1) 相談", "（１）相談", "（ア）相談", "[2] 相談", "(a) 相談", "（一）相談",
                             "1　相談", "- 相談", "－ 相談"}) {
        CAPTURE(text);
        CHECK(begins_with_list_marker(text));
    }
}

TEST_CASE("figures and bracketed words are no markers") {
    for (const char* text : {"65歳以上が増えている。", "1回の相談", "1.5倍", "1,200人", "2025年度", "100件",
                             "3：1で可決", "（仮称）条例", "(株)山田", "（新規）相談", "【継続】支援", "[重点]保育",
                             "-3％", "－５％", "（100人）", "相談", "", "2．5％減"}) {
        CAPTURE(text);
        CHECK_FALSE(begins_with_list_marker(text));
    }
}
