// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace goalsheet {

/// True for euc-jp and iso-2022-jp, and for windows-31j where the C library's iconv does not know it as Windows has it
/// (WebAssembly). The tables hold what browsers read (WHATWG Encoding §6).
bool is_read_from_tables(std::string_view encoding);

/// What stands at the front of some bytes.
struct JapaneseCode {
    enum class Kind {
        character,
        shift,  ///< an escape sequence: no character
        bad,    ///< no character; what is behind its bytes may be one
        cut,    ///< the bytes end within a character
    };
    Kind kind = Kind::bad;
    char32_t character = 0;
    std::size_t length = 1;  ///< in bytes
};

/// Reads one code after another. A pair without a character is bad as one, as browsers take it.
class JapaneseReader {
public:
    explicit JapaneseReader(std::string_view encoding);

    /// The code at the front of what is left; not for empty bytes.
    JapaneseCode read(std::string_view bytes);

private:
    JapaneseCode read_jis(std::string_view bytes);
    JapaneseCode read_escape(std::string_view bytes);

    enum class Encoding { windows_31j, euc_jp, iso_2022_jp };
    enum class Charset { ascii, roman, kana, jis_x_0208 };
    Encoding encoding_;
    Charset charset_ = Charset::ascii;  ///< of ISO-2022-JP, as the last escape sequence set it
};

/// The bytes of windows-31j that have no character at the front of some: a pair, or one.
std::size_t bad_length_in_windows_31j(std::string_view bytes);

/// The bytes of a character in windows-31j, from the table its reader uses; none where it has no place there.
std::optional<std::string> encode_windows_31j(char32_t character);

}  // namespace goalsheet
