// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "write/format/xlsx/book.hpp"

namespace goalsheet::xlsx {

/// Rows of a form are not as tight as rows of a list.
inline constexpr double kMinFormRow = 24;

/// A cell of a printed form: columns first to last as one cell.
struct FormCell {
    std::uint16_t first = 0;
    std::uint16_t last = 0;
    std::string text;
    Style style = Style::input;
    std::size_t bold = 0;   ///< bytes at the start that are bold
    std::string link = {};  ///< the worksheet it leads to, or empty
};

/// A worksheet that looks like a paper form: rows of merged cells with written heights. A text of more lines than a row
/// can hold goes on in a row below, whose labels then say （続き）; put together the pieces are the text.
class FormPage {
public:
    FormPage(Book& book, const Page& page, std::span<const double> widths);

    /// The cells must lie beside each other, in order, from the first to the last column. Gives the first of the rows.
    std::uint32_t add_row(std::vector<FormCell> cells, double min_height = kMinFormRow);
    /// Gives the input cells that are empty a colour, once all rows are there.
    void colour_blanks();
    /// The row the next add_row writes first.
    std::uint32_t next_row() const { return row_; }
    /// What add_row has written last into a cell of its rows, `part` rows below the first.
    const std::string& written(std::size_t cell, std::size_t part) const { return last_[cell][part]; }
    /// Points that are left on the printed page the last row stands on, when a page is as wide as these columns.
    double room() const { return page_height() - used_; }
    /// Points these cells will need in all, and in their first row alone.
    struct Need {
        double all = 0;
        double first = 0;
    };
    Need measure(const std::vector<FormCell>& cells) const;

private:
    using Pieces = std::vector<std::vector<std::string>>;
    double page_height() const;
    double width_of(const FormCell& cell) const;
    Pieces split(const std::vector<FormCell>& cells) const;
    double height_of(const std::vector<FormCell>& cells, const Pieces& pieces, std::size_t part,
                     double min_height) const;
    void add_link(const FormCell& cell);
    void note_inputs(const std::vector<FormCell>& cells);
    void write_part(const std::vector<FormCell>& cells, const Pieces& pieces, std::size_t part, double min_height);

    Book& book_;
    Page page_;
    std::vector<double> widths_;
    Pieces last_;                    ///< of the row added last
    std::vector<CellRange> inputs_;  ///< cells to write in
    std::uint32_t row_ = 0;
    double used_ = 0;  ///< points of the rows on the page of the last one
};

}  // namespace goalsheet::xlsx
