// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "goalsheet/compare.hpp"
#include "goalsheet/message.hpp"
#include "goalsheet/result.hpp"

namespace goalsheet {

/// What the two versions are called in front of it all: the paths as given.
struct ComparisonNames {
    std::string before;
    std::string after;
};

struct ComparisonTextOptions {
    Lang lang = Lang::ja;
    bool color = false;  ///< red and green instead of [-…-] and {+…+}
};

/// `compare --format text`: for a terminal, a line for each difference with its place and the words that changed.
std::string write_comparison_text(const Comparison& comparison, const ComparisonNames& names,
                                  const ComparisonTextOptions& options);
/// `compare --format md`: the same as Markdown. Nothing in it takes effect, whatever the sheets hold.
std::string write_comparison_markdown(const Comparison& comparison, const ComparisonNames& names, Lang lang);
/// `compare --format html`: 新旧対照表 as one page that loads nothing: new and old side by side, what changed
/// underlined, a column to write the reason in. Prints on A4 landscape.
std::string write_comparison_html(const Comparison& comparison, const ComparisonNames& names, Lang lang);
struct ComparisonWorkbookOptions {
    Lang lang = Lang::ja;
    std::optional<std::int64_t> created;  ///< as in WorkbookOptions
};
/// `compare --format xlsx`: the same table as a worksheet.
Result<std::string> write_comparison_xlsx(const Comparison& comparison, const ComparisonNames& names,
                                          const ComparisonWorkbookOptions& options);
/// `compare --format json`: schemas/comparison.schema.json.
std::string write_comparison_json(const Comparison& comparison, const ComparisonNames& names);

}  // namespace goalsheet
