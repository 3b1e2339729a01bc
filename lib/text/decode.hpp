// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace goalsheet {

/// A byte that is no character in its encoding; U+FFFD stands for it in the text.
struct Undecodable {
    std::size_t input_offset;  ///< in the bytes as they came
    std::size_t text_offset;   ///< of the U+FFFD in the decoded text
};

/// At most so many undecodable bytes are listed one by one; `undecodable_count` counts them all.
inline constexpr std::size_t kMaxUndecodableListed = 100;

struct Decoded {
    std::string text;       ///< UTF-8 without a BOM
    std::string encoding;   ///< utf-8, windows-31j, euc-jp, iso-2022-jp, utf-16le, utf-16be, windows-1252
    std::string declared;   ///< the label the input gave itself, as written; empty: none
    bool mismatch = false;  ///< the label is not what the bytes are
    std::vector<Undecodable> undecodable;
    std::size_t undecodable_count = 0;
    std::string limit;  ///< the limit beyond which something was left out, as remarks name it (mhtml-parts 5000)
};

/// WHATWG Encoding §4.2 for the labels Japanese pages use; Shift_JIS means windows-31j there and here.
/// Empty for a label we do not decode.
std::string encoding_from_label(std::string_view label);

/// The charset a page declares in its first 1,024 bytes (HTML §13.2.3.2 prescan, and an XML declaration); as written,
/// or empty.
std::string prescan_charset(std::string_view bytes);

/// Bytes to UTF-8. A BOM counts most, then `forced` (one of the names above, or empty), then what the page declares,
/// unless the bytes are plainly something else; with no word at all strict UTF-8 is tried first, then the bytes are
/// judged.
Decoded decode(std::string_view bytes, std::string_view forced = {});

/// The encoding in which the bytes read most like Japanese, as --encoding takes it (utf-8, cp932, euc-jp, iso-2022-jp);
/// empty when none does.
std::string fitting_encoding(std::string_view bytes);

}  // namespace goalsheet
