// SPDX-License-Identifier: MIT
#include "text/japanese_codes.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <string>
#include <tuple>

#include "goalsheet/text.hpp"
#include "text/decode.hpp"
#include "text/encode_cp932.hpp"

using namespace goalsheet;

namespace {

// As decode() reports it: the text, then the offsets of bad bytes.
std::string read_with_tables(std::string_view bytes, std::string_view encoding) {
    std::string text, offsets;
    JapaneseReader reader(encoding);
    for (std::size_t at = 0; at < bytes.size();) {
        const JapaneseCode code = reader.read(bytes.substr(at));
        if (code.kind == JapaneseCode::Kind::character) append_utf8(text, code.character);
        if (code.kind == JapaneseCode::Kind::bad || code.kind == JapaneseCode::Kind::cut) {
            text += "\xEF\xBF\xBD";
            offsets += fmt::format(" {}", at);
        }
        if (code.kind == JapaneseCode::Kind::cut) break;
        at += code.length;
    }
    return text + offsets;
}

std::string read_as_decoded(std::string_view bytes, std::string_view encoding) {
    const Decoded decoded = decode(bytes, encoding);
    std::string result = decoded.text;
    for (const Undecodable& bad : decoded.undecodable) result += fmt::format(" {}", bad.input_offset);
    return result;
}

char byte_of(unsigned value) { return static_cast<char>(static_cast<unsigned char>(value)); }

// One code at the end, before ASCII and before another code.
void check_code(unsigned lead, unsigned trail, std::string_view encoding) {
    if (lead >= 0xFE && trail >= 0xFE && lead != trail) return;  // a byte order mark counts more than the encoding
    const std::string code{byte_of(lead), byte_of(trail)};
    for (const std::string& bytes : {code, code + "A", "A" + code + "\xB1\xB1"}) {
        const std::string by_table = read_with_tables(bytes, encoding);
        const std::string decoded = read_as_decoded(bytes, encoding);
        if (by_table == decoded) continue;
        CAPTURE(lead);
        CAPTURE(trail);
        CHECK(by_table == decoded);
    }
}

std::string random_bytes(std::mt19937& random, std::size_t size) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) bytes += byte_of(random() % 256);
    return bytes;
}

}  // namespace

TEST_CASE("codes read from tables are the ones iconv reads, and bad bytes are the same") {
    for (unsigned lead = 0; lead < 256; ++lead)
        for (unsigned trail = 0; trail < 256; ++trail) check_code(lead, trail, "windows-31j");
    CHECK(read_with_tables("\x82\xA0", "windows-31j") == "あ");
}

TEST_CASE("bytes at random are read alike from tables and by iconv") {
    std::mt19937 random(932);
    for (int i = 0; i < 3000; ++i) {
        const std::string bytes = random_bytes(random, 12);
        CAPTURE(i);
        CHECK(read_with_tables(bytes, "windows-31j") == read_as_decoded(bytes, "windows-31j"));
    }
}

TEST_CASE("EUC-JP and ISO-2022-JP are read as browsers read them") {
    const std::tuple<const char*, std::string, const char*> rows[] = {
        {"euc-jp", "\xA4\xA2\x8E\xB1 a", "あｱ a"},
        {"euc-jp", "\xAD\xA1\xF9\xF5\xA1\xC1", "①﨑～"},  // NEC's row 13, IBM's characters, Microsoft's wave
        {"euc-jp", "\x8F\xB0\xA1\x8F\xA2\xC3", "丂¦"},
        {"euc-jp", "\xF5\xA1", "� 0"},  // rows for users are nobody's: one for the pair, as in browsers
        {"euc-jp", "\xF5\xA1\xB1\xA1", "�院 0"},
        {"euc-jp", "\xA4", "� 0"},
        {"euc-jp",
         "\xA4"
         "a",
         "�a 0"},
        {"euc-jp", "\x8F\xB0", "� 0"},
        {"iso-2022-jp", "\x1B$B%F%9%H\x1B(B test", "テスト test"},
        {"iso-2022-jp", "\x1B$B-!y!!A\x1B(B", "①纊～"},
        {"iso-2022-jp", "a\x1B$@$\"\x1B(Jb\\~\x1B(Bc", "aあb¥‾c"},
        {"iso-2022-jp", "\x1B(I123\x1B(B", "ｱｲｳ"},
        {"iso-2022-jp", "\x1B$B$\"\n$\"\x1B(B", "あ\nあ"},
        {"iso-2022-jp", "\x1B$B$\"$", "あ� 5"},
        {"iso-2022-jp", "x\x1B", "x� 1"},
        {"iso-2022-jp", "x\x1Byz", "x�yz 1"},
    };
    for (const auto& [encoding, bytes, expected] : rows) {
        CAPTURE(expected);
        CHECK(read_as_decoded(bytes, encoding) == std::string(expected));
    }
}

// The encoder brings what Unicode has twice to Microsoft's form before it asks for bytes.
TEST_CASE("characters get the bytes iconv gives them") {
    const std::u32string_view twice = U"¢£¬—‖−〜";
    for (char32_t c = 0x80; c < 0x10000; ++c) {
        if ((c >= 0xD800 && c < 0xE000) || twice.find(c) != std::u32string_view::npos) continue;
        std::string utf8;
        append_utf8(utf8, c);
        const Encoded by_iconv = encode_cp932(utf8);
        const std::string expected = by_iconv.lost.empty() ? by_iconv.bytes : "none";
        if (encode_windows_31j(c).value_or("none") == expected) continue;
        CAPTURE(static_cast<unsigned>(c));
        CHECK(encode_windows_31j(c).value_or("none") == expected);
    }
    CHECK(encode_windows_31j(U'髙') == "\xFB\xFC");
}
