// SPDX-License-Identifier: MIT
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "cmd/commands.hpp"
#include "cmd/help.hpp"
#include "cmd/usage_error.hpp"
#include "text/decode.hpp"

namespace goalsheet::cmd {
namespace {

constexpr void (*kCommands[])(CLI::App&, Session&) = {add_compare,    add_diff,       add_export,   add_form,
                                                      add_summary,    add_template,   add_validate, add_rules,
                                                      add_quantities, add_completion, add_help};

std::string check_encoding(const std::string& name) {
    if (!encoding_from_label(name).empty()) return {};
    return "「" + name +
           "」という文字コードは読めません。utf-8、cp932（シフトJIS）、euc-jp、iso-2022-jp、utf-16 のどれかです / "
           "there is no "
           "encoding “" +
           name + "”; it takes utf-8, cp932 (Shift JIS), euc-jp, iso-2022-jp, utf-16";
}

void add_shared_options(CLI::App& app, Session& session) {
    app.add_option("--lang", session.lang_option,
                   "メッセージの言語。なければ環境の言語 / language of messages (default: the locale's)")
        ->check(CLI::IsMember({"ja", "en"}));
    app.add_flag("--quiet,-q", session.quiet, "進捗と注記を出さない / no progress, no notes");
    app.add_option("--color", session.color, "色を付けるか。なければ端末のときだけ / colours (default: on a terminal)")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    app.add_option("--jobs,-j", session.jobs,
                   "並列に処理する数。なければ使えるプロセッサーの数 / threads (default: the processors it may use)")
        ->check(CLI::Range(1U, 1024U));
    app.add_option(
           "--form", session.forms,
           "様式ファイル（JSON）かそのフォルダー。何度でも書ける。なければ標準の様式 / form file (JSON) or folder of "
           "them, may be repeated (default: the standard form)")
        ->allow_extra_args(false)
        ->take_all();
    app.add_flag("--strict", session.strict,
                 "様式にある見出しだけで読み、推測しない / read by the form's labels alone, infer nothing");
    app.add_option("--encoding", session.encoding,
                   "入力の文字コード（utf-8、cp932、euc-jp など）。なければ判別する / encoding of the inputs, for "
                   "example cp932 (default: found out)")
        ->check(check_encoding);
}

// Arguments that cannot be read are answered in the language they ask for, too.
Lang language_of(int argc, char** argv, Session session) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        const bool next = argument == "--lang" && i + 1 < argc;
        const std::string_view language = next                              ? argv[i + 1]
                                          : argument.starts_with("--lang=") ? argument.substr(7)
                                                                            : "";
        if (language == "ja" || language == "en") session.lang_option = language;
    }
    return session.lang();
}

const CLI::App& asked_about(const CLI::App& app) {
    const CLI::App* command = &app;
    while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
    return *command;
}

int run(int argc, char** argv) {
    Session session;
    CLI::App app("重点目標管理シートを読み、点検し、比べ、書き出す / reads, checks, compares and exports goal sheets",
                 "goalsheet");
    app.set_version_flag("--version", "goalsheet " GOALSHEET_VERSION, "版を表示する / print the version");
    app.set_help_flag("--help,-h", "説明を表示する / print this help");
    app.require_subcommand(1);
    app.fallthrough();
    add_shared_options(app, session);
    for (const auto add : kCommands) add(app, session);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return session.print(write_help(app, asked_about(app), language_of(argc, argv, session), help_columns()))
                   ? kDone
                   : kFailed;
    } catch (const CLI::Success& asked) {
        return app.exit(asked);
    } catch (const CLI::ParseError& error) {
        session.lang_option = language_of(argc, argv, session) == Lang::ja ? "ja" : "en";
        session.refuse(explain_usage_error(app, error));
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
