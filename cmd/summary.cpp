// SPDX-License-Identifier: MIT
#include "goalsheet/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>

#include "cmd/commands.hpp"
#include "cmd/csv_options.hpp"
#include "cmd/formats.hpp"
#include "cmd/inputs.hpp"
#include "cmd/outputs.hpp"
#include "cmd/policies.hpp"
#include "cmd/run_time.hpp"
#include "goalsheet/files.hpp"
#include "goalsheet/validate.hpp"
#include "goalsheet/write_summary.hpp"

namespace goalsheet::cmd {
namespace {

namespace fs = std::filesystem;

struct SummaryArguments {
    Inputs inputs;
    PolicyOptions policy;
    std::string to;
    std::string output;
    std::string against = "auto";
    std::string as_of;
    SummaryTableOptions tables;
    std::string csv_table = summary_csv_tables().front();
    CsvChoice csv;
};

/// One run of the command: load, check, add up, write.
class SummaryRun {
public:
    SummaryRun(const Session& session, const SummaryArguments& options)
        : session_(session), options_(options), jobs_(session.threads()) {}

    ExitCode run() {
        format_ = choose_format(session_, options_.to, options_.output, summary_formats());
        if (!format_) return kFailed;
        auto forms = load_forms(session_);
        auto policies = Policies::load(options_.policy);
        if (!forms) return refuse(forms.fault());
        if (!policies) return refuse(policies.fault());
        auto inputs = InputRun::start(session_, options_.inputs);
        if (!inputs) return kFailed;
        for (const InputFile& input : inputs->files()) inputs_.push_back(input.path);
        if (!options_.output.empty() && !is_free(options_.output)) return kFailed;
        auto findings = read(*inputs, *forms, *policies);
        if (!findings) return refuse(findings.fault());
        failed_ = inputs->failed();
        if (pages_.empty()) return kFailed;
        SummaryInput input{{}, std::move(*findings), inputs->faults(), std::move(pages_)};
        SummaryOptions options;
        options.against = against_of(options_.against);
        options.as_of = parse_date(options_.as_of);
        options.jobs = jobs_;
        write(summarise(std::move(input), options));
        return failed_ ? kFailed : kDone;
    }

private:
    ExitCode refuse(const Fault& fault) const {
        session_.report(fault);
        return kFailed;
    }

    bool is_free(const std::string& path) const {
        const bool taken = std::any_of(inputs_.begin(), inputs_.end(),
                                       [&](const std::string& input) { return is_same_file(input, path); });
        if (taken)
            session_.report({path,
                             {"出力先が入力ファイルと同じです。別の名前を指定してください。",
                              "The output is one of the inputs; choose another name."}});
        return !taken;
    }

    /// What stays of a document that has been measured and checked.
    struct Page {
        SummaryPage figures;
        CheckedPage checked;
    };

    // On any thread. The findings are those that validate gives, whatever day the summary is of.
    Page make_page(const Document& document, const Validation& validation, const Policy* policy) const {
        const MeasuredDocument measured = measure_document(document);
        CheckedPage checked = validation.check(measured, policy);
        const auto day = parse_date(options_.as_of);
        const SummaryTexts texts = format_->has_texts ? SummaryTexts::all : SummaryTexts::of_items;
        return {summarise_page(day ? measure_document(document, day) : measured, texts), std::move(checked)};
    }

    // What is read of the inputs goes to pages_, what the rules say comes back.
    Result<FindingList> read(InputRun& inputs, const std::vector<Form>& forms, Policies& policies) {
        ValidateOptions options;
        options.form = &forms.front();
        if (forms.size() > 1) options.forms = forms;
        options.today = today();
        // Tables are Japanese; JSON is in the language of the run.
        options.gist = format_->takes_language ? session_.lang() : Lang::ja;
        Validation validation(options);
        std::map<std::string, const Policy*> policy_of;
        for (const InputFile& input : inputs.files()) {
            const auto policy = policies.find_for(input.path);
            if (!policy) return policy.fault();
            policy_of[input.path] = *policy;
        }
        inputs.each(
            [&](const InputFile& input, const std::vector<Document>& documents) {
                std::vector<Page> pages;
                for (const Document& document : documents)
                    pages.push_back(make_page(document, validation, policy_of.at(input.path)));
                return pages;
            },
            [&](const InputFile&, std::vector<Page> pages) {
                for (Page& page : pages) {
                    pages_.push_back(std::move(page.figures));
                    validation.add(std::move(page.checked));
                }
                return true;
            });
        return validation.take_findings();
    }

