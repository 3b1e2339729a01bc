// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "goalsheet/message.hpp"
#include "goalsheet/progress.hpp"

namespace goalsheet {

// What people read of a row, the same in every form. Texts of the sheet are not escaped yet.

/// 12,600 · 39.7 · -3.2
std::string show_number(const Decimal& value);
/// 300件, 延べ100人, 43.1→46%, 50件以下 (≤50件); that more is better goes without saying. Empty where the target has no
/// number.
std::string show_target(const ProgressRow& row, Lang lang);
/// 208件, or empty without a figure.
std::string show_result(const ProgressRow& row);
/// 実施中 or 予定 for a figure that is not done yet.
std::string show_state(const ProgressRow& row, Lang lang);
/// 69.3%, or empty.
std::string show_rate(const ProgressRow& row);
/// 改善 50.0%: how much of the way from the baseline is gone; or empty.
std::string show_improvement(const ProgressRow& row, Lang lang);
/// 9/30, or empty.
std::string show_day(const ProgressRow& row);

/// Rows that stand together: first and behind the last.
struct RowRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};
/// The rows of one sheet after another, and within one the rows of an item.
std::vector<RowRange> split_sheets(std::span<const ProgressRow> rows);
std::vector<RowRange> split_items(std::span<const ProgressRow> rows, RowRange sheet);

/// 産業部  令和7年度  1位  目標: what a sheet is called above its rows, on one line.
std::string sheet_title(const ProgressRow& row, Lang lang);
using StatusCounts = std::array<std::size_t, kProgressStatusCount>;
StatusCounts count_statuses(std::span<const ProgressRow> rows);
/// 計 5件：達成 1、順調 3、遅れ 1
std::string summary_line(const StatusCounts& counts, Lang lang);

}  // namespace goalsheet
