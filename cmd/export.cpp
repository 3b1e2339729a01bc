// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <filesystem>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include "cmd/commands.hpp"
#include "cmd/csv_export.hpp"
#include "cmd/csv_options.hpp"
#include "cmd/formats.hpp"
#include "cmd/growing_files.hpp"
#include "cmd/inputs.hpp"
#include "cmd/outputs.hpp"
#include "cmd/partitions.hpp"
#include "cmd/run_time.hpp"
#include "goalsheet/export_formats.hpp"
#include "goalsheet/files.hpp"
#include "goalsheet/write.hpp"
#include "goalsheet/write_csv.hpp"

namespace goalsheet::cmd {
namespace {

namespace fs = std::filesystem;

struct ExportArguments {
    Inputs inputs;
    std::string to;
    std::string output;
    bool front_matter = false;
    std::string csv_table = "measures";
    CsvChoice csv;
    std::vector<std::string> partition_by;
};

// Above this many files a line for each would bury what matters.
constexpr std::size_t kMostNamed = 20;

class Exporter {
public:
    Exporter(const Session& session, const ExportArguments& options) : session_(session), options_(options) {}

    ExitCode run() {
        format_ = choose_format(session_, options_.to, options_.output, export_formats());
        if (!format_) return kFailed;
        partitions_ = partitions_of(options_.partition_by);
        if (const auto refused = refuse_partitions()) {
            session_.report(*refused);
            return kFailed;
        }
        Inputs inputs = options_.inputs;
        inputs.digest = format_->names_digest;
        auto run = InputRun::start(session_, inputs);
        if (!run) return kFailed;
        Outputs outputs(session_, run->files());
        if (!partitions_.keys.empty() && !is_set())
            write_partitioned_lines(*run, outputs);
        else if (is_folder(run->files().size()))
            is_set() ? take_csv(export_csv_folders(session_, csv_export(), *run, outputs))
                     : write_folder(*run, outputs);
        else
            write_one(*run, outputs);
        return failed_ || run->failed() || !any_ ? kFailed : kDone;
    }

private:
    bool is_set() const { return format_->shape == ExportShape::tables; }
    bool is_workbook() const { return format_->shape == ExportShape::workbook; }
    bool goes_to_stdout() const { return options_.output.empty() || options_.output == "-"; }

    std::optional<Fault> refuse_partitions() const {
        if (partitions_.keys.empty()) return std::nullopt;
        if (!format_->can_be_parted)
            return Fault{"--partition-by",
                         {"csv と ndjson だけで使えます。--to csv か --to ndjson を付けてください。",
                          "Only csv and ndjson can be parted; add --to csv or --to ndjson."}};
        std::error_code error;
        if (goes_to_stdout() || says_format() || fs::is_regular_file(options_.output, error))
            return Fault{"--partition-by",
                         {"フォルダーに分けて書きます。-o にフォルダーを指定してください。",
                          "It writes folders; name a folder with -o."}};
        if (partitions_.has(Partitions::Key::city) && !options_.inputs.cities.knows_codes())
            return Fault{"--partition-by",
                         {"city で分けるには --city-code か --cities が必要です。",
                          "To part by city, give --city-code or --cities."}};
        return std::nullopt;
    }

    // CSV is a set of tables and a workbook holds one document: several of them need a folder.
    bool is_folder(std::size_t inputs) const {
        if (goes_to_stdout()) return false;
        std::error_code error;
        if (!partitions_.keys.empty()) return true;
        if (fs::is_directory(options_.output, error) || options_.output.ends_with("/")) return true;
        if (fs::exists(options_.output, error)) return false;
        if (says_format()) return false;
        return is_set() || inputs > 1 || !fs::path(options_.output).has_extension();
    }

    // The name of the output ends as files of this format do.
    bool says_format() const {
        const std::vector<std::string> names = format_names(export_formats());
        const auto said = choose_format({{}, options_.output, names});
        return !extension_of(options_.output).empty() && said && *said == format_->name;
    }

    void write_one(InputRun& run, Outputs& outputs) {
        if (!goes_to_stdout() && !outputs.claim(options_.output)) return fail();
        if (is_set()) return take_csv(export_csv_table(session_, csv_export(), run, outputs));
        is_workbook() ? write_one_workbook(run, outputs) : write_stream(run, outputs);
    }

    void write_stream(InputRun& run, Outputs& outputs) {
        TextOutput out(session_, outputs, options_.output);
        const bool written = stream(run, [&](Piece piece) {
            const std::string before = any_ ? std::string(format_->text.between) : opening(piece.title);
            any_ = true;
            return out.append(before + piece.text);
        });
        if (!written || (any_ && !(out.append(format_->text.closing) && out.finish()))) fail();
    }

    std::string opening(const std::string& title) const {
        return format_->text.opening ? format_->text.opening(title) : std::string();
    }

