// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "write/document/form_rows.hpp"
#include "write/format/xlsx/data_sheet.hpp"

namespace goalsheet {

/// What stands around a sheet of a form to be filled in.
struct TemplateSheet {
    const Sheet& sheet;
    const Sheet* last_year = nullptr;  ///< its sheet of last year, item by item
    std::size_t position = 1;          ///< of the sheets of the form
    std::size_t count = 1;
};

/// Names of cells that are the form's own begin so (read/xlsx_form.hpp); of cells to write in with 目標1_.
inline constexpr std::string_view kOwnNames = "様式_";
/// The name of a sheet's title, which is the form's own and yet to be read, ends so; it is the first of the sheet.
inline constexpr std::string_view kTitleName = "_表題";

/// The sheet as a print sheet whose cells to write in have names, words and pull-downs: one cell for one thing. A text
/// line above says how to fill it in, one below which form it is; where there is a last year, a column shows its
/// targets.
FormLayout template_layout(const TemplateSheet& sheet, const Form& form);

/// The codes the pull-downs take their choices from.
DataTable template_codes();

}  // namespace goalsheet
