// SPDX-License-Identifier: MIT
#include <memory>
#include <string>
#include <vector>

#include "cmd/commands.hpp"
#include "cmd/help.hpp"
#include "cmd/option_table.hpp"
#include "cmd/terminal.hpp"
#include "text/nearest.hpp"

namespace goalsheet::cmd {
namespace {

struct HelpArguments {
    std::string topic;
    bool man_page = false;
};

constexpr std::size_t kDefaultColumns = 80;

std::vector<std::string> topics(const CLI::App& app) {
    std::vector<std::string> names = {"limits"};
    for (const CLI::App* command : list_commands(app)) names.push_back(command->get_name());
    return names;
}

ExitCode refuse_topic(const Session& session, const CLI::App& app, const std::string& topic) {
    const std::string nearest = nearest_word(topic, topics(app));
    const std::string ja = nearest.empty() ? std::string() : nearest + " の誤りではありませんか。";
    const std::string en = nearest.empty() ? std::string() : " Did you mean " + nearest + "?";
    session.refuse({"「" + topic + "」の説明はありません。" + ja + "\n`goalsheet help` で一覧が出ます。",
                    "There is no help on “" + topic + "”." + en + "\n`goalsheet help` lists what there is."});
    return kFailed;
}

ExitCode run(const Session& session, const CLI::App& app, const HelpArguments& options) {
    const auto done = [](bool printed) { return printed ? kDone : kFailed; };
    if (options.man_page) return done(session.print(write_man_page(app, session.lang())));
    if (options.topic.empty()) return done(session.print(write_help(app, app, session.lang(), help_columns())));
    if (options.topic == "limits") return done(session.print(write_limits(session.lang(), help_columns())));
    for (const CLI::App* command : list_commands(app))
        if (command->get_name() == options.topic)
            return done(session.print(write_help(app, *command, session.lang(), help_columns())));
    return refuse_topic(session, app, options.topic);
}

}  // namespace

std::size_t help_columns() {
    const std::size_t columns = terminal_columns();
    return columns ? columns : kDefaultColumns;
}

void add_help(CLI::App& app, Session& session) {
    CLI::App* command = app.add_subcommand("help", "コマンドの説明を表示する / explain a command");
    const auto options = std::make_shared<HelpArguments>();
    command->add_option("TOPIC", options->topic, "コマンドの名前か limits / a command, or limits");
    command->add_flag("--man", options->man_page,
                      "マニュアルページ（troff）を出力する / print the manual page (troff)");
    command->callback(
        [&app, &session, options] { session.run = [&app, &session, options] { return run(session, app, *options); }; });
}

}  // namespace goalsheet::cmd
