// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace goalsheet {

/// A font whose letters are pictures (Wingdings, Wingdings 2, Webdings, Symbol), whatever stands before or behind its
/// name's quotes.
bool is_symbol_font(std::string_view font);

/// What a text shows in such a font, as characters that every font has: l in Wingdings is ●. Letters may be written as
/// they are or in U+F020–U+F0FF. Characters the font has no picture for, or that nothing stands for, stay.
std::string symbols_as_text(std::string_view font, std::string_view text);

}  // namespace goalsheet
