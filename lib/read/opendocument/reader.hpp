// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "goalsheet/result.hpp"
#include "goalsheet/table.hpp"
#include "read/package/package.hpp"

namespace goalsheet {

/// An OpenDocument text (.odt) as read_docx() gives a Word document, or a spreadsheet (.ods) as read_xlsx() gives a
/// workbook; `page.format` says which. A fault for what is neither, has a password, is damaged, or exceeds a limit.
Result<bool> read_opendocument(Package& package, const std::string& path, Page& page);

}  // namespace goalsheet
