// SPDX-License-Identifier: MIT
#include "goalsheet/compare.hpp"

#include <unistd.h>

#include <memory>
#include <string>

#include "cmd/commands.hpp"
#include "cmd/formats.hpp"
#include "cmd/inputs.hpp"
#include "cmd/outputs.hpp"
#include "cmd/run_time.hpp"
#include "cmd/terminal.hpp"
#include "goalsheet/write_comparison.hpp"

namespace goalsheet::cmd {
namespace {

struct CompareArguments {
    std::string before;
    std::string after;
    std::string format;
    std::string output;
};

class Compare {
public:
    Compare(const Session& session, const CompareArguments& options) : session_(session), options_(options) {}

    ExitCode run() {
        format_ = choose_format(session_, options_.format, options_.output, comparison_formats());
        if (!format_) return kFailed;
        if (options_.before == "-" && options_.after == "-") {
            session_.report({"-",
                             {"標準入力から読めるのは一方だけです。もう一方はファイルを指定してください。",
                              "Only one of the two can be standard input; name a file for the other."}});
            return kFailed;
        }
        const Loaded before = load_documents(session_, inputs_of(options_.before));
        const Loaded after = load_documents(session_, inputs_of(options_.after));
        // Half of a version would show as removed what could not be read.
        if (before.failed || after.failed || before.documents.empty() || after.documents.empty()) return kFailed;
        const Comparison comparison = compare(before.documents, after.documents);
        if (!write(comparison, before, after)) return kFailed;
        return comparison.equal() ? kDone : kFindings;
    }

private:
    bool write(const Comparison& comparison, const Loaded& before, const Loaded& after) const {
        std::vector<InputFile> inputs;
        for (const Loaded* loaded : {&before, &after})
            for (const Document& document : loaded->documents) inputs.push_back({document.source.path, {}});
        Outputs outputs(session_, inputs);
        const bool to_stdout = options_.output.empty() || options_.output == "-";
        if (!to_stdout && !outputs.claim(options_.output)) return false;
        TextOutput out(session_, outputs, options_.output);
        const auto bytes = render(comparison, to_stdout);
        if (bytes) return out.append(*bytes) && out.finish();
        session_.report(bytes.fault());
        return false;
    }

    Result<std::string> render(const Comparison& comparison, bool to_stdout) const {
        ComparisonOptions options;
        options.text.lang = session_.lang();
        options.text.color = to_stdout && session_.color_on(STDOUT_FILENO);
        options.text.columns = to_stdout ? terminal_columns() : 0;
        options.created = workbook_time();
        return format_->write(comparison, {options_.before, options_.after}, options);
    }

    const Session& session_;
    const CompareArguments& options_;
    const ComparisonFormat* format_ = nullptr;
};

}  // namespace

void add_compare(CLI::App& app, Session& session) {
    CLI::App* command = app.add_subcommand("compare", "2つの版の違いを示す / show what changed between two versions");
    const auto options = std::make_shared<CompareArguments>();
    command->add_option("OLD", options->before, "前の版のファイルかフォルダー / file or folder of the old version")
        ->required();
    command->add_option("NEW", options->after, "後の版のファイルかフォルダー / file or folder of the new version")
        ->required();
    command
        ->add_option(
            "--format", options->format,
            "形式。なければ -o の名前から。それもなければ text / format (default: by the output's name, else text)")
        ->check(CLI::IsMember(format_names(comparison_formats())));
    command->add_option("-o,--output", options->output, "出力先のファイル / file to write (default: standard output)");
    command->callback(
        [&session, options] { session.run = [&session, options] { return Compare(session, *options).run(); }; });
}

}  // namespace goalsheet::cmd
