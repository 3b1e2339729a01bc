// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "goalsheet/document.hpp"
#include "model/appendix.hpp"
#include "model/labelled_grid.hpp"

namespace goalsheet {

/// The layout in which goalsheet itself publishes sheets (HTML, tab-separated text). Every value has a column that says
/// what it is, measures and unplaced text too, so that nothing has to be guessed when it is read back: no text is taken
/// for a label, and none is cut at a (1) in it. A sheet is one table of blocks; each begins with a row of headings.
namespace published {

// 欄 | 区分 | 内容: a field, what tells several of its values apart (the plan, the goal's number, the year), the text.
inline constexpr std::string_view kField = "欄";
inline constexpr std::string_view kQualifier = "区分";
inline constexpr std::string_view kText = "内容";
inline constexpr std::string_view kPageField = "ページの欄";  ///< likewise, of the page that the sheets stand on
inline constexpr std::string_view kAlignments = "計画における位置付け";
inline constexpr std::string_view kNotes = "特記事項";
// 欄外の記載 | 元の位置 | 内容: text that has no field, under the label it stood.
inline constexpr std::string_view kUnplaced = "欄外の記載";
inline constexpr std::string_view kAddress = "元の位置";

inline constexpr std::array<std::string_view, 8> kItemColumns = {"番号",       "取組項目", "手段番号", "方法・手段",
                                                                 "期間・期限", "数値目標", "中間報告", "期末報告"};
inline constexpr std::string_view kTitleMark = "○";

/// In text, what a line of tab-separated cells cannot hold stands as ⟦U+000D⟧; and so does ⟦.
inline constexpr std::string_view kEscapeOpen = "⟦";
inline constexpr std::string_view kEscapeClose = "⟧";

}  // namespace published

/// The sheet of a table in the published layout; nothing when it is laid out otherwise, also where somebody has changed
/// it so that a cell no longer stands under a heading that says what it is. `escaped`: texts hold ⟦U+000D⟧.
std::optional<Sheet> read_published_sheet(const LaidTable& table, bool escaped);

/// What a page says of itself above its sheets: department, year and goals of a Document without sheets.
std::optional<Document> read_published_page(const LaidTable& table, bool escaped);

/// The rows of an appendix (model/appendix.hpp) at the end of a table that is laid out otherwise, and where they begin.
struct TableAppendix {
    std::uint32_t first_row = 0;
    std::vector<AppendixRow> rows;
};
std::optional<TableAppendix> find_appendix(const LaidTable& table, bool escaped);

}  // namespace goalsheet
