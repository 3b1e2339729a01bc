// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace goalsheet {

/// What the rules about characters look for. Everything else is plain.
enum class CharacterClass : std::uint8_t {
    plain,
    unsafe,  ///< not in JIS X 0208 nor among ①–⑳ and ～
    halfwidth_kana,
    fullwidth_digit,
    ascii_digit,
    wave_dash,        ///< U+301C
    fullwidth_tilde,  ///< U+FF5E
    fullwidth_colon,
    ascii_colon,
    fullwidth_paren,
    ascii_paren,
    invisible,
    combining_voice,  ///< U+3099, U+309A: what is left of NFD
    replacement,      ///< U+FFFD, 〓
    tag_start,        ///< <
};

/// One character that some rule may want to speak of.
struct CharacterHit {
    std::size_t text;    ///< index of the text it stands in
    std::size_t offset;  ///< byte offset in it
    char32_t value;
    CharacterClass kind;
};

/// The characters of a sheet, looked at once for all rules.
class CharacterSurvey {
public:
    void add(std::size_t text_index, std::string_view text);

    const std::vector<CharacterHit>& of(CharacterClass kind) const { return hits_[static_cast<std::size_t>(kind)]; }

private:
    static constexpr std::size_t kClasses = 15;
    std::vector<CharacterHit> hits_[kClasses];
};

}  // namespace goalsheet
