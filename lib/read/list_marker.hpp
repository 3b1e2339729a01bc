// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace goalsheet {

/// What a browser would put in front of an entry of an ordered list: "3. ", "c. ", "iii. " by the list's type (1, a, A,
/// i, I). Numbers that the type has no letters for come in digits.
std::string ordered_marker(std::string_view type, int number);

/// The text brings its own marker: a bullet (・○※), a circled number, or a number as lists have it (1. 1) (1) （ア）
/// [2] 1　相談). A figure or a bracketed word (65歳以上, 1.5倍, （仮称）) is no marker.
bool begins_with_list_marker(std::string_view text);

}  // namespace goalsheet
