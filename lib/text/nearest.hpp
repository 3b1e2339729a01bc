// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace goalsheet {

std::u32string code_points(std::string_view utf8);

/// Edits (insert, delete, replace, swap of neighbours) from one text to the other, in code points; `limit` + 1 where
/// there are more than `limit`.
std::size_t edit_distance(std::u32string_view from, std::u32string_view to, std::size_t limit);

/// The one of `words` that is most likely meant, for „did you mean“; empty when none is near enough: a third of the
/// letters may differ, or it is only begun; upper case and width do not count.
std::string nearest_word(std::string_view word, std::span<const std::string> words);

}  // namespace goalsheet
