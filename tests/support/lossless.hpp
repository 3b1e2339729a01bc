// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/table.hpp"

namespace goalsheet {

/// What stands in the sheet tables of a page and is in no field, label or `unplaced` of its documents, one entry a
/// cell, with the words around it. Signs that only number or head a line (①, (1), ○, ・) become structure and are not
/// asked for. Empty where a limit cut the page and a remark says so.
std::vector<std::string> find_lost_text(const Page& page, const std::vector<Document>& documents);

}  // namespace goalsheet
