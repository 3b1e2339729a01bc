// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/document.hpp"

namespace goalsheet {

/// What of last year's document goes on in the year given: who, which goals and why, which items and measures. What
/// has to be decided or reported anew (deadline, target, reports, 特記事項) is empty, and so is what had no field. Of
/// what stands beside the form's fields, names and units of indicators, sections, codes and periods go on, and what was
/// planned for the years to come.
/// Sheets and items stay where they are. Labels that name last year name the new one; those that name another date
/// are left out.
Document carry_over(const Document& last_year, int year);

/// A sheet of the form with nothing written but the year and the numbers of its items.
Sheet blank_sheet(int year, std::size_t items);
/// Adds items without text until there are so many.
void add_blank_items(Sheet& sheet, std::size_t items);

}  // namespace goalsheet
