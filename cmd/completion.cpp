// SPDX-License-Identifier: MIT
#include "cmd/completion.hpp"

#include <fmt/format.h>

#include <memory>

#include "cmd/commands.hpp"
#include "cmd/option_table.hpp"

namespace goalsheet::cmd {
namespace {

std::string join_words(const std::vector<std::string>& words) {
    std::string joined;
    for (const std::string& word : words) joined += (joined.empty() ? "" : " ") + word;
    return joined;
}

std::vector<std::string> option_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const OptionEntry& option : list_options(command))
        if (!option.argument) names.insert(names.end(), option.names.begin(), option.names.end());
    return names;
}

std::string command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : list_commands(app)) names.push_back(command->get_name());
    return join_words(names);
}

// Quoted for a POSIX shell.
std::string quote(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::string bash_values(const CLI::App& command) {
    std::string out;
    for (const OptionEntry& option : list_options(command)) {
        if (option.argument || option.value.empty()) continue;
        std::string names;
        for (const std::string& name : option.names) names += (names.empty() ? "" : "|") + name;
        out += option.choices.empty()
                   ? fmt::format("        {}) COMPREPLY=($(compgen -f -- \"$word\")); return;;\n", names)
                   : fmt::format("        {}) COMPREPLY=($(compgen -W '{}' -- \"$word\")); return;;\n", names,
                                 join_words(option.choices));
    }
    return out;
}

std::string write_bash(const CLI::App& app) {
    const std::string shared = join_words(option_names(app));
    std::string out =
        "_goalsheet() {\n    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=\n";
    out +=
        "    local i; for ((i = 1; i < COMP_CWORD; i++)); do case ${COMP_WORDS[i]} in -*) ;; *) "
        "command=${COMP_WORDS[i]}; break;; esac; done\n";
    out += "    case $before in\n" + bash_values(app) + "    esac\n    case $command in\n";
    for (const CLI::App* command : list_commands(app)) {
        const std::string inner = command_names(*command);
        out += fmt::format("    {})\n        case $before in\n{}        esac\n", command->get_name(),
                           bash_values(*command));
        out += fmt::format(
            "        case $word in -*) COMPREPLY=($(compgen -W '{} {}' -- \"$word\"));; *) COMPREPLY=($(compgen -W "
            "'{}' -- \"$word\") $(compgen -f -- \"$word\"));; esac;;\n",
            join_words(option_names(*command)), shared, inner);
    }
    out += fmt::format(
        "    *) COMPREPLY=($(compgen -W '{} {}' -- \"$word\"));;\n    esac\n}}\ncomplete -o filenames -F _goalsheet "
        "goalsheet\n",
        command_names(app), shared);
    return out;
}

std::string zsh_option(const OptionEntry& option, Lang lang) {
    std::string description;
    for (const char c : option.description.in(lang))
        description += c == '[' || c == ']' || c == ':' ? std::string("\\") + c : std::string(1, c);
    const std::string value = option.value.empty()     ? std::string()
                              : option.choices.empty() ? fmt::format(":{}:_files", option.value)
                                                       : fmt::format(":value:({})", join_words(option.choices));
    std::string out;
    for (const std::string& name : option.names) out += " " + quote(fmt::format("{}[{}]{}", name, description, value));
    return out;
}

std::string zsh_options(const CLI::App& command, Lang lang) {
    std::string out;
    for (const OptionEntry& option : list_options(command))
        if (!option.argument) out += zsh_option(option, lang);
    return out;
}

std::string write_zsh(const CLI::App& app, Lang lang) {
    std::string out = "#compdef goalsheet\n_goalsheet() {\n    local -a commands=(";
    for (const CLI::App* command : list_commands(app))
        out += " " + quote(command->get_name() + ":" + both_languages(command->get_description()).in(lang));
    out += " )\n    if (( CURRENT == 2 )); then\n        _describe command commands\n        _arguments" +
           zsh_options(app, lang) + "\n        return\n    fi\n    case $words[2] in\n";
    for (const CLI::App* command : list_commands(app))
        out += fmt::format("    {}) _arguments{}{} '*:file:_files';;\n", command->get_name(),
                           zsh_options(*command, lang), zsh_options(app, lang));
    return out + "    esac\n}\n_goalsheet \"$@\"\n";
}

std::string fish_options(const CLI::App& command, const std::string& condition, Lang lang) {
    std::string out;
    for (const OptionEntry& option : list_options(command)) {
        if (option.argument) continue;
        out += "complete -c goalsheet" + condition;
        for (const std::string& name : option.names)
            out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        if (!option.choices.empty())
            out += " -x -a " + quote(join_words(option.choices));
        else if (!option.value.empty())
            out += " -r";
        out += " -d " + quote(option.description.in(lang)) + "\n";
    }
    return out;
}

std::string write_fish(const CLI::App& app, Lang lang) {
    std::string out = fish_options(app, "", lang);
    for (const CLI::App* command : list_commands(app)) {
        const std::string name = command->get_name();
        out += fmt::format("complete -c goalsheet -n __fish_use_subcommand -a {} -d {}\n", name,
                           quote(both_languages(command->get_description()).in(lang)));
        out += fish_options(*command, fmt::format(" -n '__fish_seen_subcommand_from {}'", name), lang);
    }
    return out;
}

}  // namespace

std::string write_completion(const CLI::App& app, std::string_view shell, Lang lang) {
    if (shell == "bash") return write_bash(app);
    return shell == "zsh" ? write_zsh(app, lang) : write_fish(app, lang);
}

void add_completion(CLI::App& app, Session& session) {
    CLI::App* command = app.add_subcommand(
        "completion", "シェルの補完を出力する / print what makes a shell complete commands and options");
    const auto shell = std::make_shared<std::string>();
    command->add_option("SHELL", *shell, "シェル / the shell")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
    command->callback([&app, &session, shell] {
        session.run = [&app, &session, shell] {
            return session.print(write_completion(app, *shell, session.lang())) ? kDone : kFailed;
        };
    });
}

}  // namespace goalsheet::cmd
