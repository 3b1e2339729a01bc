// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "write/document/form_rows.hpp"
#include "write/format/xlsx/book.hpp"

namespace goalsheet {

/// What stands in the margins of a printed page.
struct PrintWords {
    std::string title;
    std::string department;
    std::string goal;
};

/// 1 and the goal, as long as a tab should be. `position` counts the sheets of the document from 1.
std::string print_sheet_name(const Sheet& sheet, std::size_t position);

/// Asked of somebody who writes a priority that no list has.
inline constexpr const char* kNoSuchPriority = "一覧にない書き方です。「1位」のように書いてください。";

/// A cell that got a name: where it is (シート名!A1) and what was written into it.
struct WrittenName {
    std::string name;
    std::string place;
    std::string text;
};

/// Writes a layout on a worksheet of its own, for printing and for filling in. Gives the names of its cells.
std::vector<WrittenName> write_print_sheet(xlsx::Book& book, const xlsx::Page& page, const FormLayout& layout,
                                           const PrintWords& words, const Form& form);

}  // namespace goalsheet
