// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/table.hpp"
#include "model/table_judge.hpp"

namespace goalsheet {

struct InterpretOptions {
    bool strict = false;                       ///< only what the form has; no column is named by its content
    std::vector<TableSigns>* signs = nullptr;  ///< where to put what the tables that are no sheets have of one
};

/// The goal sheets of a page: which tables are sheets, what their labels say, and everything else into `unplaced`.
/// Places stay those of the page's source. One Document, but for pages goalsheet has put several in; none for a page
/// without a sheet.
std::vector<Document> interpret(const Page& page, const Form& form, const InterpretOptions& options = {});

}  // namespace goalsheet
