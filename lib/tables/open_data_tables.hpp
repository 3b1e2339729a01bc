// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "goalsheet/write_csv.hpp"
#include "tables/table.hpp"
#include "tables/table_source.hpp"

namespace goalsheet {

/// The columns of a table, always in this order: city, row ID, year and department first, then those that the
/// workbook's data sheet of the same name has. A new one goes to the end, so that last year's programs still read it.
std::vector<Column> csv_columns(CsvTable table);
/// Whether its rows come from documents: not so of codes and definitions.
bool is_of_documents(CsvTable table);

struct CsvField {
    std::string text;
    bool number = false;  ///< written by us, and no formula even when it starts with a minus
};
using CsvRecord = std::vector<CsvField>;
CsvField csv_field(const DataCell& cell);

/// The columns of definitions.csv, and a record for every column of a file.
std::span<const Column> csv_definition_columns();
void add_definitions(std::vector<CsvRecord>& records, const std::string& file, std::span<const Column> columns,
                     CsvEncoding encoding);

/// A row and the sheet of the document that it belongs to.
struct CsvSheetRecord {
    std::size_t sheet = 0;
    CsvRecord fields;
};
/// The rows of one document for a table of documents, each with as many fields as the table has columns. `ids`: 目標ID
/// of its sheets among all documents of the run.
std::vector<CsvSheetRecord> csv_records_of(const TableSource& source, std::span<const std::string> ids, CsvTable table);
/// The rows of the two other tables; definitions of those of a set.
std::vector<CsvRecord> csv_code_records();
std::vector<CsvRecord> csv_definition_records(std::span<const CsvTable> tables, CsvEncoding encoding);

}  // namespace goalsheet
