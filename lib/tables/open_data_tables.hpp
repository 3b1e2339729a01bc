// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "goalsheet/write_csv.hpp"
#include "tables/table.hpp"

namespace goalsheet {

/// The columns of a table, always in this order: city, row ID, year and department first, then those that the
/// workbook's data sheet of the same name has. A new one goes to the end, so that last year's programs still read it.
std::vector<Column> csv_columns(CsvTable table);

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

/// The rows of a table, each with as many fields as the table has columns.
std::vector<CsvRecord> csv_records(std::span<const Document> documents, CsvTable table, const CsvOptions& options);

}  // namespace goalsheet