    /// A document's piece, and which folder it belongs to where there are some.
    struct Piece : ExportPiece {
        std::optional<int> year = {};
        City city = {};
    };

    // Every document's piece in input order; false when one could not be written.
    template <class Write>
    bool stream(InputRun& run, Write write) {
        struct Page {
            std::optional<Document> document;  ///< where its text depends on those before it
            Piece piece;
        };
        bool written = true;
        NdjsonRun lines;
        run.each(
            [&](const InputFile& file, std::vector<Document> documents) {
                std::vector<Page> pages;
                for (std::size_t i = 0; i < documents.size(); ++i) {
                    pages.push_back({std::nullopt, render_piece(documents[i], {index_of(run, file), i})});
                    if (format_->text.has_ids) pages.back().document = std::move(documents[i]);
                }
                return pages;
            },
            [&](const InputFile&, std::vector<Page> pages) {
                for (Page& page : pages) {
                    if (page.document) page.piece.text = lines.settle(*page.document, std::move(page.piece.text));
                    written = written && write(std::move(page.piece));
                }
                return written;
            });
        return written;
    }

    static std::size_t index_of(const InputRun& run, const InputFile& file) {
        return static_cast<std::size_t>(&file - run.files().data());
    }

    Piece render_piece(const Document& document, ExportPlace place) const {
        return {format_->text.piece(document, place, export_options()), year_of(document), document.city};
    }

    ExportOptions export_options() const { return {options_.front_matter, workbook_time()}; }

    static std::optional<int> year_of(const Document& document) {
        if (document.fiscal_year) return document.fiscal_year->gregorian;
        for (const Sheet& sheet : document.sheets)
            if (sheet.fiscal_year) return sheet.fiscal_year->gregorian;
        return std::nullopt;
    }

    // A workbook holds one of them.
    std::vector<Document> collect(InputRun& run) {
        std::vector<Document> all;
        run.each([](const InputFile&, std::vector<Document> documents) { return documents; },
                 [&](const InputFile&, std::vector<Document> documents) {
                     std::move(documents.begin(), documents.end(), std::back_inserter(all));
                     return true;
                 });
        any_ = !all.empty();
        return all;
    }

    void write_one_workbook(InputRun& run, Outputs& outputs) {
        const std::vector<Document> documents = collect(run);
        if (!any_) return;
        if (documents.size() > 1)
            return fail({options_.output,
                         {"入力が複数あります。-o にフォルダーを指定してください。",
                          "There are several inputs; give a folder with -o."}});
        commit(make_file(outputs, options_.output, documents));
    }

    /// A file whose bytes wait for their name, or why there is none.
    using Made = Result<NewFile>;

    void write_folder(InputRun& run, Outputs& outputs) {
        for (const InputFile& file : run.files())
            if (!outputs.claim(output_path(file), file.path)) fail();
        if (failed_) return;
        std::vector<std::string> index;
        run.each([&](const InputFile& file,
                     const std::vector<Document>& documents) { return make(outputs, file, documents); },
                 [&](const InputFile& file, MadeInput input) {
                     any_ = any_ || !input.files.empty();
                     take(outputs, file, std::move(input), index);
                     return true;
                 });
        if (index.size() > 1) write_index(outputs, index);
        if (written_ > kMostNamed) note_count(written_);
    }

    struct MadeInput {
        std::vector<Made> files;
        std::vector<std::string> index;
    };

    MadeInput make(Outputs& outputs, const InputFile& file, const std::vector<Document>& documents) const {
        MadeInput made;
        const std::string path = output_path(file);
        const std::span<const Document> all(documents);
        for (std::size_t i = 0; is_workbook() && i < all.size(); ++i)
            made.files.push_back(make_file(outputs, numbered(path, i, all.size()), all.subspan(i, 1)));
        if (!is_workbook()) made.files.push_back(make_file(outputs, path, all));
        for (std::size_t i = 0; format_->index.entry && i < all.size(); ++i)
            made.index.push_back(format_->index.entry(all[i], relative_path(file).generic_string()));
        return made;
    }

    Made make_file(Outputs& outputs, const std::string& path, std::span<const Document> documents) const {
        const auto bytes = format_->write(documents, export_options());
        return bytes ? outputs.write(path, *bytes) : Made(bytes.fault());
    }

    void take(Outputs& outputs, const InputFile& file, MadeInput input, std::vector<std::string>& index) {
        const std::string planned = output_path(file);
        for (Made& made : input.files) {
            // Workbooks of an input with several documents have names that nobody knew before.
            if (made && made->path() != planned && !outputs.claim(made->path(), file.path)) {
                fail();
                continue;
            }
            commit(std::move(made));
        }
        std::move(input.index.begin(), input.index.end(), std::back_inserter(index));
    }

