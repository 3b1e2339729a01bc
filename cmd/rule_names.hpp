// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "goalsheet/message.hpp"

namespace goalsheet::cmd {

/// A code as rules have it: gs304 becomes GS304. Names and all else stay as given.
std::string rule_selector(std::string_view word);

/// That no rule has this code or name, and which one was most likely meant.
Message no_such_rule(std::string_view word);

}  // namespace goalsheet::cmd
