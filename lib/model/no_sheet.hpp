// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "goalsheet/form.hpp"
#include "goalsheet/message.hpp"
#include "model/table_judge.hpp"

namespace goalsheet {

/// Why no table of a page was read as a goal sheet: what the table that comes nearest to one has and lacks.
Message no_sheet_message(const std::vector<TableSigns>& signs, const Form& form);

}  // namespace goalsheet
