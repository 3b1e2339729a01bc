// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "goalsheet/write_csv.hpp"
#include "tables/open_data_tables.hpp"

namespace goalsheet {

/// A line of CSV: every field quoted, CRLF.
void append_csv_record(std::string& text, const CsvRecord& record);
/// The names of columns as such a line.
void append_csv_header(std::string& text, std::span<const Column> columns, CsvHeader header);

/// A CSV file while it is written, in the encoding the options ask for.
class CsvText {
public:
    explicit CsvText(const CsvOptions& options) : options_(options) {}

    void header(std::span<const Column> columns) { append_csv_header(text_, columns, options_.header); }
    void record(const CsvRecord& record) { append_csv_record(text_, record); }
    CsvFile finish(std::string name);

private:
    CsvOptions options_;
    std::string text_;
};

}  // namespace goalsheet
