// SPDX-License-Identifier: MIT
#include "goalsheet/validate.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include "cmd/commands.hpp"
#include "cmd/fix_run.hpp"
#include "cmd/formats.hpp"
#include "cmd/inputs.hpp"
#include "cmd/missing_input.hpp"
#include "cmd/outputs.hpp"
#include "cmd/policies.hpp"
#include "cmd/report_outputs.hpp"
#include "cmd/run_time.hpp"
#include "cmd/terminal.hpp"
#include "goalsheet/exception_removal.hpp"
#include "goalsheet/files.hpp"
#include "goalsheet/report.hpp"

namespace goalsheet::cmd {
namespace {

namespace fs = std::filesystem;

struct ValidateArguments {
    Inputs inputs;
    PolicyOptions policy;
    std::string format;
    std::vector<std::string> outputs;  ///< FORMAT=PATH, or PATH
    std::vector<std::string> against;
    std::string baseline;
    bool write_baseline = false;
    bool prune_baseline = false;
    std::string stdin_filename;
    FixOptions fix;
};

/// One run of the command: load and check input by input, report.
class ValidationRun {
public:
    ValidationRun(const Session& session, const ValidateArguments& options) : session_(session), options_(options) {}

    ExitCode run() {
        auto outputs = read_report_outputs(options_.format, options_.outputs);
        if (!outputs) return refuse(outputs.fault());
        outputs_ = std::move(*outputs);
        if (!may_print() || !read_baseline()) return kFailed;
        auto forms = load_forms(session_);
        auto policies = Policies::load(options_.policy);
        if (!forms) return refuse(forms.fault());
        if (!policies) return refuse(policies.fault());
        auto inputs = InputRun::start(session_, options_.inputs);
        if (!inputs || !reports_are_free(session_, outputs_, inputs->files(), options_.baseline)) return kFailed;
        const auto policy_of = find_policies(*inputs, *policies);
        if (!policy_of) return refuse(policy_of.fault());
        if (options_.fix.asked() && !fix(*inputs, *policy_of, *forms)) return kFailed;
        if (options_.fix.patch) return patched_ ? kFindings : kDone;
        Loaded against;
        if (!options_.against.empty()) against = load_documents(session_, inputs_of(options_.against));

        ValidateOptions validation_options;
        validation_options.form = &forms->front();
        if (forms->size() > 1) validation_options.forms = *forms;
        validation_options.against = against.documents;
        std::error_code gone;  // the folder we were started in may have been deleted
        validation_options.root = fs::current_path(gone).string();
        validation_options.today = today();
        Validation validation(validation_options);
        check(*inputs, *policy_of, validation);
        if (validation.size() == 0 && inputs->faults().empty()) return kFailed;
        for (Fault fault : inputs->faults()) {
            const auto policy = policy_of->find(fault.path);
            fault.path = name_of(fault.path);
            validation_options.unreadable.push_back({fault, policy == policy_of->end() ? nullptr : policy->second});
        }
        failed_ = inputs->failed() || against.failed;
        const std::size_t checked = validation.size();
        Report report = make_report(validation, validation_options);
        if (options_.fix.write) mend_exceptions(report);
        name_from_workspace(report);
        write(report);
        if (failed_ || checked == 0) return kFailed;
        return report.fails() ? kFindings : kDone;
    }

private:
    ExitCode refuse(const Fault& fault) const {
        session_.report(fault);
        return kFailed;
    }

    bool may_print() const {
        const ReportFormat* format = outputs_.stdout_format;
        if (!outputs_.to_stdout || !format || !format->binary || isatty(STDOUT_FILENO) == 0) return true;
        session_.refuse(kNoWorkbookOnStdout);
        return false;
    }

    bool read_baseline() {
        const bool wanted = options_.write_baseline || options_.prune_baseline;
        if (options_.baseline.empty()) {
            if (wanted)
                session_.report({"--baseline",
                                 {"--write-baseline と --prune-baseline には --baseline FILE が要ります。",
                                  "--write-baseline and --prune-baseline need --baseline FILE."}});
            return !wanted;
        }
        baseline_.path = options_.baseline;
        std::error_code error;
        if (options_.write_baseline && !fs::exists(options_.baseline, error)) return true;
        const auto json = read_input(options_.baseline);
        auto baseline = json ? parse_baseline(*json, options_.baseline) : Result<Baseline>(json.fault());
        if (!baseline) {
            session_.report(baseline.fault());
            return false;
        }
        baseline_ = std::move(*baseline);
        return true;
    }

