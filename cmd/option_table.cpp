// SPDX-License-Identifier: MIT
#include "cmd/option_table.hpp"

#include <algorithm>

namespace goalsheet::cmd {
namespace {

constexpr std::string_view kCodesOfFindings =
    "0 問題なし・1 指摘あり・2 実行できないか、一部を処理できない / 0 nothing to object to, 1 findings, 2 not done or "
    "not "
    "all of it";
constexpr std::string_view kBelow =
    "0 完了・1 --fail-under を下回る指標がある・2 実行できないか、一部を処理できない / 0 done, 1 an indicator is below "
    "--fail-under, 2 not done or not all of it";
constexpr std::string_view kDiffers =
    "0 違いなし・1 違いがある・2 実行できないか、一部を処理できない / 0 no difference, 1 they differ, 2 not done or "
    "not "
    "all of it";

const std::vector<CommandNotes>& all_notes() {
    static const std::vector<CommandNotes> notes = {
        {"export", {"goalsheet export sheet.html -o sheet.xlsx", "goalsheet export sheets/ --to md -o out/"}, {}},
        {"validate",
         {"goalsheet validate sheets/", "goalsheet validate sheet.html --stage final --output junit=report.xml"},
         kCodesOfFindings},
        {"diff",
         {"goalsheet diff sheet.html", "goalsheet diff sheets/ --against final --format csv -o year.csv"},
         kBelow},
        {"compare", {"goalsheet compare old.html new.html", "goalsheet compare r6/ r7/ -o changes.xlsx"}, kDiffers},
        {"summary", {"goalsheet summary sheets/ -o year.xlsx", "goalsheet summary sheets/ --to json"}, {}},
        {"template", {"goalsheet template -o form.xlsx --year 2026", "goalsheet template r7/ -o r8-forms/"}, {}},
        {"form",
         {"goalsheet form learn page.html -o city.json", "goalsheet form check city.json page.html"},
         "0 完了・1 様式に合わないページがある・2 実行できない / 0 done, 1 a page does not fit the form, 2 not done"},
        {"rules", {"goalsheet rules", "goalsheet rules GS304"}, {}},
        {"quantities", {"goalsheet quantities 相談会300人", "goalsheet quantities - < texts.txt"}, {}},
        {"completion", {"source <(goalsheet completion bash)", "goalsheet completion fish > goalsheet.fish"}, {}},
        {"help", {"goalsheet help validate", "goalsheet help limits"}, {}},
    };
    return notes;
}

// TEXT:{a,b} of the library to the words.
std::vector<std::string> choices_in(const std::string& type) {
    std::vector<std::string> words;
    const std::size_t open = type.find('{');
    const std::size_t close = type.find('}', open);
    if (open == std::string::npos || close == std::string::npos) return words;
    for (std::size_t at = open + 1; at < close;) {
        const std::size_t end = std::min(type.find(',', at), close);
        words.push_back(type.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string join_choices(const std::vector<std::string>& choices) {
    std::string joined;
    for (const std::string& choice : choices) joined += (joined.empty() ? "" : "|") + choice;
    return joined;
}

std::string value_name(const CLI::Option& option) {
    const std::string type = option.get_type_name();
    if (option.get_items_expected_max() == 0) return {};
    if (type.starts_with("UINT") || type.starts_with("INT")) return "N";
    const std::string& name = option.get_lnames().empty() ? std::string() : option.get_lnames().front();
    for (const auto& [known, value] : {std::pair{"output", "PATH"},
                                       {"form", "FILE"},
                                       {"config", "FILE"},
                                       {"baseline", "FILE"},
                                       {"against", "PATH"},
                                       {"files-from", "FILE"},
                                       {"cities", "FILE"},
                                       {"as-of", "DATE"},
                                       {"year", "YEAR"},
                                       {"encoding", "NAME"}})
        if (name == known) return value;
    return "TEXT";
}

OptionEntry entry_of(const CLI::Option& option) {
    OptionEntry entry;
    entry.argument = !option.nonpositional();
    if (entry.argument) entry.names.push_back(option.get_name(true));
    for (const std::string& name : option.get_snames()) entry.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) entry.names.push_back("--" + name);
    entry.choices = choices_in(option.get_type_name());
    entry.value = entry.choices.empty() ? value_name(option) : join_choices(entry.choices);
    entry.description = both_languages(option.get_description());
    entry.required = option.get_required();
    entry.many = option.get_items_expected_max() > 1;
    return entry;
}

}  // namespace

Message both_languages(std::string_view description) {
    const std::size_t slash = description.find(" / ");
    if (slash == std::string_view::npos) return {std::string(description), std::string(description)};
    return {std::string(description.substr(0, slash)), std::string(description.substr(slash + 3))};
}

std::vector<OptionEntry> list_options(const CLI::App& command) {
    std::vector<OptionEntry> entries;
    for (const CLI::Option* option : command.get_options())
        if (!option->get_group().empty()) entries.push_back(entry_of(*option));
    std::stable_partition(entries.begin(), entries.end(), [](const OptionEntry& entry) { return entry.argument; });
    return entries;
}

const CommandNotes* find_notes(std::string_view command) {
    for (const CommandNotes& notes : all_notes())
        if (notes.command == command) return &notes;
    return nullptr;
}

std::vector<const CLI::App*> list_commands(const CLI::App& app) {
    std::vector<const CLI::App*> commands;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        if (!command->get_name().empty()) commands.push_back(command);
    return commands;
}

}  // namespace goalsheet::cmd
