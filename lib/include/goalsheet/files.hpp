// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "goalsheet/result.hpp"

namespace goalsheet {

/// Bytes of one input at most: the largest real page seen has 60 KB; 64 MiB leaves a thousandfold.
inline constexpr std::size_t kMaxInputBytes = std::size_t{64} << 20U;

/// The whole file, or standard input for "-". A fault over kMaxInputBytes.
Result<std::string> read_file(const std::string& path);

struct Written {};
/// Writes to a temporary name in the same folder, syncs and renames: whoever looks sees the old file or the whole new
/// one.
Result<Written> write_file(const std::string& path, std::string_view bytes);

}  // namespace goalsheet