    using PolicyOf = std::map<std::string, const Policy*>;  // by the input's path

    // Standard input may be the text of a file that an editor holds: findings and exceptions go by that file's name.
    const std::string& name_of(const std::string& path) const {
        return path == "-" && !options_.stdin_filename.empty() ? options_.stdin_filename : path;
    }

    Result<PolicyOf> find_policies(const InputRun& inputs, Policies& policies) const {
        PolicyOf policy_of;
        for (const InputFile& input : inputs.files()) {
            const auto policy = policies.find_for(name_of(input.path));
            if (!policy) return policy.fault();
            policy_of[input.path] = *policy;
        }
        return policy_of;
    }

    // Files are repaired before they are checked: the report is of what is left.
    bool fix(const InputRun& inputs, const PolicyOf& policy_of, const std::vector<Form>& forms) {
        FixRun run(session_, forms, options_.fix);
        for (const InputFile& input : inputs.files())
            if (input.path != "-" && !run.fix(input, *policy_of.at(input.path))) failed_ = true;
        patched_ = !run.patch().empty();
        return !failed_ && session_.print(run.patch());
    }

    // Documents are checked where they are read, and most of their texts are dropped then.
    void check(InputRun& inputs, const PolicyOf& policy_of, Validation& validation) const {
        inputs.each(
            [&](const InputFile& input, std::vector<Document> documents) {
                std::vector<CheckedPage> pages;
                for (Document& document : documents) {
                    document.source.path = name_of(document.source.path);
                    pages.push_back(validation.check(std::move(document), policy_of.at(input.path)));
                }
                return pages;
            },
            [&](const InputFile&, std::vector<CheckedPage> pages) {
                for (CheckedPage& page : pages) validation.add(std::move(page));
                return true;
            });
    }

    Report make_report(const Validation& validation, ValidateOptions& validation_options) {
        if (options_.write_baseline) keep_in_baseline(validation.report());
        validation_options.baseline = options_.baseline.empty() ? nullptr : &baseline_;
        const bool prune = options_.prune_baseline || (options_.fix.write && !options_.baseline.empty());
        validation_options.report_stale = !prune;
        Report report = validation.report();
        if (options_.prune_baseline || (prune && !report.stale.empty())) {
            for (const std::string& fingerprint : report.stale) baseline_.entries.erase(fingerprint);
            save_baseline();
        }
        return report;
    }

    // GS901: exceptions that nothing needs are known only now. What was taken out is no finding any more.
    void mend_exceptions(Report& report) {
        std::map<std::string, std::vector<Edit>> removals;
        for (const Finding& finding : report.findings)
            if (finding.code == "GS901" && !finding.edits.empty())
                removals[finding.path].push_back(finding.edits.front());
        for (const auto& [name, edits] : removals) {
            const std::string& path = name;  // clang 14 takes no binding into a lambda
            const auto json = read_file(path);
            const auto written = json ? write_file(path, remove_entries(*json, edits)) : Result<Written>(json.fault());
            keep_written(written);
            if (!written) continue;
            session_.note({path + ": 使われていない例外を消しました。", path + ": took out unused exceptions"});
            std::erase_if(report.findings, [&](const Finding& one) { return one.code == "GS901" && one.path == path; });
        }
    }

    // Entries about files that were not looked at stay.
    void keep_in_baseline(const Report& report) {
        std::set<std::string> checked;
        for (const CheckedFile& file : report.files) checked.insert(file.path);
        Baseline fresh = make_baseline(report.findings, baseline_.path);
        for (const auto& [fingerprint, entry] : baseline_.entries)
            if (!checked.contains(entry.path)) fresh.entries.emplace(fingerprint, entry);
        baseline_ = std::move(fresh);
        save_baseline();
    }

    void save_baseline() { keep_written(write_file(options_.baseline, write_baseline(baseline_))); }

    void keep_written(const Result<Written>& written) {
        if (written) return;
        session_.report(written.fault());
        failed_ = true;
    }

    Result<std::string> rendered(const ReportFormat& format, const Report& report, const ReportOptions& options) {
        auto bytes = format.write(report, options);
        if (!bytes) {
            session_.report(bytes.fault());
            failed_ = true;
        }
        return bytes;
    }

