// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goalsheet {

/// A record of a CSV file and the line it begins on, from 1.
struct CsvInputRecord {
    std::size_t line = 0;
    std::vector<std::string> fields;
};

/// RFC 4180 with LF, CRLF or CR, quoted or not; a byte order mark and empty lines are passed over. Nothing for a quote
/// that is never closed.
std::optional<std::vector<CsvInputRecord>> read_csv_records(std::string_view text);

}  // namespace goalsheet
