// SPDX-License-Identifier: MIT
#include "cmd/help.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cmd/option_table.hpp"
#include "goalsheet/limits.hpp"
#include "goalsheet/text.hpp"
#include "text/wrap.hpp"

namespace goalsheet::cmd {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kFewestColumns = 40;
constexpr std::size_t kMostColumns = 100;  // longer lines are hard to read
constexpr std::string_view kGeneralExitCodes =
    "0 完了・1 指摘あり・2 実行できないか、一部を処理できない / 0 done, 1 there are findings, 2 not done or not all of "
    "it";

/// Headings and paragraphs of a help page, broken to the terminal's width.
class Page {
public:
    Page(Lang lang, std::size_t columns) : lang_(lang), columns_(std::clamp(columns, kFewestColumns, kMostColumns)) {}

    const std::string& in(const Message& message) const { return message.in(lang_); }
    void heading(const Message& text) { out_ += (out_.empty() ? "" : "\n") + in(text) + "\n"; }
    void paragraph(std::string_view text, std::size_t indent = kIndent) {
        for (const std::string& line : wrap_to_width(text, columns_ - indent))
            out_ += std::string(indent, ' ') + line + "\n";
    }
    /// A command that is still one when it is copied.
    void command(std::string_view words) {
        const std::vector<std::string> lines = wrap_to_width(words, columns_ - 2 * kIndent - 2);
        for (std::size_t i = 0; i < lines.size(); ++i)
            out_ += std::string(i == 0 ? kIndent : 2 * kIndent, ' ') + lines[i] + (i + 1 < lines.size() ? " \\" : "") +
                    "\n";
    }

    /// A term and what it means, in two columns where the term is short enough, else below each other.
    void entry(std::string_view term, std::string_view meaning, std::size_t term_width) {
        const std::size_t left = kIndent + term_width + 2;
        const std::vector<std::string> lines = wrap_to_width(meaning, columns_ - left);
        const bool beside = display_width(term) <= term_width;
        if (beside)
            out_ += std::string(kIndent, ' ') + std::string(term) +
                    std::string(term_width - display_width(term) + 2, ' ') + lines.front() + "\n";
        else
            paragraph(term);
        for (std::size_t i = beside ? 1 : 0; i < lines.size(); ++i) out_ += std::string(left, ' ') + lines[i] + "\n";
    }
    std::string take() { return std::move(out_); }

private:
    Lang lang_;
    std::size_t columns_;
    std::string out_;
};

std::string term_of(const OptionEntry& option) {
    std::string term;
    for (const std::string& name : option.names) term += (term.empty() ? "" : ", ") + name;
    if (option.argument) return option.many ? term + "..." : term;
    return option.value.empty() ? term : term + " " + option.value;
}

void add_options(Page& page, const Message& heading, const std::vector<OptionEntry>& options, bool arguments) {
    constexpr std::size_t kTermWidth = 22;
    const auto wanted = [&](const OptionEntry& option) { return option.argument == arguments; };
    if (std::none_of(options.begin(), options.end(), wanted)) return;
    page.heading(heading);
    for (const OptionEntry& option : options)
        if (wanted(option)) page.entry(term_of(option), page.in(option.description), kTermWidth);
}

std::string usage_line(const CLI::App& app, const CLI::App& command) {
    std::string line = app.get_name();
    if (&command != &app) line += " " + command.get_name();
    for (const OptionEntry& option : list_options(command)) {
        if (!option.argument) continue;
        const std::string name = option.names.front() + (option.many ? "..." : "");
        line += option.required ? " " + name : " [" + name + "]";
    }
    return line;
}

std::vector<OptionEntry> without_help(std::vector<OptionEntry> options) {
    std::erase_if(options, [](const OptionEntry& option) { return option.names.back() == "--help"; });
    return options;
}

void add_commands(Page& page, const CLI::App& of, const Message& heading) {
    const auto commands = list_commands(of);
    if (commands.empty()) return;
    page.heading(heading);
    for (const CLI::App* command : commands)
        page.entry(command->get_name(), page.in(both_languages(command->get_description())), 12);
}

void add_notes(Page& page, std::string_view name) {
    const CommandNotes* notes = find_notes(name);
    if (notes && !notes->examples.empty()) {
        page.heading({"例", "Examples"});
        for (const std::string_view example : notes->examples) page.command(example);
    }
    page.heading({"終了コード", "Exit codes"});
    page.paragraph(
        page.in(both_languages(notes && !notes->exit_codes.empty() ? notes->exit_codes : kGeneralExitCodes)));
}

std::string write_program_help(const CLI::App& app, Page page) {
    page.paragraph(page.in(both_languages(app.get_description())), 0);
    page.heading({"使い方", "Usage"});
    page.paragraph(page.in({"goalsheet コマンド [引数] [オプション]", "goalsheet COMMAND [ARGUMENTS] [OPTIONS]"}));
    add_commands(page, app, {"コマンド", "Commands"});
    add_options(page, {"共通のオプション", "Options of every command"}, list_options(app), false);
    page.heading({"例", "Examples"});
    for (const std::string_view example :
         {"goalsheet validate sheet.html", "goalsheet export sheet.html -o sheet.xlsx"})
        page.command(example);
    page.heading({"終了コード", "Exit codes"});
    page.paragraph(page.in(both_languages(kGeneralExitCodes)));
    page.heading({"詳しい説明", "More"});
    page.entry("goalsheet help COMMAND",
               page.in({"コマンドの説明（例: goalsheet help validate）",
                        "all about a command, for example goalsheet help validate"}),
               22);
    page.entry("goalsheet help limits",
               page.in({"入力の大きさなどの上限", "what is cut or refused, and from where on"}), 22);
    return page.take();
}

}  // namespace

std::string write_help(const CLI::App& app, const CLI::App& command, Lang lang, std::size_t columns) {
    Page page(lang, columns);
    if (&app == &command) return write_program_help(app, std::move(page));
    page.paragraph(fmt::format("{} — {}", app.get_name() + " " + command.get_name(),
                               page.in(both_languages(command.get_description()))),
                   0);
    page.heading({"使い方", "Usage"});
    page.paragraph(usage_line(app, command) + page.in({" [オプション]", " [OPTIONS]"}));
    add_commands(page, command, {"コマンド", "Commands"});
    const std::vector<OptionEntry> options = without_help(list_options(command));
    add_options(page, {"引数", "Arguments"}, options, true);
    add_options(page, {"オプション", "Options"}, options, false);
    add_options(page, {"共通のオプション", "Options of every command"}, list_options(app), false);
    add_notes(page, command.get_name());
    return page.take();
}

std::string write_limits(Lang lang, std::size_t columns) {
    Page page(lang, columns);
    page.heading({"上限（超えて省くか断るときは、そう伝えます）", "Limits (what they cut or refuse is said)"});
    for (const Limit& limit : all_limits())
        page.entry(fmt::format("{:<22}{:>12}", limit.name, limit.value), page.in(limit.what), 34);
    return page.take();
}

}  // namespace goalsheet::cmd
