// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include "cmd/session.hpp"

namespace goalsheet::cmd {

// Each adds its subcommand with its options to `app`; when the user chooses it, it sets session.run.
// This list and the table in main.cpp are all that knows every command.
void add_compare(CLI::App& app, Session& session);
void add_completion(CLI::App& app, Session& session);
void add_diff(CLI::App& app, Session& session);
void add_export(CLI::App& app, Session& session);
void add_form(CLI::App& app, Session& session);
void add_help(CLI::App& app, Session& session);
void add_quantities(CLI::App& app, Session& session);
void add_rules(CLI::App& app, Session& session);
void add_summary(CLI::App& app, Session& session);
void add_template(CLI::App& app, Session& session);
void add_validate(CLI::App& app, Session& session);

}  // namespace goalsheet::cmd
