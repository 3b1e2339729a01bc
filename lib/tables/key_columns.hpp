// SPDX-License-Identifier: MIT
#pragma once

#include "tables/table.hpp"

namespace goalsheet {

// Columns that several tables are joined by: the same names and meanings in all of them.
inline constexpr Column kCityCodeColumn = {
    "全国地方公共団体コード", "city_code", ColumnType::code, 0, "", "検査数字を含む6桁。書き出しのときに与えたもの"};
inline constexpr Column kRowIdColumn = {"ID", "id", ColumnType::code, 0, "", "行の番号。ほかの行と重ならない"};
inline constexpr Column kCityNameColumn = {
    "地方公共団体名", "city_name", ColumnType::text, 0, "", "書き出しのときに与えたもの"};
inline constexpr Column kYearColumn = {
    "年度", "fiscal_year", ColumnType::year, 11, "", "西暦の年度。2025は2025-04-01から2026-03-31まで"};
/// 年度 would make it a column of dates for the rules of machine readability.
inline constexpr Column kYearLabelColumn = {
    "和暦", "fiscal_year_label", ColumnType::text, 14, "", "シートに書かれた表記。令和7年度など"};
inline constexpr Column kMeasureIdColumn = {
    "方法・手段ID", "measure_id", ColumnType::code, 27, "", "項目IDと枝番。方法・手段のない行では空"};

}  // namespace goalsheet
