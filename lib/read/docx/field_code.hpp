// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace goalsheet {

/// What a field shows that has no saved result.
struct DocxFieldText {
    std::string base;
    std::string ruby;  ///< above it, in small letters
};

/// EQ fields put characters over each other (\o): furigana of old documents (\s\up 9(よみ)), characters in a circle
/// (○ and 1 is ①); SYMBOL fields name a character of a font. Nothing of any other field.
DocxFieldText show_docx_field(std::string_view code);

}  // namespace goalsheet
