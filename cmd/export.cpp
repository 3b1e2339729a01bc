// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>

#include "cmd/commands.hpp"
#include "cmd/inputs.hpp"
#include "goalsheet/files.hpp"
#include "goalsheet/write.hpp"
#include "goalsheet/write_csv.hpp"
#include "goalsheet/write_markdown.hpp"
#include "goalsheet/write_xlsx.hpp"

namespace goalsheet::cmd {
namespace {

namespace fs = std::filesystem;

struct Options {
    Inputs inputs;
    std::string to;
    std::string output;
    bool front_matter = false;
    std::string csv_table = "measures";
    std::string csv_header = "ja";
    std::string csv_encoding = "utf-8-bom";
    std::string city_code;
    std::string city_name;
};

/// One file to write: the whole text of a format, or one document's share of it.
struct Output {
    std::string path;
    std::string bytes;
};

const std::map<std::string, std::string> kFormats = {
    {"json", ".json"}, {"ndjson", ".ndjson"}, {"md", ".md"}, {"csv", ".csv"}, {"xlsx", ".xlsx"}};

// The format asked for, else what the output's name says, else JSON.
std::string format_of(const Options& options) {
    if (!options.to.empty()) return options.to;
    const std::string extension = fs::path(options.output).extension().string();
    for (const auto& [format, ending] : kFormats)
        if (extension == ending) return format;
    return "json";
}

CsvOptions csv_options(const Options& options) {
    CsvOptions csv;
    csv.city_code = options.city_code;
    csv.city_name = options.city_name;
    csv.header = options.csv_header == "ja" ? CsvHeader::japanese : CsvHeader::physical;
    csv.encoding = options.csv_encoding == "utf-8"   ? CsvEncoding::utf8
                   : options.csv_encoding == "cp932" ? CsvEncoding::cp932
                                                     : CsvEncoding::utf8_bom;
    return csv;
}

std::optional<std::int64_t> source_date_epoch() {
    const char* value = std::getenv("SOURCE_DATE_EPOCH");
    if (!value || !*value) return std::nullopt;
    char* end = nullptr;
    const long long seconds = std::strtoll(value, &end, 10);
    return *end == '\0' ? std::optional<std::int64_t>(seconds) : std::nullopt;
}

class Exporter {
public:
    Exporter(const Session& session, const Options& options)
        : session_(session), options_(options), format_(format_of(options)) {}

    ExitCode run() {
        Loaded loaded = load_documents(session_, options_.inputs);
        failed_ = loaded.failed;
        if (loaded.documents.empty()) return kFailed;
        std::error_code error;
        const bool to_folder = !options_.output.empty() && (fs::is_directory(options_.output, error) ||
                                                            options_.output.ends_with("/") || needs_folder(loaded));
        if (to_folder)
            write_folder(loaded);
        else
            write_one(loaded);
        return failed_ ? kFailed : kDone;
    }

private:
    // CSV is a set of tables and a workbook holds one document: several of them need a folder.
    bool needs_folder(const Loaded& loaded) const {
        const bool named_as_file =
            kFormats.contains(format_) && fs::path(options_.output).extension() == kFormats.at(format_);
        if (named_as_file) return false;
        return format_ == "csv" || loaded.documents.size() > 1 || fs::path(options_.output).extension().empty();
    }

    std::string render(std::span<const Document> documents) {
        if (format_ == "json") return write_json(documents);
        if (format_ == "ndjson") return write_ndjson(documents);
        if (format_ == "md") return write_markdown(documents, {options_.front_matter});
        if (format_ == "csv")
            return render_csv(write_csv(documents, *csv_table_from_name(options_.csv_table), csv_options(options_)));
        return render_workbook(documents.front());
    }

    std::string render_csv(CsvFile file) {
        for (const Message& note : file.notes) session_.note(note);
        return std::move(file.bytes);
    }

    std::string render_workbook(const Document& document) {
        WorkbookOptions workbook;
        workbook.created = source_date_epoch();
        auto bytes = write_workbook(document, workbook);
        if (bytes) return std::move(*bytes);
        session_.report(bytes.fault());
        failed_ = true;
        return {};
    }

    void write_one(const Loaded& loaded) {
        if (format_ == "xlsx" && options_.output.empty()) {
            fail({"-",
                  {"Excelブックは標準出力に書けません。-o で出力先を指定してください。",
                   "A workbook does not go to standard output; name a file with -o."}});
            return;
        }
        if (format_ == "xlsx" && loaded.documents.size() > 1) {
            fail({options_.output,
                  {"入力が複数あります。-o にフォルダーを指定してください。",
                   "There are several inputs; give a folder with -o."}});
            return;
        }
        std::string bytes = render(loaded.documents);
        if (failed_ && bytes.empty()) return;
        if (options_.output.empty() || options_.output == "-")
            failed_ = !session_.print(bytes) || failed_;
        else
            write({{options_.output, std::move(bytes)}}, loaded);
    }

