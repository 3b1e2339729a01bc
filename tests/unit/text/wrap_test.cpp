// SPDX-License-Identifier: MIT
#include "text/wrap.hpp"

#include <doctest/doctest.h>

#include "goalsheet/text.hpp"

using goalsheet::display_width;
using goalsheet::fit_lines;
using goalsheet::wrap_to_width;
using Lines = std::vector<std::string>;

TEST_CASE("lines break at blanks and between characters of Japanese") {
    CHECK(wrap_to_width("", 10) == Lines{""});
    CHECK(wrap_to_width("one two three", 8) == Lines{"one two", "three"});
    CHECK(wrap_to_width("見出しを直す", 8) == Lines{"見出しを", "直す"});
    CHECK(wrap_to_width("json|md|xlsx", 8) == Lines{"json|md|", "xlsx"});
}

TEST_CASE("no line begins with a closing mark or ends with an opening one") {
    CHECK(wrap_to_width("市民、議会。", 4) == Lines{"市", "民、", "議", "会。"});
    CHECK(wrap_to_width("様式（空）", 6) == Lines{"様式", "（空）"});
}

TEST_CASE("every line fits, whatever the text and the width") {
    const std::string text =
        "goalsheet は「重点目標管理シート」を読み、json|ndjson|md へ書き出す（--to "
        "で選ぶ）。averylongwordthatdoesnotfit";
    for (std::size_t columns = 4; columns < 60; ++columns) {
        std::string together;
        for (const std::string& line : wrap_to_width(text, columns)) {
            CHECK(display_width(line) <= columns);
            together += line;
        }
        CHECK(goalsheet::fold(together) == goalsheet::fold(text));
    }
}

TEST_CASE("lines that do not fit go on further in, the others stay as they are") {
    CHECK(fit_lines("ab cd ef\n  gh  ij\n", 6) == "ab\n  cd\n  ef\n  gh\n    ij\n");
    CHECK(fit_lines("ab  cd\nef", 6) == "ab  cd\nef");
    CHECK(fit_lines("数値目標の一覧", 8) == "数値目\n  標の一\n  覧");
    CHECK(fit_lines("ab cd ef", 0) == "ab cd ef");
}

TEST_CASE("colours take no room and are all there behind a break") {
    CHECK(fit_lines("\x1b[31mab cd\x1b[0m ef", 8) == "\x1b[31mab cd\x1b[0m ef");
    CHECK(fit_lines("\x1b[31mab cd\x1b[0m ef", 6) == "\x1b[31mab\n  cd\x1b[0m\n  ef");
    CHECK(fit_lines("  \x1b[1mab\x1b[0m cd ef", 8) == "  \x1b[1mab\x1b[0m\n    cd\n    ef");
}
