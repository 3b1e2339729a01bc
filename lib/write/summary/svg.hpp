// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "goalsheet/summary.hpp"

namespace goalsheet {

// Charts of one year as inline SVG with a title and a description, for pages that load nothing. `id` is unique in the
// page. Colours come from classes (on, way, late, open, none) that the page defines for light and dark.

/// Departments and how their indicators stand, stacked.
std::string standings_svg(const SummaryYear& year, const std::string& id);
/// The same for whole years, newest first.
std::string year_standings_svg(const Summary& summary, const std::string& id);
/// Average rates of departments, with a line at 100.
std::string rates_svg(const SummaryYear& year, const std::string& id);
/// How many goals name each SDG.
std::string sdgs_svg(const SummaryYear& year, const std::string& id);
/// How many indicators have which rate.
std::string rate_bands_svg(const SummaryYear& year, const std::string& id);

}  // namespace goalsheet
