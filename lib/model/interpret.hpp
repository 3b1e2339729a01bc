// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/table.hpp"

namespace goalsheet {

/// The goal sheets of a page: which tables are sheets, what their labels say, and everything else into `unplaced`.
/// Places stay those of the page's source. One Document, but for pages goalsheet has put several in; none for a page
/// without a sheet.
std::vector<Document> interpret(const Page& page, const Form& form);

}  // namespace goalsheet
