// SPDX-License-Identifier: MIT
#include "cmd/commands.hpp"

namespace goalsheet::cmd {

void add_export(CLI::App& app, Session& session) {
    CLI::App* command = app.add_subcommand("export", "シートを読み、書き出す / read sheets and write them");
    command->callback([&session] { session.run = [] { return kDone; }; });
}

}  // namespace goalsheet::cmd
