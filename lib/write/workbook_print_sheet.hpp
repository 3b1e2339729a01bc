// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "write/workbook_form_rows.hpp"
#include "write/xlsx/book.hpp"

namespace goalsheet {

/// What stands in the margins of a printed page.
struct PrintWords {
    std::string title;
    std::string department;
    std::string goal;
};

/// 1 and the goal, as long as a tab should be. `position` counts the sheets of the document from 1.
std::string print_sheet_name(const Sheet& sheet, std::size_t position);

/// Writes a layout on a worksheet of its own, for printing and for filling in.
void write_print_sheet(xlsx::Book& book, const std::string& name, const FormLayout& layout, const PrintWords& words,
                       const Form& form);

}  // namespace goalsheet
