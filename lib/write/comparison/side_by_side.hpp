// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "goalsheet/compare.hpp"
#include "goalsheet/message.hpp"
#include "write/format/marked_text.hpp"

namespace goalsheet {

/// A row of 新旧対照表: what differs, as the new and as the old version have it.
struct SideRow {
    std::string place;    ///< ③(2) 数値目標
    std::string figures;  ///< 相談件数 300件 → 320件, in lines; empty: no figure changed
    std::vector<MarkedText> after;
    std::vector<MarkedText> before;
};

struct SideGroup {
    std::string title;  ///< of the sheet
    std::vector<SideRow> rows;
};

/// The groups that have differences. Texts are whole; 「（新設）」, 「（削除）」 stand for one that is not there.
std::vector<SideGroup> side_by_side(const Comparison& comparison, Lang lang);

/// Words of the table: its name and the heads of its four columns.
Message side_table_title();
inline constexpr int kSideColumns = 4;
const Message& side_column_head(int column);

}  // namespace goalsheet
