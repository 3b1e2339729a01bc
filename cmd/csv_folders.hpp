// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cmd/growing_files.hpp"
#include "cmd/partitions.hpp"
#include "goalsheet/write_csv.hpp"

namespace goalsheet::cmd {

/// The CSV sets of a run while they grow: one in the folder, or one in each folder of a partition. Memory holds no row.
class CsvFolders {
public:
    struct Target {
        std::string folder;
        Partitions partitions;
        CsvOptions csv;
    };

    CsvFolders(const Session& session, Outputs& outputs, Target target);

    /// The rows of one document. False, and reported, when they cannot be written.
    bool add(const City& city, const std::vector<CsvRows>& rows);
    /// Tables without rows, codes, definitions and datapackage.json; then all files get their names.
    bool finish();
    const std::vector<std::string>& written() const { return files_.written(); }

private:
    using Tables = std::map<CsvTable, CsvTableText>;  ///< those begun, in the order of CsvTable

    bool append(const std::string& folder, Tables& tables, CsvTable table, const std::string& rows);
    bool finish_set(const std::string& folder, Tables& tables);

    const Session& session_;
    Target target_;
    GrowingFiles files_;
    std::map<std::string, Tables> sets_;  ///< by folder
};

}  // namespace goalsheet::cmd
