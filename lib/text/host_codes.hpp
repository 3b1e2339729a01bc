// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

/// Two-byte codes (in euc-jp also three-byte ones, 0x8F in front), `size` bytes in all, to one UTF-16 unit each; U+FFFD
/// for a code without a character. `label` is shift_jis or euc-jp (WHATWG Encoding §4.2). In WebAssembly the host's
/// TextDecoder does it (cmd/wasm/host.js), elsewhere iconv.
extern "C" void goalsheet_decode_codes(const char* label, const char* codes, std::size_t size, char16_t* units);
