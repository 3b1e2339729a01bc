// SPDX-License-Identifier: MIT
#include <memory>

#include "cmd/commands.hpp"
#include "cmd/rule_names.hpp"
#include "cmd/terminal.hpp"
#include "goalsheet/report.hpp"
#include "text/wrap.hpp"

namespace goalsheet::cmd {
namespace {

struct RulesArguments {
    std::string rule;
    bool markdown = false;
};

ExitCode run(const Session& session, const RulesArguments& options) {
    const auto done = [](bool printed) { return printed ? kDone : kFailed; };
    const std::size_t columns = terminal_columns();
    if (options.markdown) return done(session.print(write_rules_markdown()));
    if (options.rule.empty()) return done(session.print(fit_lines(list_rules(session.lang(), columns), columns)));
    const RuleInfo* rule = find_rule(rule_selector(options.rule));
    if (rule) return done(session.print(fit_lines(explain_rule(*rule, session.lang()), columns)));
    session.refuse(no_such_rule(options.rule));
    return kFailed;
}

}  // namespace

void add_rules(CLI::App& app, Session& session) {
    CLI::App* command = app.add_subcommand("rules", "点検の規則を説明する / list the rules, or explain one");
    const auto options = std::make_shared<RulesArguments>();
    command->add_option("CODE", options->rule, "規則の番号か名前 / code or name of a rule: GS301, target-missing");
    command->add_flag("--markdown", options->markdown, "全規則の説明をMarkdownで / all rules explained in Markdown");
    command->callback([&session, options] { session.run = [&session, options] { return run(session, *options); }; });
}

}  // namespace goalsheet::cmd
