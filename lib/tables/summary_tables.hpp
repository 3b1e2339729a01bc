// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "goalsheet/summary.hpp"
#include "goalsheet/write_summary.hpp"
#include "tables/cells.hpp"
#include "tables/table.hpp"

namespace goalsheet {

/// Raised when a column of these tables changes its name, meaning or place; new columns go to the end.
inline constexpr int kSummarySchemaVersion = 3;

/// The target of a measure or one of its reports.
struct MeasureText {
    std::size_t sheet;  ///< index in Summary::sheets
    std::size_t item;
    std::size_t measure;
    FieldId field;

    auto operator<=>(const MeasureText&) const = default;
};

/// Where 本文一覧 has the first paragraph of a text, and of a sheet: rows from 0, the header being 0.
struct TextRowIndex {
    std::map<MeasureText, std::uint32_t> by_text;
    std::vector<std::uint32_t> by_sheet;
    std::size_t rows = 0;
};
TextRowIndex index_texts(const Summary& summary);

/// 2025年度, or 年度不明.
std::string year_words(const std::optional<int>& year);
/// 令和7年度, or an empty text.
std::string era_year_words(const std::optional<int>& year);

// The tables of a summary. They point into it and must not outlive it; texts lead to 本文一覧 where `index` says so.
DataTable summary_indicators(const Summary& summary, const TextRowIndex* index = nullptr);
DataTable summary_texts(const Summary& summary, std::size_t rows);
DataTable summary_departments(const Summary& summary);
DataTable summary_years(const Summary& summary);
DataTable summary_statuses(const Summary& summary);
DataTable summary_sdg_matrix(const Summary& summary);
DataTable summary_sdg_list(const Summary& summary);
DataTable summary_sdg_counts(const Summary& summary);
DataTable summary_rate_bands(const Summary& summary);
DataTable summary_trends(const Summary& summary);
DataTable summary_findings(const Summary& summary, const TextRowIndex* index = nullptr);
DataTable summary_codes();
/// 変換記録: the inputs, and what the workbook could not hold.
DataTable summary_conversion(const Summary& summary, const std::vector<std::pair<std::string, std::string>>& notes);

/// The row of 部門別 (from 0, the header being 0) that a year begins with.
std::size_t first_department_row(const Summary& summary, std::size_t year);

}  // namespace goalsheet
