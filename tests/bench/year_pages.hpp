// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

namespace goalsheet {

/// A made-up department's page of five sheets, about 40 KB of HTML inside a city's page frame as the real ones are.
/// The same number gives the same page; departments, years, wordings of plans and all figures vary with it.
std::string make_year_page(std::size_t number);

}  // namespace goalsheet
