// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "goalsheet/message.hpp"
#include "goalsheet/result.hpp"
#include "goalsheet/summary.hpp"
#include "goalsheet/write_csv.hpp"

namespace goalsheet {

/// `summary --to json`: schemas/summary.schema.json. One goal, indicator or finding a line, so that two runs can be
/// compared line by line. Words of people (notes, messages) are in the language asked for.
std::string write_summary_json(const Summary& summary, Lang lang);

/// What the command line knows and the sheets do not say.
struct SummaryTableOptions {
    std::string city_code;  ///< 全国地方公共団体コード, six digits, or empty
    std::string city_name;  ///< 地方公共団体名, or empty
};

struct SummaryWorkbookOptions {
    SummaryTableOptions tables;
    std::optional<std::int64_t> created;  ///< as in WorkbookOptions
};
/// `summary --to xlsx`: 総括 (one printed page a year with headline figures and charts) and the data sheets behind it.
/// Always Japanese; the same summary and options give the same bytes. A fault only where no temporary file can be
/// written.
Result<std::string> write_summary_workbook(const Summary& summary, const SummaryWorkbookOptions& options = {});

}  // namespace goalsheet