    void write_folder(const Loaded& loaded) {
        std::vector<Output> outputs;
        if (format_ == "csv") {
            for (CsvFile& file : write_csv_set(loaded.documents, csv_options(options_))) {
                std::string path = (fs::path(options_.output) / file.name).string();
                outputs.push_back({std::move(path), render_csv(std::move(file))});
            }
        } else {
            for (const auto& [first, last] : files_of(loaded)) {
                fs::path name = fs::path(loaded.relative[first]);
                name.replace_extension(kFormats.at(format_));
                const std::span<const Document> documents(&loaded.documents[first], last - first);
                if (format_ == "xlsx") {
                    for (std::size_t i = 0; i < documents.size(); ++i)
                        outputs.push_back({workbook_path(name, i, documents.size()), render_workbook(documents[i])});
                } else {
                    outputs.push_back({(fs::path(options_.output) / name).string(), render(documents)});
                }
            }
        }
        if (format_ == "md" && outputs.size() > 1) add_index(outputs, loaded);
        write(std::move(outputs), loaded);
    }

    // Links are relative to the folder, as the files are named in it.
    void add_index(std::vector<Output>& outputs, const Loaded& loaded) {
        std::vector<std::string> links;
        for (const std::string& relative : loaded.relative)
            links.push_back(fs::path(relative).replace_extension(".md").generic_string());
        outputs.push_back(
            {(fs::path(options_.output) / "index.md").string(), write_markdown_index(loaded.documents, links)});
    }

    std::string workbook_path(const fs::path& name, std::size_t index, std::size_t count) const {
        fs::path path = fs::path(options_.output) / name;
        if (count > 1) path.replace_filename(fmt::format("{}-{}.xlsx", name.stem().string(), index + 1));
        return path.string();
    }

    // Documents that came from one file stand together.
    static std::vector<std::pair<std::size_t, std::size_t>> files_of(const Loaded& loaded) {
        std::vector<std::pair<std::size_t, std::size_t>> ranges;
        for (std::size_t i = 0; i < loaded.documents.size(); ++i) {
            if (i > 0 && loaded.documents[i].source.path == loaded.documents[i - 1].source.path)
                ranges.back().second = i + 1;
            else
                ranges.emplace_back(i, i + 1);
        }
        return ranges;
    }

    // Refused before anything is written: an output that is an input, or that two inputs would write.
    bool collides(const std::vector<Output>& outputs, const Loaded& loaded) {
        std::map<std::string, int> count;
        for (const Document& document : loaded.documents) count[canonical(document.source.path)] = -1;
        bool collision = false;
        for (const Output& output : outputs) {
            int& seen = count[canonical(output.path)];
            if (seen == -1) {
                fail({output.path,
                      {"出力先が入力ファイルと同じです。別の名前を指定してください。",
                       "The output is one of the inputs; choose another name."}});
                collision = true;
            } else if (++seen > 1) {
                fail({output.path,
                      {"2つの入力が同じ出力ファイルになります。入力の名前を変えてください。",
                       "Two inputs would write this file; rename one of them."}});
                collision = true;
            }
        }
        return collision;
    }

    static std::string canonical(const std::string& path) {
        std::error_code error;
        const fs::path full = fs::weakly_canonical(path, error);
        return error ? path : full.string();
    }

    void write(std::vector<Output> outputs, const Loaded& loaded) {
        if (collides(outputs, loaded)) return;
        for (const Output& output : outputs) {
            std::error_code error;
            const fs::path folder = fs::path(output.path).parent_path();
            if (!folder.empty()) fs::create_directories(folder, error);
            const auto written = write_file(output.path, output.bytes);
            if (!written) {
                fail(written.fault());
                continue;
            }
            session_.note({fmt::format("{} を書き出しました。", output.path), fmt::format("wrote {}", output.path)});
        }
    }

    void fail(const Fault& fault) {
        session_.report(fault);
        failed_ = true;
    }

    const Session& session_;
    const Options& options_;
    std::string format_;
    bool failed_ = false;
};

}  // namespace

void add_export(CLI::App& app, Session& session) {
    CLI::App* command = app.add_subcommand("export", "シートを読み、書き出す / read sheets and write them");
    const auto options = std::make_shared<Options>();
    add_inputs(*command, options->inputs);
    command->add_option("--to", options->to, "形式 / format")
        ->check(CLI::IsMember({"json", "ndjson", "md", "csv", "xlsx"}));
    command->add_option("-o,--output", options->output,
                        "出力先のファイルかフォルダー / file or folder to write (default: standard output)");
    command->add_flag("--front-matter", options->front_matter,
                      "Markdownの先頭にYAMLを付ける / YAML block on top of Markdown");
    std::vector<std::string> tables;
    for (const CsvTable table : kCsvTables) tables.emplace_back(csv_table_name(table));
    command->add_option("--table", options->csv_table, "標準出力に書くCSVの表 / CSV table for standard output")
        ->check(CLI::IsMember(tables));
    command->add_option("--header", options->csv_header, "CSVの見出し / CSV header names")
        ->check(CLI::IsMember({"ja", "physical"}));
    command->add_option("--csv-encoding", options->csv_encoding, "CSVの文字コード / CSV encoding")
        ->check(CLI::IsMember({"utf-8-bom", "utf-8", "cp932"}));
    command->add_option("--city-code", options->city_code, "全国地方公共団体コード / local government code, six digits")
        ->check([](const std::string& code) {
            return is_city_code(code) ? ""
                                      : code +
                                            "は全国地方公共団体コード（検査数字を含む6桁）ではありません / is no local "
                                            "government code";
        });
    command->add_option("--city-name", options->city_name, "地方公共団体名 / name of the local government");
    command->callback([&session, options] {
        session.run = [&session, options] { return Exporter(session, *options).run(); };
        const std::string format = format_of(*options);
        options->inputs.digest = format == "xlsx" || format == "csv";
    });
}

}  // namespace goalsheet::cmd
