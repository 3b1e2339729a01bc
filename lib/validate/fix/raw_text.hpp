// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goalsheet {

/// The bytes of a file beside what they were decoded to: where an offset of the text lies in the bytes.
class RawText {
public:
    /// Nothing where the two do not go together byte by byte: an encoding with states, or bytes that are no characters.
    static std::optional<RawText> pair(std::string_view bytes, std::string_view text, std::string_view encoding);

    /// Of an offset in the text that is a character's first byte, or the end; nothing for any other.
    std::optional<std::size_t> raw_offset(std::size_t offset) const;
    /// A text in the file's encoding; nothing where the encoding lacks a character.
    std::optional<std::string> encode(std::string_view text) const;

private:
    struct Line {
        std::size_t text;  ///< offset of its first byte
        std::size_t raw;
    };
    RawText(std::string_view bytes, std::string_view encoding) : bytes_(bytes), encoding_(encoding) {}
    bool map_lines(std::size_t text_size);
    std::size_t unit_length(std::size_t raw) const;

    std::string_view bytes_;
    std::string encoding_;
    std::vector<Line> lines_;  ///< for UTF-8 one, since its offsets differ only by the BOM
    std::size_t text_size_ = 0;
};

}  // namespace goalsheet
