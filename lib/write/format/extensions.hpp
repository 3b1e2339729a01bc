// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goalsheet {

/// Whether a file of this format may have a name that ends so (small letters, without the dot). Endings that nobody
/// knows say nothing, so every format may have them.
bool may_end_in(std::string_view format, std::string_view extension);

/// Which of these formats the ending says, or nothing.
std::string format_said_by(std::string_view extension, std::span<const std::string> formats);

/// The endings that say one of these formats, each format once.
std::vector<std::string_view> extensions_of(std::span<const std::string> formats);

}  // namespace goalsheet
