// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "goalsheet/result.hpp"

namespace goalsheet::cmd {

/// The bytes of an input. Where there is nothing under its name, the fault says why and what to do: an address on the
/// web, an empty name, a pattern that nothing matches, a folder that is not there, a name that is nearly right.
Result<std::string> read_input(const std::string& path);

}  // namespace goalsheet::cmd
