// SPDX-License-Identifier: MIT
#include <memory>
#include <utility>
#include <vector>

#include "goalsheet/write_summary.hpp"
#include "tables/document_tables.hpp"
#include "tables/summary_tables.hpp"
#include "write/format/xlsx/data_sheet.hpp"
#include "write/summary/cover.hpp"

namespace goalsheet {
namespace {

// In the order of the worksheets; the last two tell of the others.
std::vector<DataTable> data_tables(const Summary& summary, const TextRowIndex& index) {
    std::vector<DataTable> tables;
    tables.push_back(summary_indicators(summary, &index));
    tables.push_back(summary_texts(summary, index.rows));
    tables.push_back(summary_departments(summary));
    tables.push_back(summary_years(summary));
    tables.push_back(summary_statuses(summary));
    if (!summary.goals.empty()) tables.push_back(summary_trends(summary));
    tables.push_back(summary_sdg_matrix(summary));
    tables.push_back(summary_sdg_list(summary));
    tables.push_back(summary_sdg_counts(summary));
    tables.push_back(summary_rate_bands(summary));
    tables.push_back(summary_findings(summary, &index));
    tables.push_back(summary_codes());
    tables.push_back(definitions_table(tables));
    return tables;
}

std::vector<std::pair<std::string, std::string>> notes_of(const xlsx::Book& book) {
    std::vector<std::pair<std::string, std::string>> notes;
    for (const ConversionNote& note : book.notes()) notes.emplace_back(note.place, note.text);
    return notes;
}

}  // namespace

Result<std::string> write_summary_workbook(const Summary& summary, const SummaryWorkbookOptions& options) {
    std::string bytes;
    const auto written = write_summary_workbook(summary, options, [&](std::string_view piece) {
        bytes += piece;
        return true;
    });
    if (!written) return written.fault();
    return bytes;
}

Result<bool> write_summary_workbook(const Summary& summary, const SummaryWorkbookOptions& options,
                                    const TextSink& sink) {
    const std::string title = summary.years.empty() ? "重点目標 総括" : summary_title(summary.years.front());
    auto opened = xlsx::Book::open({title, options.tables.city_name, options.created});
    if (!opened) return opened.fault();
    xlsx::Book& book = **opened;
    const TextRowIndex index = index_texts(summary);
    const std::vector<DataTable> tables = data_tables(summary, index);
    for (std::size_t year = 0; year < summary.years.size(); ++year) book.reserve_name(cover_name(summary, year));
    for (const DataTable& table : tables) book.reserve_name(table.sheet);
    book.reserve_name("変換記録");
    for (std::size_t year = 0; year < summary.years.size(); ++year) write_cover(book, summary, year, options.tables);
    for (const DataTable& table : tables) xlsx::write_data_sheet(book, table, title);
    xlsx::write_data_sheet(book, summary_conversion(summary, notes_of(book)), title);
    return book.finish(sink);
}

}  // namespace goalsheet
