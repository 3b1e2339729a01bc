// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

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
    bool color = false;       ///< red and green instead of [-…-] and {+…+}
    std::size_t columns = 0;  ///< width of the terminal; 0: lines as long as they are
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

struct ComparisonOptions {
    ComparisonTextOptions text;           ///< its language is that of every format
    std::optional<std::int64_t> created;  ///< as in WorkbookOptions
};

/// A format `compare` can write, by the name that --format takes.
struct ComparisonFormat {
    std::string_view name;
    Result<std::string> (*write)(const Comparison& comparison, const ComparisonNames& names,
                                 const ComparisonOptions& options);
    bool binary = false;  ///< nothing for a terminal
};

/// All of them, the first being the default.
std::span<const ComparisonFormat> comparison_formats();

}  // namespace goalsheet
