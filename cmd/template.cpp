// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "cmd/commands.hpp"
#include "cmd/formats.hpp"
#include "cmd/inputs.hpp"
#include "cmd/outputs.hpp"
#include "cmd/run_time.hpp"
#include "goalsheet/progress.hpp"
#include "goalsheet/text.hpp"
#include "goalsheet/write_template.hpp"

namespace goalsheet::cmd {
namespace {

namespace fs = std::filesystem;

constexpr int kFirstYear = 2000;
constexpr int kLastYear = 2100;

struct TemplateArguments {
    Inputs inputs;
    std::string output;
    std::string year;
    std::string department;
    std::size_t goals = 1;
    std::size_t items = 0;
};

// 2026, 令和8, 令和8年度, R8.
std::optional<int> read_year(const std::string& text) {
    auto year = find_fiscal_year(text);
    if (!year || trim(text) != year->label) year = find_fiscal_year(std::string(trim(text)) + "年度");
    if (!year || year->gregorian < kFirstYear || year->gregorian > kLastYear) return std::nullopt;
    return year->gregorian;
}

// Forms are made before their year begins or in its spring: the year whose first of April is nearest.
int year_to_come() {
    const auto day = parse_date(today());
    return !day ? kFirstYear : day->month >= 10 ? day->year + 1 : day->year;
}

/// One run of the command: an empty form, or a form for each document of the inputs.
class Template {
public:
    Template(const Session& session, const TemplateArguments& options) : session_(session), options_(options) {}

    ExitCode run() {
        const std::vector<std::string> formats = {"xlsx"};
        if (const auto format = choose_format({{}, options_.output, formats}); !format) return refuse(format.fault());
        if (options_.output == "-") {
            session_.refuse(kNoWorkbookOnStdout);
            return kFailed;
        }
        auto forms = load_forms(session_);
        if (!forms) return refuse(forms.fault());
        if (forms->size() > 1)
            return refuse({session_.forms.back(),
                           {"記入用の様式は1つの様式から作ります。--form には1つだけ指定してください。",
                            "A template is made of one form; give one with --form."}});
        form_ = std::move(forms->front());
        return options_.inputs.given.empty() ? write_empty() : write_carried();
    }

private:
    ExitCode refuse(const Fault& fault) const {
        session_.report(fault);
        return kFailed;
    }

    TemplateOptions options_for(int year) const {
        TemplateOptions made;
        made.form = &form_;
        made.year = year;
        made.department = options_.department;
        made.goals = options_.goals;
        made.items = options_.items;
        made.created = workbook_time();
        return made;
    }

    bool is_folder() const {
        std::error_code error;
        return options_.output.ends_with("/") || fs::is_directory(options_.output, error);
    }

    ExitCode write_empty() {
        if (is_folder())
            return refuse({options_.output,
                           {"フォルダーではなく、ファイルの名前（様式.xlsx など）を指定してください。",
                            "Name a file, not a folder."}});
        Outputs outputs(session_, {});
        const int year = options_.year.empty() ? year_to_come() : *read_year(options_.year);
        return save(outputs, options_.output, year, write_template(options_for(year))) ? kDone : kFailed;
    }

    ExitCode write_carried() {
        const Loaded loaded = load_documents(session_, options_.inputs);
        if (loaded.documents.empty()) return kFailed;
        if (loaded.documents.size() > 1 && !is_folder())
            return refuse({options_.output,
                           {"前年度のシートが複数あります。-o にフォルダーを指定してください（例: -o 様式/）。",
                            "There are several documents; give a folder with -o, for example -o forms/."}});
        std::vector<InputFile> inputs;
        for (const Document& document : loaded.documents) inputs.push_back({document.source.path, {}});
        Outputs outputs(session_, inputs);
        bool all = !loaded.failed;
        for (std::size_t i = 0; i < loaded.documents.size(); ++i)
            all = write_one(outputs, loaded.documents[i], path_of(loaded, i)) && all;
        return all ? kDone : kFailed;
    }

