// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "goalsheet/write_csv.hpp"

namespace goalsheet {

/// A column of a long table as 項目定義 describes it.
struct CsvColumn {
    const char* japanese;
    const char* physical;
    const char* type;  ///< 文字列, 整数, コード
    const char* meaning;
};

/// The columns of a table, always in this order: a new one goes to the end, so that last year's programs still read it.
std::span<const CsvColumn> csv_columns(CsvTable table);

/// The rows of a table, each with as many fields as the table has columns.
std::vector<std::vector<std::string>> csv_records(std::span<const Document> documents, CsvTable table,
                                                  const CsvOptions& options);

}  // namespace goalsheet
