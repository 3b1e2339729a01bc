// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include "goalsheet/message.hpp"

namespace goalsheet::cmd {

/// What is wrong with the arguments, which word it is, what was most likely meant and where help is, in the place of
/// the parser's own words.
Message explain_usage_error(const CLI::App& app, const CLI::ParseError& error);

}  // namespace goalsheet::cmd
