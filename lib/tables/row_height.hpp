// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace goalsheet::xlsx {

/// Excel's own limits, in points and in characters of the default font.
inline constexpr double kMaxRowHeight = 409;
inline constexpr double kMaxColumnWidth = 255;
/// Size of the body text.
inline constexpr double kBodyPoints = 10;
/// A row that holds more lines than this comes near kMaxRowHeight: the text goes on in a second row.
inline constexpr std::size_t kMaxRowLines = 25;
/// The rows of such a text hold so many lines each: two of them and a heading share a landscape page.
inline constexpr std::size_t kPartLines = 18;

/// Screen pixels of a column of this width (ECMA-376, column width), for a widest digit of 7 pixels.
int column_pixels(double width);

/// The width of columns that are merged into one cell: each brings its padding along.
double merged_width(std::span<const double> widths);

/// Where the lines of a wrapped text begin, for a cell of this width and a font of this size (points). At least one.
/// A careful estimate (it may say too many lines, never too few), for LibreOffice fits no wrapped row when it opens a
/// file.
std::vector<std::size_t> wrap_lines(std::string_view text, double width, double points);

/// How many those are.
std::size_t count_lines(std::string_view text, double width, double points);

/// Points a row needs for so many lines, never more than kMaxRowHeight, never Excel's default height (which is not
/// written).
double row_height(std::size_t lines, double points);

/// Cuts a text of more than kMaxRowLines wrapped lines into pieces of at most kPartLines, at line breaks of its own
/// where there are any near. Put together they are the text.
std::vector<std::string_view> split_by_lines(std::string_view text, double width, double points);

}  // namespace goalsheet::xlsx
