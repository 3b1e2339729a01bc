// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "cmd/help.hpp"
#include "cmd/option_table.hpp"

namespace goalsheet::cmd {
namespace {

// A line that begins with . or ' is a request to troff, a backslash an escape, a hyphen may be broken at.
std::string escape_troff(std::string_view text) {
    std::string out;
    if (text.starts_with('.') || text.starts_with('\'')) out = "\\&";
    for (const char c : text) {
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
    }
    return out;
}

std::string written_names(const OptionEntry& option) {
    std::string names;
    for (const std::string& name : option.names)
        names += (names.empty() ? "" : ", ") + ("\\fB" + escape_troff(name) + "\\fR");
    return option.value.empty() || option.argument ? names : names + " \\fI" + escape_troff(option.value) + "\\fR";
}

void add_options(std::string& out, const CLI::App& command, Lang lang) {
    for (const OptionEntry& option : list_options(command))
        out += fmt::format(".TP\n{}\n{}\n", written_names(option), escape_troff(option.description.in(lang)));
}

void add_command(std::string& out, const CLI::App& command, const std::string& before, Lang lang) {
    const std::string name = before + command.get_name();
    out += fmt::format(".SS {}\n{}\n", escape_troff(name),
                       escape_troff(both_languages(command.get_description()).in(lang)));
    add_options(out, command, lang);
    if (const CommandNotes* notes = find_notes(name))
        for (const std::string_view example : notes->examples)
            out += fmt::format(".PP\n.EX\n{}\n.EE\n", escape_troff(example));
    for (const CLI::App* inner : list_commands(command)) add_command(out, *inner, name + " ", lang);
}

}  // namespace

std::string write_man_page(const CLI::App& app, Lang lang) {
    const auto heading = [lang](const Message& message) { return ".SH " + message.in(lang) + "\n"; };
    std::string out = fmt::format(".TH GOALSHEET 1 \"\" \"goalsheet {}\"\n", GOALSHEET_VERSION);
    out += heading({"名前", "NAME"}) + "goalsheet \\- " +
           escape_troff(Message{"重点目標管理シートを読み、点検し、比べ、書き出す",
                                "read, check, compare and export goal sheets"}
                            .in(lang)) +
           "\n";
    out += heading({"書式", "SYNOPSIS"}) + "\\fBgoalsheet\\fR \\fICOMMAND\\fR [\\fIARGUMENTS\\fR] [\\fIOPTIONS\\fR]\n";
    out += heading({"共通のオプション", "OPTIONS OF EVERY COMMAND"});
    add_options(out, app, lang);
    out += heading({"コマンド", "COMMANDS"});
    for (const CLI::App* command : list_commands(app)) add_command(out, *command, "", lang);
    out += heading({"終了コード", "EXIT STATUS"});
    for (const auto& [code, words] : {std::pair{0, Message{"完了。指摘なし", "done, nothing to object to"}},
                                      {1, Message{"完了。指摘があるか、--fail-under を下回る指標がある",
                                                  "done, and there are findings, or indicators below --fail-under"}},
                                      {2, Message{"実行できないか、一部を処理できない", "not done, or not all of it"}}})
        out += fmt::format(".TP\n{}\n{}\n", code, escape_troff(words.in(lang)));
    return out;
}

}  // namespace goalsheet::cmd
