// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "goalsheet/summary.hpp"
#include "tables/columns.hpp"
#include "tables/summary_tables.hpp"
#include "tables/table.hpp"

namespace goalsheet {

// What the tables of a summary have in common.

inline constexpr const char* kTextSheet = "本文一覧";

inline constexpr Column kYear = columns::kFiscalYear.wide(11);
inline constexpr Column kDepartment = {"部", "department", ColumnType::text,
                                       18,   "",           "シートの部局名のうち部・局の名前"};
inline constexpr Column kSection = {"課", "section", ColumnType::text, 12, "", "部局名に課の名前があるときだけ"};
inline constexpr Column kAgainst = {
    "集計した報告", "against", ColumnType::code, 11, "", "進捗区分と集計が何によるか。中間報告または期末報告"};

inline constexpr Mark kStatusMarks[] = {{"達成", Tone::good},  {"範囲内", Tone::good}, {"順調", Tone::good},
                                        {"完了", Tone::good},  {"遅れ", Tone::bad},    {"超過", Tone::bad},
                                        {"未報告", Tone::open}};

inline DataCell line_cell(std::uint32_t line) { return line == 0 ? DataCell() : DataCell(std::int64_t{line}); }

}  // namespace goalsheet
