// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>

#include "goalsheet/message.hpp"

namespace goalsheet::cmd {

/// What `goalsheet help COMMAND` prints: usage, arguments, options (the shared ones too), examples, exit codes. For the
/// program itself the commands and topics. `columns`: of the terminal, at least 40.
std::string write_help(const CLI::App& app, const CLI::App& command, Lang lang, std::size_t columns);

/// The width help is written for: the terminal's, or 80.
std::size_t help_columns();

/// `goalsheet help limits`: what cuts or refuses an input.
std::string write_limits(Lang lang, std::size_t columns);

/// goalsheet(1) for man, in troff, from the same tables.
std::string write_man_page(const CLI::App& app, Lang lang);

}  // namespace goalsheet::cmd
