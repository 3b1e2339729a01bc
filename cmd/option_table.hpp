// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/message.hpp"

namespace goalsheet::cmd {

/// Descriptions stand in the code in both languages: 「形式 / format」. One without a slash is the same in both.
Message both_languages(std::string_view description);

/// One option or argument of a command, as help, the manual page and completions show it.
struct OptionEntry {
    std::vector<std::string> names;    ///< -o, --output; of an argument its name: INPUT
    std::string value;                 ///< what it takes: FILE, N, midterm|final|auto; empty for a flag
    std::vector<std::string> choices;  ///< the words it takes, where they are listed
    Message description;
    bool argument = false;
    bool required = false;
    bool many = false;
};

/// The options of a command in the order of the code; --help is among them.
std::vector<OptionEntry> list_options(const CLI::App& command);

/// What stands beside a command's options in its help.
struct CommandNotes {
    std::string_view command;
    std::vector<std::string_view> examples;
    std::string_view exit_codes;  ///< in both languages; empty: the general ones
};
/// Those of a command; nothing for one that has none.
const CommandNotes* find_notes(std::string_view command);

/// All commands a user may call, by name.
std::vector<const CLI::App*> list_commands(const CLI::App& app);

}  // namespace goalsheet::cmd
