// SPDX-License-Identifier: MIT
#include "text/encode_cp932.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>

#include "goalsheet/text.hpp"
#include "text/japanese_codes.hpp"

namespace goalsheet {
namespace {

#ifndef __EMSCRIPTEN__
class Cp932 {
public:
    Cp932() : converter_(iconv_open("CP932", "UTF-8")) { assert(valid()); }
    ~Cp932() {
        if (valid()) iconv_close(converter_);
    }
    Cp932(const Cp932&) = delete;
    Cp932& operator=(const Cp932&) = delete;

    std::optional<std::string> encode(char32_t character) {
        std::string in;
        append_utf8(in, character);
        std::array<char, 8> out{};
        char* from = in.data();
        char* to = out.data();
        std::size_t from_left = in.size();
        std::size_t to_left = out.size();
        const std::size_t done = iconv(converter_, &from, &from_left, &to, &to_left);
        iconv(converter_, nullptr, nullptr, nullptr, nullptr);
        if (done != 0 || from_left != 0) return std::nullopt;
        return std::string(out.data(), out.size() - to_left);
    }

private:
    // iconv_open says (iconv_t)-1 when it fails.
    bool valid() const { return reinterpret_cast<std::intptr_t>(converter_) != -1; }

    iconv_t converter_;
};
#else
class Cp932 {
public:
    std::optional<std::string> encode(char32_t character) { return encode_windows_31j(character); }
};
#endif

// JIS X 0221 and Microsoft map these places of JIS X 0208 to different characters of Unicode; CP932 knows the second.
char32_t microsoft_form(char32_t c) {
    switch (c) {
        case 0x301C:
            return 0xFF5E;
        case 0x2212:
            return 0xFF0D;
        case 0x2016:
            return 0x2225;
        case 0x2014:
            return 0x2015;
        case 0x00A2:
            return 0xFFE0;
        case 0x00A3:
            return 0xFFE1;
        case 0x00AC:
            return 0xFFE2;
        default:
            return c;
    }
}

void count_lost(std::vector<Unencodable>& lost, char32_t c) {
    const auto known = std::find_if(lost.begin(), lost.end(), [c](const Unencodable& u) { return u.character == c; });
    if (known == lost.end())
        lost.push_back({c, 1});
    else
        ++known->count;
}

void append_character(Encoded& out, Cp932& encoder, char32_t c) {
    if (const auto bytes = encoder.encode(microsoft_form(c))) {
        out.bytes += *bytes;
        return;
    }
    count_lost(out.lost, c);
    out.bytes += *encoder.encode(U'〔');
    out.bytes += fmt::format("U+{:04X}", static_cast<unsigned>(c));
    out.bytes += *encoder.encode(U'〕');
}

}  // namespace

Encoded encode_cp932(std::string_view utf8) {
    Encoded out;
    out.bytes.reserve(utf8.size());
    Cp932 encoder;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        if (point.value < 0x80)
            out.bytes += static_cast<char>(point.value);
        else
            append_character(out, encoder, point.value);
        at += point.length;
    }
    return out;
}

Message describe(const Unencodable& lost, std::string_view file) {
    std::string character;
    append_utf8(character, lost.character);
    const auto code = static_cast<unsigned>(lost.character);
    return {fmt::format("{}: 「{}」（U+{:04X}）はCP932にありません。{}か所を〔U+{:04X}〕と書きました。"
                        "そのまま残すには --csv-encoding utf-8-bom を使ってください。",
                        file, character, code, lost.count, code),
            fmt::format("{}: CP932 has no “{}” (U+{:04X}); {} of it written as 〔U+{:04X}〕. "
                        "Use --csv-encoding utf-8-bom to keep it.",
                        file, character, code, lost.count, code)};
}

}  // namespace goalsheet
