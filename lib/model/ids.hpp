// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"

namespace goalsheet {

/// 目標ID of every sheet, by document and sheet: 2025-産業振興部-01 (fiscal year, department, priority). The same in
/// every format and on every run, whatever else is exported with it; sheets that would share one get -2, -3 … in
/// reading order.
std::vector<std::vector<std::string>> sheet_ids(std::span<const Document> documents);

/// 項目ID: the sheet's with the item's number, 2025-産業振興部-01-03.
std::string item_id(const std::string& sheet_id, int item);
/// 方法・手段: the item's with the measure's number, 2025-産業振興部-01-03-2.
std::string measure_id(const std::string& sheet_id, int item, int measure);

}  // namespace goalsheet
