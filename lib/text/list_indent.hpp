// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace goalsheet {

/// An em space, which nobody types, in front of a line for each list that its entry lies in below an entry with words
/// of its own.
inline constexpr std::string_view kListIndent = "\xE2\x80\x83";
inline constexpr char32_t kListIndentCharacter = 0x2003;

}  // namespace goalsheet
