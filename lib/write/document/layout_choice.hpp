// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "write/document/form_rows.hpp"

namespace goalsheet {

/// How a workbook lays a document out: every sheet as the form where our own reader then gets it back as it was, else
/// with a column for everything (model/published.hpp); and in front what the document says besides its sheets, if
/// anything. Control characters and white space at the ends of texts count for nothing.
struct WorkbookLayout {
    std::optional<FormLayout> contents;
    std::vector<FormLayout> sheets;
    std::vector<bool> is_form;  ///< for each sheet: as the form
};
WorkbookLayout lay_out_workbook(const Document& document, const Form& form);

}  // namespace goalsheet
