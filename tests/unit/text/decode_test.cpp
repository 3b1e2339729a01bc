// SPDX-License-Identifier: MIT
#include "text/decode.hpp"

#include <doctest/doctest.h>

using namespace goalsheet;
using namespace std::string_view_literals;

TEST_CASE("bytes are decoded as they are declared, or as what they are") {
    struct Row {
        const char* what;
        std::string_view bytes;
        const char* text;
        const char* encoding;
        bool mismatch;
    };
    const Row rows[] = {
        {"UTF-8 without a word", "目標①～", "目標①～", "utf-8", false},
        {"UTF-8 with BOM", "\xEF\xBB\xBF目標"sv, "目標", "utf-8", false},
        {"UTF-16LE with BOM", "\xFF\xFE\xEE\x76\x19\x6A"sv, "目標", "utf-16le", false},
        {"UTF-16BE with BOM", "\xFE\xFF\x76\xEE\x6A\x19"sv, "目標", "utf-16be", false},
        {"Shift_JIS means windows-31j", "<meta charset=shift_jis>\x87\x40\x81\x60"sv, "<meta charset=shift_jis>①～",
         "windows-31j", true},
        {"windows-31j is what it says", "<meta charset=windows-31j>\x87\x40"sv, "<meta charset=windows-31j>①",
         "windows-31j", false},
        {"plain Shift_JIS has no bytes of windows-31j", "<meta charset=Shift_JIS>\x96\xDA"sv,
         "<meta charset=Shift_JIS>目", "windows-31j", false},
        {"EUC-JP with NEC bytes", "<meta charset=euc-jp>\xAD\xA1\xCC\xDC"sv, "<meta charset=euc-jp>①目", "euc-jp",
         false},
        {"http-equiv", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=EUC-JP\">\xCC\xDC"sv,
         "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=EUC-JP\">目", "euc-jp", false},
        {"a comment declares nothing", "<!-- <meta charset=euc-jp> -->目", "<!-- <meta charset=euc-jp> -->目", "utf-8",
         false},
        {"XML declaration", "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>\x96\xDA"sv,
         "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>目", "windows-31j", false},
        {"declared Shift_JIS, saved as UTF-8", "<meta charset=Shift_JIS>重点目標管理シート",
         "<meta charset=Shift_JIS>重点目標管理シート", "utf-8", true},
        {"declared UTF-8, saved as CP932", "<meta charset=utf-8>\x8F\x64\x93\x5F\x96\xDA\x95\x57"sv,
         "<meta charset=utf-8>重点目標", "windows-31j", true},
        {"ISO-2022-JP", "\x1B$BL\\\x1B(B"sv, "目", "iso-2022-jp", false},
        {"a meta that can be read is no UTF-16", "<meta charset=utf-16>目", "<meta charset=utf-16>目", "utf-8", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const Decoded decoded = decode(row.bytes);
        CHECK(decoded.text == row.text);
        CHECK(decoded.encoding == row.encoding);
        CHECK(decoded.mismatch == row.mismatch);
        CHECK(decoded.undecodable_count == 0);
    }
}

TEST_CASE("undecodable bytes leave a mark and their offset") {
    struct Row {
        const char* what;
        std::string_view bytes;
        const char* forced;
        const char* text;
        std::size_t offset;
    };
    const Row rows[] = {
        {"a lone continuation byte",
         "ab\x80"
         "c"sv,
         "utf-8", "ab\uFFFDc", 2},
        {"an overlong slash",
         "a\xC0"
         "b"sv,
         "utf-8", "a\uFFFDb", 1},
        {"a cut character at the end of CP932", "a\x96"sv, "windows-31j", "a\uFFFD", 1},
        {"a byte CP932 does not have",
         "a\xFF"
         "b"sv,
         "windows-31j", "a\uFFFDb", 1},
        {"behind a BOM the offset counts the BOM",
         "\xEF\xBB\xBF"
         "a\x80"sv,
         "", "a\uFFFD", 4},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const Decoded decoded = decode(row.bytes, row.forced);
        CHECK(decoded.text == row.text);
        REQUIRE(decoded.undecodable.size() == 1);
        CHECK(decoded.undecodable[0].input_offset == row.offset);
        CHECK(decoded.text.substr(decoded.undecodable[0].text_offset, 3) == "\uFFFD");
    }
}

TEST_CASE("rows 89 to 92 of EUC-JP are read as browsers read them") {
    CHECK(decode("\xBB\xB3\xF9\xF5", "euc-jp").text == "山﨑");
    CHECK(decode("\xF9\xA1\xFC\xF1", "euc-jp").text == "纊ⅰ");
    CHECK(decode("\xFC\xFE", "euc-jp").text == "＂");
}

TEST_CASE("what the bytes are is told from how they read") {
    const std::string euc = "\xB4\xC4\xB6\xAD\xA4\xCE\xCC\xDC\xC9\xB8";    // 環境の目標
    const std::string cp932 = "\x8A\xC2\x8B\xAB\x82\xCC\x96\xDA\x95\x57";  // likewise
    const std::string jis = "\x1B$B4D6-$NL\\I8\x1B(B";
    CHECK(decode(euc).text == "環境の目標");
    CHECK(decode(cp932).text == "環境の目標");
    CHECK(decode("<meta charset=utf-8>" + jis).text == "<meta charset=utf-8>環境の目標");
    CHECK(decode("<meta charset=utf-8>" + jis).mismatch);
    CHECK(fitting_encoding(euc) == "euc-jp");
    CHECK(fitting_encoding(cp932) == "cp932");
    CHECK(fitting_encoding(jis) == "iso-2022-jp");
    CHECK(fitting_encoding("環境の目標") == "utf-8");
    CHECK(fitting_encoding("plain") == "");
}

TEST_CASE("many undecodable bytes are counted and the first listed") {
    const std::string bytes(1000, '\x80');
    const Decoded decoded = decode(bytes, "utf-8");
    CHECK(decoded.undecodable_count == 1000);
    CHECK(decoded.undecodable.size() == kMaxUndecodableListed);
}
