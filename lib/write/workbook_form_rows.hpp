// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "write/xlsx/form_page.hpp"

namespace goalsheet {

/// A row of a print sheet before it is written.
struct FormRow {
    enum class Kind { title, goal, text, item_heading, item, notes, unplaced };

    Kind kind = Kind::text;
    std::vector<xlsx::FormCell> cells;
    double min_height = xlsx::kMinFormRow;
    std::vector<std::pair<std::uint16_t, FieldId>> labels = {};  ///< columns of cells that name a field
};

/// What a print sheet shows, top to bottom.
struct FormLayout {
    std::vector<double> widths;
    std::vector<FormRow> rows;
};

/// The sheet as the form it came from: title, header block, items, 特記事項 and, if any, the texts without a field
/// under 未配置.
FormLayout form_layout(const Sheet& sheet, const Form& form);

/// The sheet in the layout in which everything has a column that says what it is (model/published.hpp).
FormLayout published_layout(const Sheet& sheet);
/// Likewise what the document says besides its sheets.
FormLayout published_layout(const Document& document);

/// The title of the print sheet: the form's name with the year.
std::string form_title(const Sheet& sheet, const Form& form);

/// The label as the sheet has it, or else the form's with its explanation.
std::string label_of(const Sheet& sheet, const Form& form, FieldId field);

}  // namespace goalsheet