    void write(const Summary& summary) {
        SummaryOutputOptions output;
        output.tables = options_.tables;
        output.lang = session_.lang();
        output.created = workbook_time();
        output.csv_table = options_.csv_table;
        output.csv = options_.csv.options();
        if (format_->stream) return write_stream(summary, output);
        if (format_->write_set && !is_one_file()) return write_set(format_->write_set(summary, output));
        const auto text = format_->write(summary, output);
        if (text) return save(options_.output, *text);
        session_.report(text.fault());
        failed_ = true;
    }

    void write_stream(const Summary& summary, const SummaryOutputOptions& output) {
        Outputs outputs(session_, {});
        TextOutput out(session_, outputs, options_.output);
        const auto append = [&out](std::string_view piece) { return out.append(piece); };
        const Result<bool> taken = format_->stream(summary, output, append);
        if (!taken) session_.report(taken.fault());
        failed_ = !taken || !*taken || !out.finish() || failed_;
    }

    // A set of tables goes to a folder; a file or standard output takes one.
    bool is_one_file() const {
        return options_.output.empty() || options_.output == "-" ||
               options_.output.ends_with("." + std::string(format_->name));
    }

    void write_set(std::vector<CsvFile> files) {
        const auto path_of = [this](const CsvFile& file) { return (fs::path(options_.output) / file.name).string(); };
        for (const CsvFile& file : files)
            if (!is_free(path_of(file))) {
                failed_ = true;
                return;
            }
        std::error_code error;
        fs::create_directories(options_.output, error);
        for (CsvFile& file : files) save(path_of(file), {std::move(file.bytes), std::move(file.notes)});
    }

    void save(const std::string& path, const SummaryText& text) {
        for (const Message& note : text.notes) session_.note(note);
        if (path.empty() || path == "-") {
            failed_ = !session_.print(text.bytes) || failed_;
            return;
        }
        const auto written = write_file(path, text.bytes);
        if (!written) {
            session_.report(written.fault());
            failed_ = true;
            return;
        }
        session_.note({fmt::format("{} を書き出しました。", path), fmt::format("wrote {}", path)});
    }

    const Session& session_;
    const SummaryArguments& options_;
    unsigned jobs_;
    std::vector<std::string> inputs_;
    std::vector<SummaryPage> pages_;
    const SummaryFormat* format_ = nullptr;
    bool failed_ = false;
};

}  // namespace

void add_summary(CLI::App& app, Session& session) {
    CLI::App* command =
        app.add_subcommand("summary", "1年度分をまとめる / add up a year of sheets in one workbook or page");
    const auto options = std::make_shared<SummaryArguments>();
    add_inputs(*command, options->inputs);
    add_policy_options(*command, options->policy);
    command
        ->add_option(
            "--to", options->to,
            "形式。なければ -o の名前から。それもなければ xlsx / format (default: by the output's name, else xlsx)")
        ->check(CLI::IsMember(format_names(summary_formats())));
    command->add_option("-o,--output", options->output,
                        "出力先のファイル（CSVはフォルダーも可） / file to write, for CSV also a folder");
    command
        ->add_option("--against", options->against,
                     "集計する報告。なければ最新のもの / the report to add up (default: the latest there is)")
        ->check(CLI::IsMember({"midterm", "final", "auto"}));
    command
        ->add_option("--as-of", options->as_of,
                     "報告に時点がないときの日（YYYY-MM-DD） / day of reports that name none (YYYY-MM-DD)")
        ->check([](const std::string& day) {
            return parse_date(day) ? ""
                                   : "「" + day + "」は日付ではありません。2025-09-30 のように書いてください / “" +
                                         day + "” is no date; write 2025-09-30";
        });
    add_city_options(*command, options->inputs.cities);
    command->add_option("--table", options->csv_table, "標準出力かファイルに書くCSVの表 / CSV table for a single file")
        ->check(CLI::IsMember(summary_csv_tables()));
    add_csv_options(*command, options->csv);
    command->callback([&session, options] {
        options->inputs.digest = true;
        options->tables.city_name = options->inputs.cities.city.name;
        session.run = [&session, options] { return SummaryRun(session, *options).run(); };
    });
}

}  // namespace goalsheet::cmd
