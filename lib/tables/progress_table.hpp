// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/message.hpp"
#include "goalsheet/progress.hpp"
#include "tables/table.hpp"

namespace goalsheet {

/// One row an indicator, over all documents of a run.
DataTable progress_table(const Progress& progress, Lang lang);

}  // namespace goalsheet
