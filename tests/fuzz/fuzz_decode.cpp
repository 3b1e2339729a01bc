// SPDX-License-Identifier: MIT
// Any bytes in every encoding: what comes out is UTF-8, and every byte that is no character is reported where it is.
#include <algorithm>

#include "fuzz_page.hpp"
#include "text/decode.hpp"

namespace {

void check(std::string_view bytes, std::string_view forced) {
    using goalsheet::fuzz::require;
    const goalsheet::Decoded decoded = goalsheet::decode(bytes, forced);
    goalsheet::fuzz::require_utf8(decoded.text);
    require(!decoded.encoding.empty(), "the encoding is named");
    require(decoded.undecodable.size() <= decoded.undecodable_count, "all are counted");
    require(decoded.undecodable.size() == std::min(decoded.undecodable_count, goalsheet::kMaxUndecodableListed),
            "those that fit are listed");
    for (const goalsheet::Undecodable& bad : decoded.undecodable) {
        require(bad.input_offset < bytes.size(), "the offset lies in the input");
        require(decoded.text.compare(bad.text_offset, 3, "\xEF\xBF\xBD") == 0, "U+FFFD stands there");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    goalsheet::prescan_charset(bytes);
    for (const char* encoding : {"", "utf-8", "windows-31j", "euc-jp", "iso-2022-jp", "utf-16le", "utf-16be"})
        check(bytes, encoding);
    return 0;
}
