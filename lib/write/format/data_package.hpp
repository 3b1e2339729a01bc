// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/write_csv.hpp"
#include "tables/table.hpp"

namespace goalsheet {

inline constexpr std::string_view kDataPackageFile = "datapackage.json";

/// A column that names a row of another table, whose column has the same name.
struct ForeignKey {
    std::string_view column;  ///< physical name
    std::string table;
};

/// A CSV file of a package, by physical names.
struct PackageTable {
    std::string name;  ///< of the file, without .csv
    std::vector<Column> columns;
    std::string key;  ///< the column that no two rows share; empty: there is none
    std::vector<ForeignKey> foreign_keys;
};

/// datapackage.json (Frictionless Tabular Data Package 1.0, Table Schema): fields are called as in the header of the
/// files, their other name is the title, the physical one always stands in `physicalName`.
std::string write_data_package(std::string_view name, std::span<const PackageTable> tables, const CsvOptions& options);

}  // namespace goalsheet
