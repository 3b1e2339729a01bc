// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cmd/inputs.hpp"
#include "cmd/outputs.hpp"
#include "cmd/partitions.hpp"
#include "goalsheet/write_csv.hpp"

namespace goalsheet::cmd {

struct CsvExport {
    std::string output;  ///< a folder for sets; a file, or empty or - for one table
    Partitions partitions;
    CsvTable table = CsvTable::measures;  ///< where it is one
    CsvOptions csv;
};

struct CsvExported {
    bool any = false;     ///< there was a document
    bool failed = false;  ///< and reported
    std::vector<std::string> written = {};
};

/// One table to a file or to standard output, document by document.
CsvExported export_csv_table(const Session& session, const CsvExport& wanted, InputRun& run, Outputs& outputs);
/// All tables with definitions and datapackage.json, in a folder or one for each partition.
CsvExported export_csv_folders(const Session& session, const CsvExport& wanted, InputRun& run, Outputs& outputs);

}  // namespace goalsheet::cmd
