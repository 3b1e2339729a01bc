// SPDX-License-Identifier: MIT
#include "text/host_codes.hpp"

#ifndef __EMSCRIPTEN__

#include <iconv.h>

#include <memory>
#include <string_view>

namespace {

constexpr char16_t kNone = 0xFFFD;

class Converter {
public:
    explicit Converter(const char* from) : converter_(iconv_open("UTF-16LE", from)) {}
    ~Converter() { iconv_close(converter_); }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    char16_t decode(std::string_view code) const {
        char16_t unit = 0;
        auto* in = const_cast<char*>(code.data());
        auto* out = reinterpret_cast<char*>(&unit);
        std::size_t left = code.size(), room = sizeof unit;
        const std::size_t done = iconv(converter_, &in, &left, &out, &room);
        iconv(converter_, nullptr, nullptr, nullptr, nullptr);
        return done == 0 && left == 0 && room == 0 ? unit : kNone;
    }

private:
    iconv_t converter_;
};

char to_char(unsigned byte) { return static_cast<char>(static_cast<unsigned char>(byte)); }

// Two bytes of EUC name a row and a cell of JIS X 0208; with NEC's and IBM's rows, as browsers have them, CP932 knows
// them by other bytes (JIS X 0208 annex 1).
char16_t decode_row(const Converter& cp932, unsigned char first, unsigned char second) {
    const unsigned row = first - 0xA1U, cell = second - 0xA1U;
    const unsigned lead = row / 2 + (row < 62 ? 0x81 : 0xC1);
    const unsigned trail = row % 2 ? cell + 0x9F : cell + (cell < 63 ? 0x40 : 0x41);
    const char code[] = {to_char(lead), to_char(trail)};
    return cp932.decode({code, 2});
}

// EUC-JP-MS has rows for users behind JIS X 0212, and a full-width broken bar.
char16_t decode_supplement(const Converter& euc, std::string_view code) {
    const char16_t unit = euc.decode(code);
    if (unit >= 0xE000 && unit <= 0xF8FF) return kNone;
    return unit == 0xFFE4 && code[1] == '\xA2' ? char16_t{0xA6} : unit;
}

}  // namespace

extern "C" void goalsheet_decode_codes(const char* label, const char* codes, std::size_t size, char16_t* units) {
    const bool is_euc = std::string_view(label) == "euc-jp";
    const Converter cp932("CP932"), euc("EUC-JP-MS");
    for (std::size_t at = 0; at < size; ++units) {
        const std::size_t length = is_euc && codes[at] == '\x8F' ? 3 : 2;
        const std::string_view code(codes + at, length);
        if (length == 3)
            *units = decode_supplement(euc, code);
        else
            *units = is_euc
                         ? decode_row(cp932, static_cast<unsigned char>(code[0]), static_cast<unsigned char>(code[1]))
                         : cp932.decode(code);
        at += length;
    }
}

#endif
