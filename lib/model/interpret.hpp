// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/table.hpp"

namespace goalsheet {

/// The goal sheets of a page: which tables are sheets, what their labels say, and everything else into `unplaced`.
/// Places stay those of the page's source. A page without a sheet gives a Document without sheets.
Document interpret(const Page& page, const Form& form);

}  // namespace goalsheet
