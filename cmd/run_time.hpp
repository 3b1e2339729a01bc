// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace goalsheet::cmd {

/// The moment of the run, or SOURCE_DATE_EPOCH where a build wants the same output every time.
std::string timestamp();  ///< YYYY-MM-DDThh:mm:ss, UTC
std::string today();      ///< YYYY-MM-DD

/// Seconds since 1970 that SOURCE_DATE_EPOCH names, or nothing.
std::optional<std::int64_t> source_date_epoch();

/// What workbooks say they were made: SOURCE_DATE_EPOCH, else the day of the run, so that two runs give the same bytes.
std::int64_t workbook_time();

/// Inside a GitHub Actions job.
bool is_on_github();

}  // namespace goalsheet::cmd
