// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cmd/commands.hpp"
#include "goalsheet/write_quantities.hpp"

namespace goalsheet::cmd {
namespace {

// One line of output a line of input, empty ones too: whoever pipes texts through can pair them again.
bool print_lines(const Session& session, std::istream& in) {
    std::string line;
    while (std::getline(in, line)) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (!session.print(write_quantity_line(line))) return false;
    }
    return true;
}

ExitCode run(const Session& session, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        if (text == "-") session.say_input_is_awaited();
        const bool printed = text == "-" ? print_lines(session, std::cin) : session.print(write_quantity_line(text));
        if (!printed) return kFailed;
    }
    return kDone;
}

}  // namespace

void add_quantities(CLI::App& app, Session& session) {
    CLI::App* command =
        app.add_subcommand("quantities", "文の中の数量を読む / the numbers read in a text, as JSON Lines");
    const auto texts = std::make_shared<std::vector<std::string>>();
    command->add_option("TEXT", *texts, "文。- は標準入力の各行 / texts; - reads the lines of standard input")
        ->required();
    command->callback([&session, texts] { session.run = [&session, texts] { return run(session, *texts); }; });
}

}  // namespace goalsheet::cmd
