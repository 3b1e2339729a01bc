// SPDX-License-Identifier: MIT
#include "goalsheet/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>

#include "cmd/commands.hpp"
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

struct Options {
    Inputs inputs;
    PolicyOptions policy;
    std::string to;
    std::string output;
    std::string against = "auto";
    std::string as_of;
    SummaryTableOptions tables;
    std::string csv_table = summary_csv_tables().front();
    std::string csv_header = "ja";
    std::string csv_encoding = "utf-8-bom";
};

struct Output {
    std::string path;
    std::string bytes;
};

constexpr std::array<std::string_view, 5> kFormats = {"xlsx", "html", "md", "json", "csv"};

Against against_of(const std::string& name) {
    if (name == "midterm") return Against::midterm;
    return name == "final" ? Against::final : Against::automatic;
}

/// One run of the command: load, check, add up, write.
class SummaryRun {
public:
    SummaryRun(const Session& session, const Options& options)
        : session_(session), options_(options), jobs_(session.threads()) {}

    ExitCode run() {
        const auto chosen = choose_format({options_.to, options_.output, kFormats, "xlsx"});
        if (!chosen) return refuse(chosen.fault());
        format_ = *chosen;
        if (format_ == "xlsx" && (options_.output.empty() || options_.output == "-")) {
            session_.refuse(kNoWorkbookOnStdout);
            return kFailed;
        }
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
        if (documents_.empty()) return kFailed;
        SummaryInput input{documents_, std::move(*findings), inputs->faults(), std::move(pages_)};
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

    /// A document that has been measured and checked, without the places of its texts.
    struct Page {
        Document document;
        SummaryPage figures;
        CheckedPage checked;
    };

    // On any thread. The findings are those that validate gives, whatever day the summary is of.
    Page make_page(Document document, const Validation& validation, const Policy* policy) const {
        const MeasuredDocument measured = measure_document(document);
        CheckedPage checked = validation.check(measured, policy);
        const auto day = parse_date(options_.as_of);
        SummaryPage figures = summarise_page(day ? measure_document(document, day) : measured);
        drop_places(document);
        if (format_ != "xlsx" && format_ != "csv") drop_sheet_texts(document);
        return {std::move(document), std::move(figures), std::move(checked)};
    }

    // What is read of the inputs goes to documents_ and pages_, what the rules say comes back. The checked pages hold
    // the bytes of theirs, so they go before anything is added up.
    Result<std::vector<Finding>> read(InputRun& inputs, const std::vector<Form>& forms, Policies& policies) {
        ValidateOptions options;
        options.form = &forms.front();
        if (forms.size() > 1) options.forms = forms;
        options.today = today();
        Validation validation(options);
        std::map<std::string, const Policy*> policy_of;
        for (const InputFile& input : inputs.files()) {
            const auto policy = policies.find_for(input.path);
            if (!policy) return policy.fault();
            policy_of[input.path] = *policy;
        }
        inputs.each(
            [&](const InputFile& input, std::vector<Document> documents) {
                std::vector<Page> pages;
                for (Document& document : documents)
                    pages.push_back(make_page(std::move(document), validation, policy_of.at(input.path)));
                return pages;
            },
            [&](const InputFile&, std::vector<Page> pages) {
                for (Page& page : pages) {
                    documents_.push_back(std::move(page.document));
                    pages_.push_back(std::move(page.figures));
                    validation.add(std::move(page.checked));
                }
                return true;
            });
        // Tables are Japanese; JSON is in the language of the run.
        const Lang other = format_ == "json" && session_.lang() == Lang::en ? Lang::ja : Lang::en;
        return validation.take_findings([other](Finding& finding) {
            for (Message* message : {&finding.message, &finding.address})
                (other == Lang::ja ? message->ja : message->en) = std::string();
        });
    }

    void write(const Summary& summary) {
        const std::string& format = format_;
        if (format == "xlsx") return write_workbook(summary);
        if (format == "csv") return write_csv(summary);
        if (format == "json") return write_json(summary);
        save({options_.output, format == "html" ? write_summary_html(summary, options_.tables)
                                                : write_summary_markdown(summary, options_.tables)});
    }

    void write_json(const Summary& summary) {
        Outputs outputs(session_, {});
        TextOutput out(session_, outputs, options_.output);
        const auto append = [&out](std::string_view piece) { return out.append(piece); };
        failed_ = !write_summary_json(summary, session_.lang(), append) || !out.finish() || failed_;
    }

    // A set of tables goes to a folder; a file or standard output takes one.
    void write_csv(const Summary& summary) {
        CsvOptions csv;
        csv.header = options_.csv_header == "ja" ? CsvHeader::japanese : CsvHeader::physical;
        csv.encoding = options_.csv_encoding == "utf-8"   ? CsvEncoding::utf8
                       : options_.csv_encoding == "cp932" ? CsvEncoding::cp932
                                                          : CsvEncoding::utf8_bom;
        const bool one = options_.output.empty() || options_.output == "-" || options_.output.ends_with(".csv");
        if (one) return save_csv(options_.output, write_summary_csv(summary, options_.csv_table, csv));
        std::vector<CsvFile> files = write_summary_csv_set(summary, csv);
        const auto path_of = [this](const CsvFile& file) { return (fs::path(options_.output) / file.name).string(); };
        for (const CsvFile& file : files)
            if (!is_free(path_of(file))) {
                failed_ = true;
                return;
            }
        std::error_code error;
        fs::create_directories(options_.output, error);
        for (CsvFile& file : files) {
            const std::string path = path_of(file);
            save_csv(path, std::move(file));
        }
    }

    void save_csv(const std::string& path, CsvFile file) {
        for (const Message& note : file.notes) session_.note(note);
        save({path, std::move(file.bytes)});
    }

    void write_workbook(const Summary& summary) {
        SummaryWorkbookOptions workbook;
        workbook.tables = options_.tables;
        workbook.created = workbook_time();
        auto bytes = write_summary_workbook(summary, workbook);
        if (bytes) return save({options_.output, std::move(*bytes)});
        session_.report(bytes.fault());
        failed_ = true;
    }

    void save(const Output& output) {
        if (output.path.empty() || output.path == "-") {
            failed_ = !session_.print(output.bytes) || failed_;
            return;
        }
        const auto written = write_file(output.path, output.bytes);
        if (!written) {
            session_.report(written.fault());
            failed_ = true;
            return;
        }
        session_.note({fmt::format("{} を書き出しました。", output.path), fmt::format("wrote {}", output.path)});
    }

    const Session& session_;
    const Options& options_;
    unsigned jobs_;
    std::vector<std::string> inputs_;
    std::vector<Document> documents_;
    std::vector<SummaryPage> pages_;
    std::string format_;
    bool failed_ = false;
};

}  // namespace

void add_summary(CLI::App& app, Session& session) {
    CLI::App* command =
        app.add_subcommand("summary", "1年度分をまとめる / add up a year of sheets in one workbook or page");
    const auto options = std::make_shared<Options>();
    add_inputs(*command, options->inputs);
    add_policy_options(*command, options->policy);
    command
        ->add_option(
            "--to", options->to,
            "形式。なければ -o の名前から。それもなければ xlsx / format (default: by the output's name, else xlsx)")
        ->check(CLI::IsMember(std::vector<std::string>(kFormats.begin(), kFormats.end())));
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
    command->add_option("--header", options->csv_header, "CSVの見出し。なければ ja / CSV header names (default: ja)")
        ->check(CLI::IsMember({"ja", "physical"}));
    command
        ->add_option("--csv-encoding", options->csv_encoding,
                     "CSVの文字コード。なければ utf-8-bom / CSV encoding (default: utf-8-bom)")
        ->check(CLI::IsMember({"utf-8-bom", "utf-8", "cp932"}));
    command->callback([&session, options] {
        options->inputs.digest = true;
        options->tables.city_name = options->inputs.cities.city.name;
        session.run = [&session, options] { return SummaryRun(session, *options).run(); };
    });
}

}  // namespace goalsheet::cmd
