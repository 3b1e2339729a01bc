// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/table.hpp"

namespace goalsheet {

/// What stands in the margin of every page of a document, and on worksheets of nothing but lines, goes to `unplaced` of
/// the first sheet, once; but for titles and goals, which are known.
void keep_running_lines(const Page& page, const Form& form, std::vector<Document>& documents);

/// An entry of a list without its number and mark.
SourcedText without_number(const SourcedText& entry);

}  // namespace goalsheet
