// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "goalsheet/form.hpp"
#include "goalsheet/table.hpp"

namespace goalsheet {

/// The page with its tables as the form's settings (sheet, items) say they are to be read: labels on top, the goal in a
/// row under its label, a table for each sheet. No text comes or goes, and places stay. Nothing where the form has no
/// settings.
std::optional<Page> arrange_page(const Page& page, const Form& form);

}  // namespace goalsheet
