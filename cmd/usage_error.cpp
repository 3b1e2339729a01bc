// SPDX-License-Identifier: MIT
#include "cmd/usage_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cmd/option_table.hpp"
#include "goalsheet/text.hpp"
#include "text/nearest.hpp"

namespace goalsheet::cmd {
namespace {

Message operator+(Message a, const Message& b) { return {a.ja + b.ja, a.en + b.en}; }

const CLI::App& chosen_command(const CLI::App& app) {
    const CLI::App* chosen = &app;
    while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().front();
    return *chosen;
}

std::string path_of(const CLI::App& app, const CLI::App& command) {
    std::string path = command.get_name();
    for (const CLI::App* above = command.get_parent(); above && above != &app; above = above->get_parent())
        path = above->get_name() + " " + path;
    return path;
}

std::string join(const std::vector<std::string>& words, std::string_view between) {
    std::string joined;
    for (const std::string& word : words) joined += (joined.empty() ? "" : std::string(between)) + word;
    return joined;
}

// What people say for words of ours that look nothing like them, or less like them than others do.
constexpr std::array<std::pair<std::string_view, std::string_view>, 23> kSynonyms = {
    {{"--format", "--to"},    {"--to", "--format"},     {"--type", "--to"},        {"--type", "--format"},
     {"--threads", "--jobs"}, {"--parallel", "--jobs"}, {"--language", "--lang"},  {"--charset", "--encoding"},
     {"--rule", "--select"},  {"--rules", "--select"},  {"--exclude", "--ignore"}, {"--silent", "--quiet"},
     {"sjis", "cp932"},       {"shift_jis", "cp932"},   {"shift-jis", "cp932"},    {"utf8", "utf-8"},
     {"excel", "xlsx"},       {"xls", "xlsx"},          {"htm", "html"},           {"text", "txt"},
     {"tsv", "txt"},          {"xml", "junit"},         {"jsonl", "ndjson"}}};

std::string meant_word(std::string_view word, const std::vector<std::string>& known) {
    const std::string small = fold(word);
    for (const auto& [said, meant] : kSynonyms)
        if (said == small && std::find(known.begin(), known.end(), meant) != known.end()) return std::string(meant);
    return nearest_word(word, known);
}

Message did_you_mean(std::string_view word, const std::vector<std::string>& known) {
    const std::string nearest = meant_word(word, known);
    if (nearest.empty()) return {};
    return {fmt::format("{} の誤りではありませんか。", nearest), fmt::format(" Did you mean {}?", nearest)};
}

Message one_of(const std::vector<std::string>& words) {
    return {fmt::format("使えるのは {} です。", join(words, "、")), fmt::format(" It takes {}.", join(words, ", "))};
}

Message commands_are(const std::vector<std::string>& names) {
    return {fmt::format("あるのは {} です。", join(names, "、")), fmt::format(" There are {}.", join(names, ", "))};
}

std::vector<std::string> known_commands(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : list_commands(app)) names.push_back(command->get_name());
    return names;
}

std::vector<OptionEntry> options_of(const CLI::App& app, const CLI::App& command) {
    std::vector<OptionEntry> options = list_options(command);
    if (&app == &command) return options;
    const std::vector<OptionEntry> shared = list_options(app);
    options.insert(options.end(), shared.begin(), shared.end());
    return options;
}

std::vector<std::string> long_names(const std::vector<OptionEntry>& options) {
    std::vector<std::string> names;
    for (const OptionEntry& option : options)
        for (const std::string& name : option.names)
            if (name.starts_with("--")) names.push_back(name);
    return names;
}

const OptionEntry* find_option(const std::vector<OptionEntry>& options, std::string_view name) {
    for (const OptionEntry& option : options)
        if (std::find(option.names.begin(), option.names.end(), name) != option.names.end()) return &option;
    return nullptr;
}

std::string_view before(std::string_view text, std::string_view mark) { return text.substr(0, text.find(mark)); }
std::string_view behind(std::string_view text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    return at == std::string_view::npos ? std::string_view() : text.substr(at + mark.size());
}

/// One mistake in the arguments, told from what the parser says about it.
class Mistake {
public:
    Mistake(const CLI::App& app, const CLI::ParseError& error)
        : app_(app),
          command_(chosen_command(app)),
          options_(options_of(app, command_)),
          error_(error),
          said_(error.what()) {}

    Message explain() const {
        if (is<CLI::RequiredError>()) return missing();
        if (is<CLI::ExtrasError>()) return unknown_word(first_left_over());
        if (is<CLI::ArgumentMismatch>()) return without_value();
        if (is<CLI::ConversionError>()) return no_number();
        if (is<CLI::ValidationError>()) return wrong_value();
        return {fmt::format("引数を読めません（{}）。", said_), fmt::format("Cannot read the arguments ({}).", said_)};
    }

    Message where_help_is() const {
        const std::string help = &command_ == &app_
                                     ? "goalsheet help"
                                     : "goalsheet help " + std::string(before(path_of(app_, command_), " "));
        return {fmt::format("\n説明は `{}` で出ます。", help), fmt::format("\n`{}` tells more.", help)};
    }

private:
    template <class Kind>
    bool is() const {
        return dynamic_cast<const Kind*>(&error_) != nullptr;
    }

