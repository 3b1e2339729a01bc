// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "goalsheet/result.hpp"
#include "goalsheet/table.hpp"
#include "read/package/package.hpp"

namespace goalsheet {

/// Tables, headings and lists of a Word document (.docx, .docm; transitional or strict), as read_html() gives those of
/// the page that Word shows: tracked changes as accepted, fields with their saved results, lists with their numbers,
/// notes behind the table they belong to. Insertions, deletions and comments are remarks. The line names of
/// `page.source` are 表2 3行目 2列目. A fault for what is no such document, is damaged, or exceeds a limit.
Result<bool> read_docx(Package& package, const std::string& path, Page& page);

}  // namespace goalsheet
