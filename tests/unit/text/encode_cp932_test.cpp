// SPDX-License-Identifier: MIT
#include "text/encode_cp932.hpp"

#include <doctest/doctest.h>

#include "goalsheet/read.hpp"
#include "text/decode.hpp"

using namespace goalsheet;

TEST_CASE("CP932 has Microsoft's forms of signs that Unicode has two of") {
    const std::pair<const char*, const char*> rows[] = {
        {"〜", "～"}, {"−", "－"}, {"‖", "∥"}, {"—", "―"}, {"¢", "￠"}, {"£", "￡"}, {"¬", "￢"},
    };
    for (const auto& [from, to] : rows) {
        CAPTURE(from);
        const Encoded out = encode_cp932(from);
        CHECK(out.lost.empty());
        CHECK(out.bytes == encode_cp932(to).bytes);
        CHECK(decode(out.bytes, "windows-31j").text == to);
    }
}

TEST_CASE("what CP932 has not is written as its number, and counted") {
    const Encoded out = encode_cp932("𠮷野と𠮷田、café");
    CHECK(decode(out.bytes, "windows-31j").text == "〔U+20BB7〕野と〔U+20BB7〕田、caf〔U+00E9〕");
    REQUIRE(out.lost.size() == 2);
    CHECK(
        describe(out.lost[0], "a.csv").en ==
        "a.csv: CP932 has no “𠮷” (U+20BB7); 2 of it written as 〔U+20BB7〕. Use --csv-encoding utf-8-bom to keep it.");
    CHECK(out.lost[1].count == 1);
}
