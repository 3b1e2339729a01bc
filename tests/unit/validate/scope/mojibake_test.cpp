// SPDX-License-Identifier: MIT
#include "validate/scope/mojibake.hpp"

#include <doctest/doctest.h>

using goalsheet::rules::find_mojibake;

TEST_CASE("text read in the wrong encoding is found, and said what it was where that is certain") {
    const auto one = find_mojibake("蜑ｵ讌ｭ支援");
    REQUIRE(one);
    const auto two = find_mojibake("蜑ｵ讌ｭ の支援");
    REQUIRE(two);
    CHECK(two->meant == "創業");
    CHECK(find_mojibake("è‡ªæ²»ä¼šã¨"));
    CHECK(find_mojibake("‚±‚Ì“s‚Å"));
    CHECK(find_mojibake("､ｳ､ﾎ･ﾆ"));
    CHECK(find_mojibake("=E3=81=82"));
}

TEST_CASE("half-width kana, old characters and foreign words are no garble") {
    for (const char* text :
         {"ｺﾐｭﾆﾃｨｾﾝﾀｰ", "市立ﾌﾟｰﾙの改修", "髙﨑市", "Café で開催", "±0.5℃", "“引用”と…", "100％", "繭の繧繝彩色"}) {
        CAPTURE(text);
        CHECK_FALSE(find_mojibake(text).has_value());
    }
}
