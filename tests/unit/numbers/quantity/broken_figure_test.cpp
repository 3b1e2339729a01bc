// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>

#include "goalsheet/quantity.hpp"
#include "numbers/quantity/unreadable.hpp"

namespace {

void check_unread(const std::string& text) {
    CAPTURE(text);
    CHECK(goalsheet::find_quantities(text).empty());
    CHECK(goalsheet::find_unreadable_figures(text).size() == 1);
}

void check_read(const std::string& text, const char* value, const char* unit = "人") {
    CAPTURE(text);
    const auto found = goalsheet::find_quantities(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].value.to_text() == value);
    CHECK(found[0].unit == unit);
    CHECK(goalsheet::find_unreadable_figures(text).empty());
}

// Signs that somebody, or a program, may leave between the digits of one figure.
constexpr const char* kJoints[] = {"'", "’", "`",      "´",      "_",  "?",  "？", "!", "^",  "\\", "“",
                                   "…", "‥", "\uFFFD", "\uE000", "〓", "。", "｡",  "•", "..", ".,", "‧"};

}  // namespace

TEST_CASE("a figure whose digits something unknown parts is never read from its middle") {
    for (const char* joint : kJoints)
        for (const char* label : {"参加者 ", "参加者数：", "", "・", "（"}) {
            check_unread(std::string(label) + "1" + joint + "200人");
            check_unread(std::string(label) + "12" + joint + "00人");
            check_unread(std::string(label) + "2,1" + joint + "5人を超える");
        }
}

TEST_CASE("points and commas as the keyboard gives them part no figure") {
    for (const char* text :
         {"収納率 97・5％", "収納率 97･5％", "収納率 97、5％", "参加者 1、200人", "参加者 1､200人", "参加者 1 200人",
          "参加者 1　200人", "参加者 12 000人", "参加者 00人", "参加者 1½人", "参加者 1𝟎0人"})
        check_unread(text);
    for (const char* text : {"参加者 1;200人", "参加者 10+5人", "参加者 1〇〇人", "参加者 1○0人", "参加者 1千,200人",
                             "参加者 1万.5人", "参加者 2十人", "参加者 ±5人", "参加者 .5人", "収納率 97 .5％",
                             "収納率 97. 5％", "参加者 2 0 0人", "参加者 5［上付き：th］00人"})
        check_unread(text);
    check_read("収納率 九七・五％", "97.5", "%");
    CHECK(goalsheet::find_quantities("能力 二・五倍").empty());
    check_read("1. 5人", "5");
    check_read("講座,200人", "200");
    check_read("一・二年生 30人", "30");
}

TEST_CASE("a line break in a figure leaves nothing to be sure of") {
    for (const char* text : {"参加者 1,\n200人", "参加者 12\n00人", "参加者 1,2\n00人", "参加者 12\n30人"})
        check_unread(text);
    check_read("2024\n30人", "30");
    check_read("令和7年度\n30人", "30");
    check_read("第2\n30人", "30");
}

TEST_CASE("what takes no place separates nothing") {
    for (const char* mark :
         {"\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u200E", "\u202A", "\u061C"}) {
        check_read(std::string("参加者 1,2") + mark + "00人", "1200");
        check_read(std::string("参加者 12") + mark + "00" + mark + "人", "1200");
        check_read(std::string("参加者") + mark + " 1,200人" + mark, "1200");
    }
}

TEST_CASE("lists and decimals as they are written stay what they are") {
    check_read("講座 2・3回", "2", "回");
    check_read("講座 9、10回", "9", "回");
    check_read("参加者 1,200.5人", "1200.5");
    check_read("参加者 1\u2009200人", "1200");
    check_read("参加者 05人", "5");
}

TEST_CASE("a slash of any kind makes a fraction or a date") {
    for (const char* text : {"参加者 1⁄2人", "参加者 1∕2人", "参加者 1/2人", "参加者 1／2人"})
        CHECK(goalsheet::find_quantities(text).empty());
}

TEST_CASE("signs say what a figure is held against") {
    struct Row {
        const char* text;
        goalsheet::Comparator comparator;
    };
    using goalsheet::Comparator;
    for (const Row& row : {Row{"苦情 <5件", Comparator::less_than}, Row{"苦情＜5件", Comparator::less_than},
                           Row{"苦情 ≦5件", Comparator::at_most}, Row{"苦情 ≤ 5件", Comparator::at_most},
                           Row{"相談 >5件", Comparator::more_than}, Row{"相談 ≧5件", Comparator::at_least},
                           Row{"相談 5件≦", Comparator::at_least}, Row{"苦情 5件≧", Comparator::at_most},
                           Row{"＜相談 5件＞", Comparator::none}, Row{"＜5件＞", Comparator::none}}) {
        CAPTURE(row.text);
        const auto found = goalsheet::find_quantities(row.text);
        REQUIRE(found.size() == 1);
        CHECK(found[0].comparator == row.comparator);
    }
}

TEST_CASE("a minus is one however it is written") {
    for (const char* sign : {"-", "－", "−", "ー", "ｰ", "─", "▲", "△", "▲ ", "△　", "マイナス", "マイナス "}) {
        check_read(std::string("収支 ") + sign + "5千円", "-5", "千円");
        check_read(std::string("前年度比 ") + sign + "5％", "-5", "%");
    }
    check_read("データー5人", "5");
    check_read("△ 5人", "5");  // a mark of how things stand
}
