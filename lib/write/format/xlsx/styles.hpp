// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

struct lxw_format;
struct lxw_workbook;

namespace goalsheet::xlsx {

/// Windows has it since 2018; made for public documents that everybody must be able to read.
inline constexpr const char* kFont = "BIZ UDゴシック";
inline constexpr double kTitlePoints = 16;

enum class Style {
    title,          ///< the name of the form across the print sheet
    label,          ///< a label cell of the form; where its text goes on in another row it says so
    heading,        ///< head of a column
    number,         ///< ①
    input,          ///< a cell of the form to write in: text, unlocked
    input_block,    ///< the same, in the middle of its height
    input_strong,   ///< the same for one short important text
    bold_part,      ///< font of the first line inside an input cell
    plain_part,     ///< font of the rest
    changed_part,   ///< font of words that another version has not: underlined
    input_changed,  ///< an input cell all of whose words are such
    blank_fill,     ///< laid over an input cell while it is empty
    aside,          ///< words beside what is written in: last year's target
    guide,          ///< small print of the form across its columns: how to fill it in
    notice,         ///< heading of the block for text that has no place in the form
    mark_good,      ///< laid over a cell whose word says so; the word is there without it
    mark_bad,
    mark_none,
    flag_on,  ///< laid over 1 of a matrix
    flag_off,
    cover_title,
    cover_text,  ///< small print of a cover page
    tile_label,
    tile_value,  ///< a figure that is read from afar
    tile_percent,
    tile_note,
    data_header,
    data_text,
    data_link,  ///< text that leads to another sheet of the workbook
    data_integer,
    data_year,
    data_count,  ///< a number that is whole: with the other's format it would end in a point
    data_number,
    data_percent,
    data_date,
};
inline constexpr std::size_t kStyleCount = static_cast<std::size_t>(Style::data_date) + 1;

/// Every cell format of our workbooks. One set per workbook, so that a style is written once.
class Styles {
public:
    explicit Styles(lxw_workbook* workbook);
    lxw_format* operator[](Style style) const { return formats_[static_cast<std::size_t>(style)]; }

private:
    std::array<lxw_format*, kStyleCount> formats_{};
};

/// Characters of a column's width that the indent of a style takes.
double indent_of(Style style);

/// The font size a style writes with, for row heights.
double points_of(Style style);

}  // namespace goalsheet::xlsx
