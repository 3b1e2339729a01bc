// SPDX-License-Identifier: MIT
#pragma once

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
/// 300件以上 is shown as it is meant: 300件, ≤50件, 46%（43.1%から). Empty where the target has no number.
std::string show_target(const ProgressRow& row, Lang lang);
/// 208件, with the state where it is not done: 7.2ha（実施中）. Empty without a figure.
std::string show_result(const ProgressRow& row, Lang lang);
/// 69.3%, or empty.
std::string show_rate(const ProgressRow& row);
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

/// 産業部　令和7年度 1位　目標: what a sheet is called above its rows, on one line.
std::string sheet_title(const ProgressRow& row, Lang lang);
/// 指標 5: 達成 1、順調 3、遅れ 1
std::string summary_line(std::span<const ProgressRow> rows, Lang lang);

}  // namespace goalsheet
