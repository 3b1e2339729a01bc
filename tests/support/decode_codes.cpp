// SPDX-License-Identifier: MIT
// usage: decode_codes
// What every two-byte code of the Japanese encodings is read as, a line each: the code in hex, the characters, and the
// offsets of bad bytes. Two builds with different decoders are held against each other with it.
#include <array>
#include <cstdio>
#include <string>

#include "text/decode.hpp"

namespace {

using goalsheet::decode;
using goalsheet::Decoded;

struct Kind {
    const char* encoding;
    const char* before;
    const char* after;
};

constexpr std::array<Kind, 4> kKinds = {{
    {"windows-31j", "", ""},
    {"euc-jp", "", ""},
    {"euc-jp", "\x8F", ""},
    {"iso-2022-jp", "\x1B$B", "\x1B(B"},
}};

char to_char(unsigned byte) { return static_cast<char>(static_cast<unsigned char>(byte)); }

void print(const Kind& kind, unsigned lead, unsigned trail) {
    const std::string code = kind.before + std::string{to_char(lead), to_char(trail)} + kind.after + "A";
    const Decoded decoded = decode(code, kind.encoding);
    std::printf("%s %s%02X%02X", kind.encoding, *kind.before == '\x8F' ? "8F" : "", lead, trail);
    for (const char c : decoded.text) std::printf(" %02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
    for (const auto& bad : decoded.undecodable) std::printf(" bad@%zu", bad.input_offset);
    std::printf("\n");
}

}  // namespace

int main() {
    for (const Kind& kind : kKinds)
        for (unsigned lead = 0x01; lead <= 0xFF; ++lead)
            for (unsigned trail = 0x01; trail <= 0xFF; ++trail)
                if (lead != 0x1B && trail != 0x1B) print(kind, lead, trail);
}
