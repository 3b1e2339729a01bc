// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "goalsheet/message.hpp"
#include "goalsheet/progress.hpp"
#include "goalsheet/result.hpp"

namespace goalsheet {

/// `diff --format json`: schemas/progress.schema.json. Notes are in the language asked for; every other word is the
/// same in both.
std::string write_progress_json(const Progress& progress, Lang lang);
/// The rows alone, one a line, each with its keys and the report it is held against: rows of several documents one
/// after another are those of all.
std::string write_progress_ndjson(std::span<const ProgressRow> rows, Lang lang);
/// One row an indicator, UTF-8 with BOM, CRLF, every field quoted, no field that a spreadsheet would take for a
/// formula.
std::string write_progress_csv(const Progress& progress, Lang lang);
/// The same in pieces: byte order mark and header, then rows document by document.
std::string write_progress_csv_opening(Lang lang);
std::string write_progress_csv_rows(std::span<const ProgressRow> rows, Lang lang);
/// A workbook of one data sheet, an indicator a row; the same rows give the same bytes.
Result<std::string> write_progress_xlsx(const Progress& progress, Lang lang);
/// One heading a sheet and an item, one small table an item.
std::string write_progress_markdown(const Progress& progress, Lang lang);

struct ProgressTextOptions {
    Lang lang = Lang::ja;
    bool color = false;
    bool explain = false;     ///< below every line the words it took and why others were left
    std::size_t columns = 0;  ///< width of the terminal; 0: lines as long as they are
};
/// What an officer reads in a terminal: per sheet and item one line an indicator, aligned by East Asian width, and a
/// summary per sheet.
std::string write_progress_text(const Progress& progress, const ProgressTextOptions& options = {});

/// A report in pieces, for forms in which the rows of one input after another are those of all.
class ProgressPieces {
public:
    virtual ~ProgressPieces() = default;
    /// All rows of an input.
    virtual std::string add(std::span<const ProgressRow> rows) = 0;
    /// What stands below the last ones.
    virtual std::string finish() { return {}; }
};

/// write_progress_text() in pieces.
class ProgressText : public ProgressPieces {
public:
    explicit ProgressText(const ProgressTextOptions& options) : options_(options) {}
    std::string add(std::span<const ProgressRow> rows) override;
    std::string finish() override;

private:
    ProgressTextOptions options_;
    std::size_t sheets_ = 0;
    std::array<std::size_t, kProgressStatusCount> statuses_{};
};

/// A format `diff` can write, by the name that --format takes.
struct ProgressFormat {
    std::string_view name;
    Result<std::string> (*write)(const Progress& progress, const ProgressTextOptions& options);
    bool binary = false;  ///< nothing for a terminal
    std::unique_ptr<ProgressPieces> (*pieces)(const ProgressTextOptions& options) = nullptr;
};

/// All of them, the first being the default.
std::span<const ProgressFormat> progress_formats();

}  // namespace goalsheet
