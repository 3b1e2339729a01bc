// SPDX-License-Identifier: MIT
#include <array>
#include <utility>

#include "goalsheet/write_summary.hpp"

namespace goalsheet {
namespace {

using Options = SummaryOutputOptions;
using Text = Result<SummaryText>;

Text write_xlsx(const Summary& summary, const Options& options) {
    auto bytes = write_summary_workbook(summary, {options.tables, options.created});
    return bytes ? Text(SummaryText{std::move(*bytes)}) : Text(bytes.fault());
}

Text write_html(const Summary& summary, const Options& options) {
    return SummaryText{write_summary_html(summary, options.tables)};
}

Text write_markdown(const Summary& summary, const Options& options) {
    return SummaryText{write_summary_markdown(summary, options.tables)};
}

Text write_json(const Summary& summary, const Options& options) {
    return SummaryText{write_summary_json(summary, options.lang)};
}

Result<bool> stream_xlsx(const Summary& summary, const Options& options, const TextSink& sink) {
    return write_summary_workbook(summary, {options.tables, options.created}, sink);
}

Result<bool> stream_html(const Summary& summary, const Options& options, const TextSink& sink) {
    return write_summary_html(summary, options.tables, sink);
}

Result<bool> stream_json(const Summary& summary, const Options& options, const TextSink& sink) {
    return write_summary_json(summary, options.lang, sink);
}

Text write_csv(const Summary& summary, const Options& options) {
    CsvFile file = write_summary_csv(summary, options.csv_table, options.csv);
    return SummaryText{std::move(file.bytes), std::move(file.notes)};
}

std::vector<CsvFile> write_csv_set(const Summary& summary, const Options& options) {
    return write_summary_csv_set(summary, options.csv);
}

constexpr std::array kFormats = {
    SummaryFormat{.name = "xlsx", .write = write_xlsx, .binary = true, .has_texts = true, .stream = stream_xlsx},
    SummaryFormat{.name = "html", .write = write_html, .stream = stream_html},
    SummaryFormat{.name = "md", .write = write_markdown},
    SummaryFormat{.name = "json", .write = write_json, .takes_language = true, .stream = stream_json},
    SummaryFormat{.name = "csv", .write = write_csv, .has_texts = true, .write_set = write_csv_set},
};

}  // namespace

std::span<const SummaryFormat> summary_formats() { return kFormats; }

}  // namespace goalsheet
