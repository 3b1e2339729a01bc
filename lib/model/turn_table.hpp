// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/table.hpp"

namespace goalsheet {

/// The table with its rows as columns: labels on the left come on top. Unchanged where cells lie over each other.
Table turn_table(const Table& table);

}  // namespace goalsheet
