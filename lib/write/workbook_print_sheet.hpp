// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "write/xlsx/book.hpp"

namespace goalsheet {

/// Writes one goal sheet as the form it came from, on a worksheet of its own: title, header block, items, 特記事項 and,
/// if any, the texts without a field under 未配置. `position` counts the sheets of the document from 1.
void write_print_sheet(xlsx::Book& book, const Document& document, const Sheet& sheet, std::size_t position,
                       const Form& form);

}  // namespace goalsheet
