// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/validate.hpp"
#include "tables/table.hpp"

namespace goalsheet {

/// One row a finding of a run, in the report's order.
DataTable findings_table(const Report& report, Lang lang);

}  // namespace goalsheet
