// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/message.hpp"

namespace goalsheet {

/// The long tables for open data: one kind of thing per table, one thing per row. They are those of the workbook's data
/// sheets, with city and row ID in front.
enum class CsvTable {
    sheets,       ///< a goal sheet a row
    measures,     ///< a measure with its schedule, target and reports a row
    targets,      ///< an indicator with target and results a row
    texts,        ///< a paragraph or list item a row
    sdgs,         ///< an SDG of a sheet a row
    unplaced,     ///< a text that has no field a row
    indicators,   ///< an indicator that has cells of its own a row, as written
    extras,       ///< a text under a label beside the form's fields a row
    series,       ///< a value of one year, where years are columns, a row
    codes,        ///< a code of the tables above a row
    definitions,  ///< a column of the tables above a row: names, type, unit, meaning, and the encoding
};
inline constexpr CsvTable kCsvTables[] = {CsvTable::sheets, CsvTable::measures, CsvTable::targets,    CsvTable::texts,
                                          CsvTable::sdgs,   CsvTable::unplaced, CsvTable::indicators, CsvTable::extras,
                                          CsvTable::series, CsvTable::codes,    CsvTable::definitions};
/// Those that a set over these documents has: indicators, extras and series only where there are some.
std::vector<CsvTable> csv_tables_of(std::span<const Document> documents);

/// The table's name on the command line and of its file, without .csv.
std::string_view csv_table_name(CsvTable table);
std::optional<CsvTable> csv_table_from_name(std::string_view name);

/// Six digits, the last one the check digit that 総務省 prescribes for 全国地方公共団体コード.
bool is_city_code(std::string_view code);

enum class CsvHeader { japanese, physical };
enum class CsvEncoding { utf8_bom, utf8, cp932 };

struct CsvOptions {
    std::string city_code;  ///< 全国地方公共団体コード, six digits; empty: the column stays empty
    std::string city_name;  ///< 地方公共団体名
    CsvHeader header = CsvHeader::japanese;
    CsvEncoding encoding = CsvEncoding::utf8_bom;
};

struct CsvFile {
    std::string name;            ///< measures.csv
    std::string bytes;           ///< in the encoding asked for
    std::vector<Message> notes;  ///< characters the encoding does not have, and what stands for them
};

/// One table over all documents: every field quoted, CRLF, no line end inside a field, no field a formula.
CsvFile write_csv(std::span<const Document> documents, CsvTable table, const CsvOptions& options = {});
/// All tables, for a folder.
std::vector<CsvFile> write_csv_set(std::span<const Document> documents, const CsvOptions& options = {});

}  // namespace goalsheet
