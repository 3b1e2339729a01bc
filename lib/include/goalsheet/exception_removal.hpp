// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/finding.hpp"

namespace goalsheet {

/// What takes the entry of a list that begins at an offset (its brace) out of a JSON text, with the comma that parts it
/// from its neighbour. Nothing where no whole entry stands there.
std::optional<Edit> removal_of_entry(std::string_view json, std::size_t offset);

/// The text without several such entries of one list: what is left is JSON again.
std::string remove_entries(std::string json, std::vector<Edit> removals);

}  // namespace goalsheet
