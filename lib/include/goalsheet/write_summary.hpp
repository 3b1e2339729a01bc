// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/message.hpp"
#include "goalsheet/result.hpp"
#include "goalsheet/summary.hpp"
#include "goalsheet/text_sink.hpp"
#include "goalsheet/write_csv.hpp"

namespace goalsheet {

/// What the command line knows and the sheets do not say.
struct SummaryTableOptions {
    std::string city_name;  ///< 地方公共団体名, or empty
};

/// `summary --to json`: schemas/summary.schema.json. One goal, indicator or finding a line, so that two runs can be
/// compared line by line. Words of people (notes, messages) are in the language asked for.
std::string write_summary_json(const Summary& summary, Lang lang);
/// The same piece by piece; false when one was not taken.
bool write_summary_json(const Summary& summary, Lang lang, const TextSink& sink);

struct SummaryWorkbookOptions {
    SummaryTableOptions tables;
    std::optional<std::int64_t> created;  ///< as in WorkbookOptions
};
/// `summary --to xlsx`: 総括 (one printed page a year with headline figures and charts) and the data sheets behind it.
/// Always Japanese; the same summary and options give the same bytes. A fault only where no temporary file can be
/// written.
Result<std::string> write_summary_workbook(const Summary& summary, const SummaryWorkbookOptions& options = {});
/// The same piece by piece; false when one was not taken.
Result<bool> write_summary_workbook(const Summary& summary, const SummaryWorkbookOptions& options,
                                    const TextSink& sink);

/// `summary --to html`: one page that loads nothing from elsewhere: charts as SVG, tables that a small script sorts and
/// filters and that can be read without it. UTF-8; every text of a sheet is text.
std::string write_summary_html(const Summary& summary, const SummaryTableOptions& options = {});
/// The same piece by piece; false when one was not taken.
bool write_summary_html(const Summary& summary, const SummaryTableOptions& options, const TextSink& sink);
/// `summary --to md`: the headline figures, a small table for each department and goal, what needs a look.
std::string write_summary_markdown(const Summary& summary, const SummaryTableOptions& options = {});

/// The names of the tables of `summary --to csv`, the first one being the default.
std::vector<std::string> summary_csv_tables();
/// One of them; the workbook's data sheets with city and row ID in front.
CsvFile write_summary_csv(const Summary& summary, const std::string& table, const CsvOptions& options = {});
/// All of them and definitions.csv, for a folder.
std::vector<CsvFile> write_summary_csv_set(const Summary& summary, const CsvOptions& options = {});

struct SummaryOutputOptions {
    SummaryTableOptions tables;
    Lang lang = Lang::ja;                 ///< of what takes one
    std::optional<std::int64_t> created;  ///< as in WorkbookOptions
    std::string csv_table = summary_csv_tables().front();
    CsvOptions csv;
};

struct SummaryText {
    std::string bytes;
    std::vector<Message> notes = {};  ///< as in CsvFile
};

/// A format `summary` can write, by the name that --to takes.
struct SummaryFormat {
    std::string_view name;
    Result<SummaryText> (*write)(const Summary& summary, const SummaryOutputOptions& options);
    bool binary = false;          ///< nothing for a terminal
    bool has_texts = false;       ///< asks for SummaryTexts::all
    bool takes_language = false;  ///< else Japanese
    /// The same bytes piece by piece, where they come in pieces; false when one was not taken.
    Result<bool> (*stream)(const Summary& summary, const SummaryOutputOptions& options, const TextSink& sink) = nullptr;
    /// All tables, where `write` gives one of several: for a folder.
    std::vector<CsvFile> (*write_set)(const Summary& summary, const SummaryOutputOptions& options) = nullptr;
};

/// All of them, the first being the default.
std::span<const SummaryFormat> summary_formats();

}  // namespace goalsheet
