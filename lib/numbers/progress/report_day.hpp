// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "goalsheet/progress.hpp"

namespace goalsheet {

/// The last day of the half year or the year.
Date default_day(Against against, int fiscal_year);
/// What the heading of the reports says beside their name: （12月末現在）.
std::vector<std::string> notes_of_label(const Sheet& sheet, Against against);
/// The first day among them; nothing without a year.
std::optional<Date> day_of_notes(const std::vector<std::string>& notes, int year);

}  // namespace goalsheet
