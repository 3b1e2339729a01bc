// SPDX-License-Identifier: MIT
#include <array>

#include "goalsheet/write_progress.hpp"

namespace goalsheet {
namespace {

using Bytes = Result<std::string>;
using Options = ProgressTextOptions;

constexpr std::array kFormats = {
    ProgressFormat{.name = "text",
                   .write = [](const Progress& progress, const Options& options) -> Bytes {
                       return write_progress_text(progress, options);
                   }},
    ProgressFormat{.name = "json",
                   .write = [](const Progress& progress, const Options& options) -> Bytes {
                       return write_progress_json(progress, options.lang);
                   }},
    ProgressFormat{.name = "ndjson",
                   .write = [](const Progress& progress, const Options& options) -> Bytes {
                       return write_progress_ndjson(progress.rows, options.lang);
                   },
                   .opening = [](Lang) { return std::string(); },
                   .rows = write_progress_ndjson},
    ProgressFormat{.name = "csv",
                   .write = [](const Progress& progress, const Options& options) -> Bytes {
                       return write_progress_csv(progress, options.lang);
                   },
                   .opening = write_progress_csv_opening,
                   .rows = write_progress_csv_rows},
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
