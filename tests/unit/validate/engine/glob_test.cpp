// SPDX-License-Identifier: MIT
#include "validate/engine/glob.hpp"

#include <doctest/doctest.h>

using goalsheet::matches_glob;

TEST_CASE("a pattern with folders is held against the whole path, one without against the name") {
    CHECK(matches_glob("*.html", "r7/sangyo.html"));
    CHECK(matches_glob("*.html", "sangyo.html"));
    CHECK_FALSE(matches_glob("r7/*.html", "sangyo.html"));
    CHECK_FALSE(matches_glob("*.html", "r7/sangyo.htm"));
    CHECK(matches_glob("r7/*.html", "r7/sangyo.html"));
    CHECK_FALSE(matches_glob("r7/*.html", "r7/old/sangyo.html"));
}

TEST_CASE("? is one character of any length in bytes, never a folder's end") {
    CHECK(matches_glob("令和?年度.html", "令和７年度.html"));
    CHECK_FALSE(matches_glob("令和?年度.html", "令和10年度.html"));
    CHECK_FALSE(matches_glob("a?b", "x/a/b"));
    CHECK_FALSE(matches_glob("r?/a", "r/a"));
}

TEST_CASE("** goes across folders, and through none") {
    CHECK(matches_glob("**/sangyo.html", "sangyo.html"));
    CHECK(matches_glob("**/sangyo.html", "r7/teishutsu/sangyo.html"));
    CHECK_FALSE(matches_glob("**/sangyo.html", "r7/old-sangyo.html"));
    CHECK(matches_glob("r7/**/*.html", "r7/a.html"));
    CHECK(matches_glob("r7/**/*.html", "r7/x/y/a.html"));
    CHECK_FALSE(matches_glob("r7/**/*.html", "r6/x/a.html"));
    CHECK(matches_glob("r7/**", "r7/x/y/a.html"));
    CHECK_FALSE(matches_glob("r7/**", "r70/a.html"));
}