    std::string first_left_over() const {
        const std::vector<std::string> left = app_.remaining(true);
        return left.empty() ? std::string(behind(said_, "expected: ")) : left.front();
    }

    Message missing() const {
        if (said_.starts_with("A subcommand")) return missing_command();
        const std::string name(before(said_, " is required"));
        const OptionEntry* option = find_option(options_, name);
        Message what{fmt::format("{} がありません。", name), fmt::format("{} is missing.", name)};
        if (option)
            what = {fmt::format("{} がありません: {}。", name, option->description.ja),
                    fmt::format("{} is missing: {}.", name, option->description.en)};
        if (const CommandNotes* notes = find_notes(before(path_of(app_, command_), " ")))
            what = what + Message{fmt::format(" 例: {}", notes->examples.front()),
                                  fmt::format(" Example: {}", notes->examples.front())};
        return what;
    }

    Message missing_command() const {
        const std::vector<std::string> left = app_.remaining(true);
        const std::vector<std::string> names = known_commands(command_);
        if (left.empty()) return Message{"コマンドを指定してください。", "Name a command."} + commands_are(names);
        if (left.front().starts_with("-")) return unknown_word(left.front());
        const Message no_such{fmt::format("「{}」というコマンドはありません。", left.front()),
                              fmt::format("There is no command “{}”.", left.front())};
        const Message meant = did_you_mean(left.front(), names);
        return no_such + (meant.ja.empty() ? commands_are(names) : meant);
    }

    Message unknown_word(const std::string& word) const {
        const std::string name(before(word, "="));
        if (!word.starts_with("-") || word == "-")
            return {fmt::format("「{}」は余分です。", word), fmt::format("“{}” is one argument too many.", word)};
        const std::string command = &command_ == &app_ ? "goalsheet" : path_of(app_, command_);
        return Message{fmt::format("「{}」というオプションは {} にありません。", name, command),
                       fmt::format("{} has no option “{}”.", command, name)} +
               did_you_mean(name, long_names(options_));
    }

    Message without_value() const {
        if (said_.find("flag override") != std::string::npos) {
            const std::string name(before(said_, " was given"));
            return {fmt::format("{} は値を取りません。", name), fmt::format("{} takes no value.", name)};
        }
        const std::string name(before(said_, ":"));
        if (times_given(name) > 1)
            return {fmt::format("{} は1回だけ指定できます。", name), fmt::format("{} can be given only once.", name)};
        const OptionEntry* option = find_option(options_, name);
        Message what{fmt::format("{} に値がありません。", name), fmt::format("{} has no value.", name)};
        if (option && !option->choices.empty()) return what + one_of(option->choices);
        return what;
    }

    std::size_t times_given(const std::string& name) const {
        for (const CLI::App* where : {&command_, &app_})
            if (const CLI::Option* option = where->get_option_no_throw(name)) return option->count();
        return 0;
    }

    Message no_number() const {
        const std::string_view pair = behind(said_, "Could not convert: ");
        const std::string name(before(pair, " = "));
        const OptionEntry* option = find_option(options_, name);
        if (option && option->value.empty())
            return {fmt::format("{} は値を取りません。", name), fmt::format("{} takes no value.", name)};
        const std::string_view value = behind(pair, " = ");
        return {fmt::format("{} の「{}」は整数ではありません。", name, value),
                fmt::format("{}: “{}” is no whole number.", name, value)};
    }

    Message wrong_value() const {
        const std::string name(before(said_, ": "));
        const std::string reason(behind(said_, ": "));
        if (reason.find(" not in {") != std::string::npos) return no_such_choice(name, reason);
        if (reason.starts_with("Value ") && reason.find(" not in range ") != std::string::npos)
            return out_of_range(name, reason);
        Message own = both_languages(reason);
        if (!own.ja.ends_with("。")) own.ja += "。";
        if (!own.en.ends_with(".")) own.en += ".";
        return {fmt::format("{}: {}", name, own.ja), fmt::format("{}: {}", name, own.en)};
    }

    Message no_such_choice(const std::string& name, const std::string& reason) const {
        const std::string value(before(reason, " not in {"));
        const OptionEntry* option = find_option(options_, name);
        const std::vector<std::string> choices = option ? option->choices : std::vector<std::string>();
        return Message{fmt::format("{} の「{}」は使えません。", name, value),
                       fmt::format("{} does not take “{}”.", name, value)} +
               did_you_mean(value, choices) + one_of(choices);
    }

    static Message out_of_range(const std::string& name, const std::string& reason) {
        const std::string_view value = before(behind(reason, "Value "), " not in range ");
        const std::string_view range = behind(reason, " not in range ");
        return {fmt::format("{} の「{}」は使えません。{}から{}までの数にしてください。", name, value,
                            before(range, " to "), behind(range, " to ")),
                fmt::format("{} does not take “{}”; give a number from {} to {}.", name, value, before(range, " to "),
                            behind(range, " to "))};
    }

    const CLI::App& app_;
    const CLI::App& command_;
    std::vector<OptionEntry> options_;
    const CLI::ParseError& error_;
    std::string said_;
};

}  // namespace

Message explain_usage_error(const CLI::App& app, const CLI::ParseError& error) {
    const Mistake mistake(app, error);
    return mistake.explain() + mistake.where_help_is();
}

}  // namespace goalsheet::cmd