    // In a folder a form is called as last year's file; those of one file are numbered.
    std::string path_of(const Loaded& loaded, std::size_t index) const {
        if (!is_folder()) return options_.output;
        std::size_t before = 0;
        bool alone = true;
        for (std::size_t i = 0; i < loaded.relative.size(); ++i) {
            const bool same = loaded.documents[i].source.path == loaded.documents[index].source.path;
            if (same && i < index) ++before;
            if (same && i != index) alone = false;
        }
        const fs::path name = fs::path(loaded.relative[index]).replace_extension();
        const std::string number = alone ? "" : fmt::format("-{}", before + 1);
        return (fs::path(options_.output) / (name.string() + number + ".xlsx")).string();
    }

    bool write_one(Outputs& outputs, const Document& last, const std::string& path) {
        if (options_.year.empty() && !last.fiscal_year) {
            session_.report({last.source.path,
                             {"年度の記載がありません。--year 2026 のように、様式の年度を指定してください。",
                              "The document names no fiscal year; give that of the form, for example --year 2026."}});
            return false;
        }
        const int year = options_.year.empty() ? last.fiscal_year->gregorian + 1 : *read_year(options_.year);
        if (!save(outputs, path, year, write_template(last, options_for(year)), last.source.path)) return false;
        note_left_behind(last);
        return true;
    }

    void note_left_behind(const Document& last) const {
        std::size_t texts = 0;
        for (const Sheet& sheet : last.sheets) texts += sheet.unplaced.size();
        if (texts > 0)
            session_.note(
                {fmt::format("{}: どの欄にも入らなかった記載が{}件あり、引き継いでいません。", last.source.path, texts),
                 fmt::format("{}: texts without a field were left behind: {}", last.source.path, texts)});
    }

    bool save(Outputs& outputs, const std::string& path, int year, const Result<std::string>& bytes,
              const std::string& input = {}) const {
        if (!outputs.claim(path, input)) return false;
        if (!bytes) return refuse(bytes.fault()) == kDone;
        auto file = outputs.write(path, *bytes);
        const auto written = file ? file->commit() : Result<Written>(file.fault());
        if (!written) return refuse(written.fault()) == kDone;
        session_.note({fmt::format("{}の様式を {} に書き出しました。", fiscal_year_label(year), path),
                       fmt::format("wrote the form for fiscal year {} to {}", year, path)});
        return true;
    }

    const Session& session_;
    const TemplateArguments& options_;
    Form form_;
};

}  // namespace

void add_template(CLI::App& app, Session& session) {
    CLI::App* command = app.add_subcommand(
        "template",
        "記入用の様式（Excel）を作る。空の様式か、前年度から引き継いだ様式 / make a form to be filled in, "
        "empty or carried over from last year");
    const auto options = std::make_shared<TemplateArguments>();
    command->add_option(
        "DOCUMENT", options->inputs.given,
        "前年度のシート（ファイル・フォルダー）。なければ空の様式 / last year's sheets, files or folders; "
        "without them the form is empty");
    command
        ->add_option(
            "-o,--output", options->output,
            "出力先のブック（前年度のシートが複数ならフォルダー） / workbook to write, or a folder for several")
        ->required();
    command
        ->add_option("--year", options->year,
                     "様式の年度。2026、令和8年度など（なければ前年度の次、空の様式では次に始まる年度） / fiscal year "
                     "of the form (default: the one after the document's, or the one to come)")
        ->check([](const std::string& text) {
            return read_year(text)
                       ? ""
                       : "「" + text + "」は年度ではありません。2026 や 令和8年度 のように書いてください / “" + text +
                             "” is no fiscal year; write 2026";
        });
    command->add_option("--department", options->department, "部局名を入れておく / department to write in");
    command->add_option("--goals", options->goals, "目標のシートの数（少なくとも） / sheets for goals, at least")
        ->check(CLI::Range(std::size_t{1}, kMostTemplateGoals));
    command
        ->add_option("--items", options->items,
                     "取組の行の数（少なくとも。なければ5行、引き継ぐときは1行多く） / rows for items, at least "
                     "(default: 5, or one more than last year)")
        ->check(CLI::Range(std::size_t{1}, kMostTemplateItems));
    command->callback([&session, options] {
        options->inputs.digest = true;
        session.run = [&session, options] { return Template(session, *options).run(); };
    });
}

}  // namespace goalsheet::cmd
