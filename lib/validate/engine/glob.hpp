// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace goalsheet {

/// Whether a path (with /) fits a pattern: ? one character, * any within a folder, ** across folders.
/// A pattern without / is held against the file name alone.
bool matches_glob(std::string_view pattern, std::string_view path);

}  // namespace goalsheet
