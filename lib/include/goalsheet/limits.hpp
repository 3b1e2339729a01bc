// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "goalsheet/message.hpp"

namespace goalsheet {

/// A bound on what is read, so that no input fills the machine. What it cuts or refuses is said by this name.
struct Limit {
    std::string_view name;
    std::uint64_t value;
    Message what;
};

/// Every limit there is.
std::span<const Limit> all_limits();

}  // namespace goalsheet
