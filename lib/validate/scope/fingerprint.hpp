// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace goalsheet {

/// SHA-256 of the parts, each ended by a zero byte, in lower-case hex.
std::string hash_parts(std::initializer_list<std::string_view> parts);

}  // namespace goalsheet
