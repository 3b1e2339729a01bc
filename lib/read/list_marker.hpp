// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace goalsheet {

/// What a browser puts in front of a list's entry by its list-style-type (CSS Counter Styles 3 §6): "3. " for decimal,
/// "c. " for lower-alpha, "ウ、" for katakana, the words of a text in quotes. Bullets are "・", and so is what has no
/// marker or one that is not known: an entry stays one. Numbers that the style has no letters for come in digits.
std::string list_marker(std::string_view style, int number);

/// The list-style-type that a type attribute (1, a, A, i, I, disc, circle, square) stands for.
std::optional<std::string> list_style_of_type(std::string_view type);

/// The text brings its own marker: a bullet (・○※), a circled number, or a number as lists have it (1. 1) (1) （ア）
/// [2] 1　相談). A figure or a bracketed word (65歳以上, 1.5倍, （仮称）) is no marker.
bool begins_with_list_marker(std::string_view text);

}  // namespace goalsheet
