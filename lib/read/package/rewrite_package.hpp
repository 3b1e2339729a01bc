// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace goalsheet {

/// A package with other bytes for some of its parts, by their exact names in the zip. Every other part is copied as it
/// is packed, in the same order. Nothing when the zip cannot be read to its end.
std::optional<std::string> rewrite_package(std::string_view bytes, const std::map<std::string, std::string>& parts);

}  // namespace goalsheet