    // On GitHub the log gets the text, and the annotations with it.
    std::string render_for_stdout(const Report& report, ReportOptions& options) {
        options.color = session_.color_on(STDOUT_FILENO);
        if (outputs_.stdout_format) {
            const auto bytes = rendered(*outputs_.stdout_format, report, options);
            return bytes ? *bytes : std::string();
        }
        const std::string text = write_findings_text(report, options);
        return is_on_github() ? text + write_findings_github(report, options) : text;
    }

    // GitHub takes relative paths from the root of the repository, wherever in it the step runs.
    static void name_from_workspace(Report& report) {
        const char* workspace = is_on_github() ? std::getenv("GITHUB_WORKSPACE") : nullptr;
        if (!workspace || !*workspace) return;
        std::error_code error;
        const fs::path below = fs::current_path(error).lexically_relative(fs::weakly_canonical(workspace, error));
        if (error || below.empty() || below == "." || *below.begin() == "..") return;
        const auto rename = [&](std::string& path) {
            if (path != "-" && fs::path(path).is_relative()) path = (below / path).lexically_normal().generic_string();
        };
        for (Finding& finding : report.findings) rename(finding.path);
        for (CheckedFile& file : report.files) rename(file.path);
    }

    void write(const Report& report) {
        ReportOptions options;
        options.lang = session_.lang();
        options.version = GOALSHEET_VERSION;
        options.timestamp = timestamp();
        // A report without a finding may be empty; one of an earlier run must not stay in its place.
        for (const ReportOutput& output : outputs_.files)
            if (const auto bytes = rendered(*output.format, report, options))
                keep_written(write_file(output.path, *bytes));
        options.columns = terminal_columns();
        if (!outputs_.to_stdout)
            session_.note({verdict(report, Lang::ja), verdict(report, Lang::en)});
        else if (!session_.print(render_for_stdout(report, options)))
            failed_ = true;
    }

    const Session& session_;
    const ValidateArguments& options_;
    ReportOutputs outputs_;
    Baseline baseline_;
    bool patched_ = false;
    bool failed_ = false;
};

void add_options(CLI::App& command, ValidateArguments& options) {
    add_inputs(command, options.inputs);
    add_policy_options(command, options.policy);
    command
        .add_option("--format", options.format,
                    "標準出力の形式。なければ text / format of standard output (default: text)")
        ->check(CLI::IsMember(format_names(report_formats())));
    command
        .add_option("-o,--output", options.outputs,
                    "報告を標準出力の代わりに書くファイル。「形式=ファイル」なら標準出力のほかに書く（繰り返し可） / "
                    "file to write the report to instead of standard output; FORMAT=FILE writes one more "
                    "(repeatable)")
        ->allow_extra_args(false)
        ->take_all();
    command
        .add_option("--against", options.against,
                    "計画時のファイル。変わった目標を見つける / the plan edition, to find targets that changed")
        ->allow_extra_args(false)
        ->take_all();
    command.add_option("--baseline", options.baseline, "点検済みの記録 / file of findings that are known already");
    command.add_flag("--write-baseline", options.write_baseline,
                     "今の指摘を記録する / take the present findings into the baseline");
    command.add_flag(
        "--fix", options.fix.write,
        "内容を変えずに直せる指摘を、入力ファイルの中で直す / mend in the files what can be mended without "
        "changing what the sheet says");
    command.add_flag("--diff", options.fix.patch,
                     "直す内容をパッチとして表示し、書き換えない / print the repairs as a patch, write nothing");
    command.add_flag("--unsafe-fixes", options.fix.unsafe,
                     "判断の要る直しも含める（--fix、--diff と共に） / with --fix or --diff, also repairs that need "
                     "judgement");
    command.add_option("--stdin-filename", options.stdin_filename,
                       "標準入力（-）の内容のファイル名。報告と設定の探索に使う / name of the file that standard input "
                       "(-) is the text of, for reports and settings");
    command.add_flag("--prune-baseline", options.prune_baseline,
                     "解消済みの記録を消す / take out what no longer occurs");
}

}  // namespace

void add_validate(CLI::App& app, Session& session) {
    CLI::App* command = app.add_subcommand("validate", "シートを点検する / check sheets and say what to write instead");
    const auto options = std::make_shared<ValidateArguments>();
    add_options(*command, *options);
    command->callback(
        [&session, options] { session.run = [&session, options] { return ValidationRun(session, *options).run(); }; });
}

}  // namespace goalsheet::cmd
