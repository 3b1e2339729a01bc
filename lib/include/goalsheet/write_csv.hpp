// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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
    labels,       ///< a label that no form has, with the field it was read as, a row
    codes,        ///< a code of the tables above a row
    definitions,  ///< a column of the tables above a row: names, type, unit, meaning, and the encoding
};
inline constexpr CsvTable kCsvTables[] = {CsvTable::sheets,     CsvTable::measures, CsvTable::targets,
                                          CsvTable::texts,      CsvTable::sdgs,     CsvTable::unplaced,
                                          CsvTable::indicators, CsvTable::extras,   CsvTable::series,
                                          CsvTable::labels,     CsvTable::codes,    CsvTable::definitions};
/// Those that a set over these documents has: indicators, extras, series and labels only where there are some.
std::vector<CsvTable> csv_tables_of(std::span<const Document> documents);

/// Whether a set has the table only where a document has rows for it.
bool is_optional_csv_table(CsvTable table);

/// The table's name on the command line and of its file, without .csv.
std::string_view csv_table_name(CsvTable table);
std::optional<CsvTable> csv_table_from_name(std::string_view name);

/// Six digits, the last one the check digit that 総務省 prescribes for 全国地方公共団体コード.
bool is_city_code(std::string_view code);

enum class CsvHeader { japanese, physical };
enum class CsvEncoding { utf8_bom, utf8, cp932 };

struct CsvOptions {
    CsvHeader header = CsvHeader::japanese;
    CsvEncoding encoding = CsvEncoding::utf8_bom;
};

struct CsvFile {
    std::string name;            ///< measures.csv
    std::string bytes;           ///< in the encoding asked for
    std::vector<Message> notes;  ///< characters the encoding does not have, and what stands for them
};

/// Rows of one document for one table: UTF-8 without header.
struct CsvRows {
    CsvTable table = CsvTable::sheets;
    std::optional<int> year;  ///< the fiscal year of their sheets, where rows were asked for by year
    std::string text;
};

/// The numbering of a run: documents come in its order, one after another. What sheets are called depends on those
/// before them only where two have the same name.
class CsvRun {
public:
    explicit CsvRun(std::vector<CsvTable> tables, bool by_year = false);
    ~CsvRun();
    CsvRun(CsvRun&&) noexcept;
    CsvRun& operator=(CsvRun&&) = delete;

    /// The rows of a document as it alone would have them; any thread. Tables it has no rows for are left out.
    std::vector<CsvRows> rows_of(const Document& document) const;
    /// The same rows with the IDs that the run gives them.
    std::vector<CsvRows> settle(const Document& document, std::vector<CsvRows> rows);

private:
    std::vector<CsvTable> tables_;
    bool by_year_;
    struct Ids;
    std::unique_ptr<Ids> ids_;
};

/// What a table's file consists of, piece by piece.
class CsvTableText {
public:
    CsvTableText(CsvTable table, const CsvOptions& options) : table_(table), options_(options) {}

    std::string opening() const;  ///< byte order mark and header
    std::string encode(std::string_view rows);
    std::vector<Message> notes() const;  ///< as in CsvFile

private:
    CsvTable table_;
    CsvOptions options_;
    std::vector<std::pair<char32_t, std::size_t>> lost_;
};

/// The rows of codes or definitions, for a set of these tables.
std::string write_csv_fixed_rows(CsvTable table, std::span<const CsvTable> tables, const CsvOptions& options);
/// datapackage.json of such a set (Frictionless Tabular Data Package): names, types, meanings and units of columns,
/// keys and what they lead to.
std::string write_csv_package(std::span<const CsvTable> tables, const CsvOptions& options);

/// One table over all documents: every field quoted, CRLF, no line end inside a field, no field a formula.
CsvFile write_csv(std::span<const Document> documents, CsvTable table, const CsvOptions& options = {});
/// All tables and their datapackage.json, for a folder.
std::vector<CsvFile> write_csv_set(std::span<const Document> documents, const CsvOptions& options = {});

}  // namespace goalsheet
