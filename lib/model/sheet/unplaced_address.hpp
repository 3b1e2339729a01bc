// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "goalsheet/field.hpp"

namespace goalsheet {

// Where an unplaced text stood. The model has it in words, as its JSON and our print sheets do and come back from them.

/// 表の2行目3列目: a cell of a sheet's table; row and column count from 0.
std::string table_address(std::uint32_t row, std::uint32_t column);
/// ③ 中間報告: a column of an item, or ③ alone.
std::string item_address(int number, std::optional<FieldId> field);
/// Such an address in both languages; any other words stay as they are.
Message address_words(const std::string& address);

}  // namespace goalsheet
