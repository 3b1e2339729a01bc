// SPDX-License-Identifier: MIT
#include <array>
#include <utility>

#include "goalsheet/write_progress.hpp"

namespace goalsheet {
namespace {

using Bytes = Result<std::string>;
using Options = ProgressTextOptions;

class NdjsonPieces : public ProgressPieces {
public:
    explicit NdjsonPieces(const Options& options) : lang_(options.lang) {}
    std::string add(std::span<const ProgressRow> rows) override { return write_progress_ndjson(rows, lang_); }

private:
    Lang lang_;
};

class CsvPieces : public ProgressPieces {
public:
    explicit CsvPieces(const Options& options) : lang_(options.lang) {}
    std::string add(std::span<const ProgressRow> rows) override {
        const std::string opening = std::exchange(any_, true) ? "" : write_progress_csv_opening(lang_);
        return opening + write_progress_csv_rows(rows, lang_);
    }

private:
    Lang lang_;
    bool any_ = false;
};

template <class Pieces>
std::unique_ptr<ProgressPieces> begin(const Options& options) {
    return std::make_unique<Pieces>(options);
}

constexpr std::array kFormats = {
    ProgressFormat{.name = "text",
                   .write = [](const Progress& progress, const Options& options) -> Bytes {
                       return write_progress_text(progress, options);
                   },
                   .pieces = begin<ProgressText>},
    ProgressFormat{.name = "json",
                   .write = [](const Progress& progress, const Options& options) -> Bytes {
                       return write_progress_json(progress, options.lang);
                   }},
    ProgressFormat{.name = "ndjson",
                   .write = [](const Progress& progress, const Options& options) -> Bytes {
                       return write_progress_ndjson(progress.rows, options.lang);
                   },
                   .pieces = begin<NdjsonPieces>},
    ProgressFormat{.name = "csv",
                   .write = [](const Progress& progress, const Options& options) -> Bytes {
                       return write_progress_csv(progress, options.lang);
                   },
                   .pieces = begin<CsvPieces>},
    ProgressFormat{.name = "md",
                   .write = [](const Progress& progress, const Options& options) -> Bytes {
                       return write_progress_markdown(progress, options.lang);
                   }},
    ProgressFormat{.name = "xlsx",
                   .write = [](const Progress& progress,
                               const Options& options) { return write_progress_xlsx(progress, options.lang); },
                   .binary = true},
};

}  // namespace

std::span<const ProgressFormat> progress_formats() { return kFormats; }

}  // namespace goalsheet
