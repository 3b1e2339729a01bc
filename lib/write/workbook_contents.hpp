// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/document.hpp"
#include "write/xlsx/book.hpp"

namespace goalsheet {

/// The document says more than its sheets: a list of 重点目標 above them, or a fiscal year of its own.
bool has_contents_page(const Document& document);

/// Writes the worksheet 重点目標一覧: the year and the list.
void write_contents_page(xlsx::Book& book, const Document& document);

}  // namespace goalsheet
