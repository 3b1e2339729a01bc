// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "goalsheet/write_csv.hpp"
#include "tables/open_data_tables.hpp"

namespace goalsheet {

/// A CSV file while it is written: every field quoted, CRLF, in the encoding the options ask for.
class CsvText {
public:
    explicit CsvText(const CsvOptions& options) : options_(options) {}

    void header(std::span<const Column> columns);
    void record(const CsvRecord& record);
    CsvFile finish(std::string name);

private:
    CsvOptions options_;
    std::string text_;
};

}  // namespace goalsheet
