// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cmd/commands.hpp"
#include "cmd/inputs.hpp"
#include "goalsheet/progress.hpp"
#include "goalsheet/write_progress.hpp"

namespace goalsheet::cmd {
namespace {

struct Options {
    Inputs inputs;
    std::string against = "auto";
    std::string format = "text";
};

Against against_of(const std::string& name) {
    if (name == "midterm") return Against::midterm;
    return name == "final" ? Against::final : Against::automatic;
}

ExitCode run(const Session& session, const Options& options) {
    const Loaded loaded = load_documents(session, options.inputs);
    if (loaded.documents.empty()) return kFailed;
    ProgressOptions progress_options;
    progress_options.against = against_of(options.against);
    const Progress progress = measure_all(loaded.documents, progress_options);
    if (!session.print(write_progress_json(progress, session.lang()))) return kFailed;
    return loaded.failed ? kFailed : kDone;
}

}  // namespace

void add_diff(CLI::App& app, Session& session) {
    CLI::App* command = app.add_subcommand("diff", "目標と報告を比べる / hold targets against reports");
    const auto options = std::make_shared<Options>();
    add_inputs(*command, options->inputs);
    command->add_option("--against", options->against, "比べる報告 / the report to hold against")
        ->check(CLI::IsMember({"midterm", "final", "auto"}));
    command->add_option("--format", options->format, "形式 / format")->check(CLI::IsMember({"json"}));
    command->callback([&session, options] { session.run = [&session, options] { return run(session, *options); }; });
}

}  // namespace goalsheet::cmd
