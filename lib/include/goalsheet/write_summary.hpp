// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "goalsheet/message.hpp"
#include "goalsheet/result.hpp"
#include "goalsheet/summary.hpp"
#include "goalsheet/write_csv.hpp"

namespace goalsheet {

/// `summary --to json`: schemas/summary.schema.json. One goal, indicator or finding a line, so that two runs can be
/// compared line by line. Words of people (notes, messages) are in the language asked for.
std::string write_summary_json(const Summary& summary, Lang lang);

}  // namespace goalsheet
