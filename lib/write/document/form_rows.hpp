// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "write/format/xlsx/form_page.hpp"

namespace goalsheet {

/// What a cell is called in the workbook and what it offers whoever writes in it.
struct NamedCell {
    std::size_t cell = 0;        ///< of FormRow::cells
    std::string name = {};       ///< a defined name, another for each cell
    std::string title = {};      ///< of the words shown while the cell is chosen, at most 32 characters; empty: none
    std::string prompt = {};     ///< those words, at most 255 characters
    std::string choices = {};    ///< the cells of a pull-down: ='コード表'!$C$2:$C$21; empty: none
    std::string otherwise = {};  ///< asked of somebody who writes something else; empty: anything goes
};

/// A row of a print sheet before it is written.
struct FormRow {
    enum class Kind { title, goal, text, item_heading, item, notes, unplaced };

    Kind kind = Kind::text;
    std::vector<xlsx::FormCell> cells;
    double min_height = xlsx::kMinFormRow;
    std::vector<std::pair<std::uint16_t, FieldId>> labels = {};  ///< columns of cells that name a field
    std::vector<NamedCell> names = {};
};

/// What a print sheet shows, top to bottom.
struct FormLayout {
    std::vector<double> widths;
    std::vector<FormRow> rows;
};

/// The sheet as the form it came from: title, header block, items, 特記事項 and, if any, the texts without a field
/// under 未配置.
FormLayout form_layout(const Sheet& sheet, const Form& form);

/// Rows for what the form has no place for (model/appendix.hpp), on a page whose last column is this one.
std::vector<FormRow> appendix_rows(const Sheet& sheet, std::uint16_t last_column);

/// The sheet in the layout in which everything has a column that says what it is (model/published.hpp).
FormLayout published_layout(const Sheet& sheet);
/// Likewise what the document says besides its sheets.
FormLayout published_layout(const Document& document);

/// The heading of the items' column, with 方法・手段 where the sheet has a column of its own for it.
std::string item_label_of(const Sheet& sheet, const Form& form);
/// The sheet's priority as written, or as 1位.
std::string priority_text_of(const Sheet& sheet);
/// The label of the column of numbers, where the sheet has one.
std::string number_label_of(const Sheet& sheet);

/// The title of the print sheet: the form's name with the year.
std::string form_title(const Sheet& sheet, const Form& form);

/// The label as the sheet has it, or else the form's with its explanation.
std::string label_of(const Sheet& sheet, const Form& form, FieldId field);

}  // namespace goalsheet