    void commit(Made made) {
        if (!made) return fail(made.fault());
        const auto written = made->commit();
        if (!written) return fail(written.fault());
        if (++written_ <= kMostNamed)
            session_.note({fmt::format("{} を書き出しました。", made->path()), fmt::format("wrote {}", made->path())});
    }

    void write_index(Outputs& outputs, const std::vector<std::string>& entries) {
        const auto path_of = [&](const char* name) {
            return (fs::path(options_.output) / name).replace_extension(format_->name).string();
        };
        // index.html among the inputs becomes index.md itself.
        const std::string path = path_of(outputs.is_free(path_of("index")) ? "index" : "index-of-sheets");
        if (!outputs.claim(path)) return fail();
        commit(outputs.write(path, format_->index.page(entries)));
    }

    CsvExport csv_export() const {
        return {options_.output, partitions_, *csv_table_from_name(options_.csv_table), options_.csv.options()};
    }

    void take_csv(const CsvExported& exported) {
        any_ = exported.any;
        failed_ = failed_ || exported.failed;
        name_written(exported.written);
    }

    // A file of lines in each folder of the partition.
    void write_partitioned_lines(InputRun& run, Outputs& outputs) {
        GrowingFiles files(session_, outputs);
        const bool written = stream(run, [&](Piece piece) {
            any_ = true;
            const fs::path folder = fs::path(options_.output) / partitions_.folder_of(piece.year, piece.city);
            return files.append((folder / "documents").replace_extension(format_->name).string(), piece.text);
        });
        if (!any_) return;
        if (!written || !files.finish()) return fail();
        name_written(files.written());
    }

    void name_written(const std::vector<std::string>& paths) {
        written_ += paths.size();
        for (const std::string& path : paths)
            if (paths.size() <= kMostNamed)
                session_.note({fmt::format("{} を書き出しました。", path), fmt::format("wrote {}", path)});
        if (paths.size() > kMostNamed) note_count(paths.size());
    }

    void note_count(std::size_t count) const {
        session_.note({fmt::format("{} に{}個のファイルを書き出しました。", options_.output, count),
                       fmt::format("wrote {} files to {}", count, options_.output)});
    }

    // Links are relative to the folder, as the files are named in it.
    fs::path relative_path(const InputFile& file) const {
        return fs::path(file.relative).replace_extension(format_->name);
    }

    std::string output_path(const InputFile& file) const {
        return (fs::path(options_.output) / relative_path(file)).string();
    }

    std::string numbered(const fs::path& path, std::size_t index, std::size_t count) const {
        if (count == 1) return path.string();
        return fs::path(path)
            .replace_filename(fmt::format("{}-{}.{}", path.stem().string(), index + 1, format_->name))
            .string();
    }

    void fail(const Fault& fault) {
        session_.report(fault);
        failed_ = true;
    }
    void fail() { failed_ = true; }  // what was reported already

    const Session& session_;
    const ExportArguments& options_;
    const ExportFormat* format_ = nullptr;
    Partitions partitions_;
    std::size_t written_ = 0;
    bool any_ = false;
    bool failed_ = false;
};

}  // namespace

void add_export(CLI::App& app, Session& session) {
    CLI::App* command = app.add_subcommand("export", "シートを読み、書き出す / read sheets and write them");
    const auto options = std::make_shared<ExportArguments>();
    add_inputs(*command, options->inputs);
    command
        ->add_option(
            "--to", options->to,
            "形式。なければ -o の名前から。それもなければ json / format (default: by the output's name, else json)")
        ->check(CLI::IsMember(format_names(export_formats())));
    command->add_option(
        "-o,--output", options->output,
        "出力先のファイルかフォルダー。なければ標準出力 / file or folder to write (default: standard output)");
    command->add_flag("--front-matter", options->front_matter,
                      "Markdownの先頭にYAMLを付ける / YAML block on top of Markdown");
    std::vector<std::string> tables;
    for (const CsvTable table : kCsvTables) tables.emplace_back(csv_table_name(table));
    command
        ->add_option("--table", options->csv_table,
                     "標準出力に書くCSVの表。なければ measures / CSV table for standard output (default: measures)")
        ->check(CLI::IsMember(tables));
    add_csv_options(*command, options->csv);
    add_city_options(*command, options->inputs.cities);
    command
        ->add_option(
            "--partition-by", options->partition_by,
            "CSV・NDJSONを year=2025/city=011002/ のようなフォルダーに分ける（year、city） / folders for CSV and "
            "NDJSON, such as year=2025/city=011002/ (year, city)")
        ->delimiter(',')
        ->check(check_partition_key);
    command->callback(
        [&session, options] { session.run = [&session, options] { return Exporter(session, *options).run(); }; });
}

}  // namespace goalsheet::cmd
