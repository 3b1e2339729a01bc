// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <new>
#include <string>

#include "cmd/commands.hpp"
#include "goalsheet/limits.hpp"

namespace goalsheet::cmd {
namespace {

constexpr void (*kCommands[])(CLI::App&, Session&) = {add_compare,  add_diff,     add_export, add_summary,
                                                      add_template, add_validate, add_rules,  add_quantities};

void add_shared_options(CLI::App& app, Session& session) {
    app.add_option("--lang", session.lang_option, "言語 / language of messages")->check(CLI::IsMember({"ja", "en"}));
    app.add_flag("--quiet,-q", session.quiet, "進捗と注記を出さない / no progress, no notes");
    app.add_option("--color", session.color, "色 / colours")->check(CLI::IsMember({"auto", "always", "never"}));
    app.add_option("--jobs,-j", session.jobs, "並列数 / threads (default: processors)")->check(CLI::Range(1U, 1024U));
    app.add_option("--form", session.form_path, "様式ファイル / form file (JSON)");
    app.add_option("--encoding", session.encoding, "入力の文字コード / encoding of the inputs");
}

std::string list_limits() {
    std::string text = "制限 / LIMITS (what they cut or refuse is said):\n";
    for (const Limit& limit : all_limits())
        text += fmt::format("  {:<24}{:>11}  {} / {}\n", limit.name, limit.value, limit.what.ja, limit.what.en);
    return text;
}

int run(int argc, char** argv) {
    Session session;
    CLI::App app(
        "goalsheet: 重点目標管理シートを読み、点検し、比べ、書き出す / reads, checks, compares and exports goal sheets",
        "goalsheet");
    app.set_version_flag("--version", "goalsheet " GOALSHEET_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    add_shared_options(app, session);
    app.footer(list_limits);
    for (const auto add : kCommands) add(app, session);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) {
        return app.exit(asked);
    } catch (const CLI::ParseError& error) {
        app.exit(error);
        return kFailed;
    }
    return session.run();
}

}  // namespace
}  // namespace goalsheet::cmd

int main(int argc, char** argv) {
    try {
        return goalsheet::cmd::run(argc, argv);
    } catch (const std::bad_alloc&) {
        std::fputs(
            "goalsheet: メモリーが足りません。入力を減らしてください。 / not enough memory; give fewer inputs.\n",
            stderr);
        return goalsheet::cmd::kFailed;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "goalsheet: internal error, please report it: %s\n", error.what());
        return goalsheet::cmd::kFailed;
    }
}
