// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "goalsheet/result.hpp"
#include "goalsheet/table.hpp"
#include "read/html_parser.hpp"

namespace goalsheet {

/// Tables, headings and lists of an HTML page. `page.source` holds the decoded text and is filled in before.
/// Spans are clamped as browsers do; hidden parts are kept apart; nested tables are tables of their own.
Result<bool> read_html(const std::string& path, Page& page);

/// Likewise of a tree that another reader has built over `page.source`. A list's item may bring its own `marker`.
void read_tree(const HtmlTree& tree, Page& page);

}  // namespace goalsheet
