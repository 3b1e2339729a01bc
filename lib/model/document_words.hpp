// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/table.hpp"
#include "model/labelled_grid.hpp"

namespace goalsheet {

/// What the page says of all its sheets: department, year and goals. `overviews`: tables that list goals.
void read_document_words(Document& document, const Page& page, const Form& form, const std::vector<List>& overviews,
                         bool strict);

/// The goals of a table that lists them and has no items; nothing for any other table.
std::optional<List> read_overview(const LaidTable& table);

/// The words call what they stand over a goal sheet.
bool is_sheet_title(const SourcedText& text, const Form& form);

}  // namespace goalsheet
