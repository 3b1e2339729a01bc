// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/document.hpp"
#include "write/document/form_rows.hpp"

namespace goalsheet {

/// The document says more than its sheets: a list of 重点目標 above them, or a fiscal year of its own.
bool has_contents(const Document& document);
/// A page for it: the year and the department, below them the goals.
FormLayout contents_layout(const Document& document);
std::string contents_title(const Document& document);

}  // namespace goalsheet
