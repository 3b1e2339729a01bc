// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace goalsheet::xlsx {

/// Excel counts UTF-16 code units, libxlsxwriter code points: the smaller room decides.
inline constexpr std::size_t kMaxCellUnits = 32767;

/// How many characters a workbook cannot hold were found in a text.
struct Repairs {
    std::size_t controls = 0;  ///< XML 1.0 has no place for them: taken out
    std::size_t invalid = 0;   ///< bytes that are not UTF-8: each became U+FFFD

    bool any() const { return controls + invalid != 0; }
};

/// The text as a cell can hold it: valid UTF-8, line ends as LF, nothing that XML 1.0 forbids.
std::string clean_text(std::string_view text, Repairs& repairs);

/// Readers of a workbook take _x0041_ for A; a literal one is written as _x005F_x0041_ (ECMA-376, ST_Xstring).
std::string escape_text(std::string_view clean);

std::size_t count_utf16_units(std::string_view utf8);

/// Cuts a clean text into pieces that fit a cell even when escaped. Put together they are the text; never empty.
std::vector<std::string_view> split_for_cells(std::string_view clean, std::size_t max_units = kMaxCellUnits);

}  // namespace goalsheet::xlsx
