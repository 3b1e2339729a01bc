// SPDX-License-Identifier: MIT
#include "read/list_marker.hpp"

#include <doctest/doctest.h>

using namespace goalsheet;

TEST_CASE("a list's entries have the markers that browsers show") {
    CHECK(list_marker("decimal", 3) == "3. ");
    CHECK(list_marker("decimal", -2) == "-2. ");
    CHECK(list_marker("lower-alpha", 3) == "c. ");
    CHECK(list_marker("upper-latin", 28) == "AB. ");
    CHECK(list_marker("lower-alpha", 0) == "0. ");
    CHECK(list_marker("lower-roman", 4) == "iv. ");
    CHECK(list_marker("upper-roman", 1990) == "MCMXC. ");
    CHECK(list_marker("lower-roman", 4000) == "4000. ");
    CHECK(list_marker("decimal-leading-zero", 7) == "07. ");
    CHECK(list_marker("lower-greek", 2) == "β. ");
    CHECK(list_marker("katakana", 2) == "イ、");
    CHECK(list_marker("hiragana", 48) == "ん、");
    CHECK(list_marker("hiragana", 49) == "ああ、");
    CHECK(list_marker("katakana-iroha", 2) == "ロ、");
    CHECK(list_marker("hiragana-iroha", 3) == "は、");
    CHECK(list_marker("cjk-ideographic", 12) == "十二、");
    CHECK(list_marker("cjk-decimal", 12) == "一二、");
    CHECK(list_marker("cjk-heavenly-stem", 3) == "丙、");
    CHECK(list_marker("\"→\"", 3) == "→");
    CHECK(list_marker("disc", 3) == "・");
    CHECK(list_marker("none", 3) == "・");
    CHECK(list_style_of_type("I") == "upper-roman");
    CHECK(list_style_of_type("square") == "square");
    CHECK_FALSE(list_style_of_type("x"));
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
