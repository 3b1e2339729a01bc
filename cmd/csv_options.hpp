// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "goalsheet/write_csv.hpp"

namespace goalsheet::cmd {

/// How CSV is written, as given on the command line.
struct CsvChoice {
    std::string header = "ja";
    std::string encoding = "utf-8-bom";

    CsvOptions options() const;
};

/// --header and --csv-encoding.
void add_csv_options(CLI::App& command, CsvChoice& choice);

}  // namespace goalsheet::cmd
