// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>

#include "goalsheet/message.hpp"

namespace goalsheet::cmd {

/// The shell's own script that completes commands, options and their values. `shell` is bash, zsh or fish.
std::string write_completion(const CLI::App& app, std::string_view shell, Lang lang);

}  // namespace goalsheet::cmd
