// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/label.hpp"
#include "model/sheet/sheet_builder.hpp"

// Tables beside the items that hold none: what stands in them is kept under its labels.
namespace goalsheet {
namespace {

bool is_head(const LaidTable& table, std::uint32_t cell) { return table.grid().cells()[cell].cell->header; }

bool is_single(const LaidTable& table, std::uint32_t cell) {
    const GridCell& placed = table.grid().cells()[cell];
    return placed.rowspan == 1 && placed.colspan == 1;
}

}  // namespace

// 組織の使命 alone in its row, as the markup of labels has it, over its text.
bool SheetBuilder::is_unknown_label_over_text(const LaidTable& table, std::uint32_t row) const {
    if (headings_->strict() || row + 1 >= table.grid().rows()) return false;
    const auto cells = table.filled_in(row);
    const auto below = table.filled_in(row + 1);
    if (cells.size() != 1 || below.size() != 1 || table.label(cells[0]) || table.label(below[0])) return false;
    const GridCell& label = table.grid().cells()[cells[0]];
    const GridCell& text = table.grid().cells()[below[0]];
    return is_head(table, cells[0]) && !is_head(table, below[0]) && label.column == text.column &&
           label.colspan == text.colspan && label.rowspan == 1;
}

bool SheetBuilder::heads_columns(const LaidTable& table, std::uint32_t row) const {
    const auto cells = table.filled_in(row);
    return cells.size() >= 2 && std::all_of(cells.begin(), cells.end(), [&](std::uint32_t cell) {
               const auto label = table.label(cell);
               return is_head(table, cell) && is_single(table, cell) && !(label && is_header_field(*label));
           });
}

bool SheetBuilder::stands_in_columns(const LaidTable& table, std::uint32_t row, std::uint32_t width) const {
    const auto cells = table.filled_in(row);
    return !cells.empty() && table.grid().width_of(row) == width && !is_header_row(table, row) &&
           std::all_of(cells.begin(), cells.end(), [&](std::uint32_t cell) {
               const bool first = table.grid().cells()[cell].column == 0;
               return is_single(table, cell) && (first || !is_head(table, cell));
           });
}

// 事業名 | 事業費 | 今後の方向 over rows that are no items: each text under the label of its column. Gives the rows it
// took, 0 when this is nothing of the kind.
std::uint32_t SheetBuilder::add_labelled_columns(const LaidTable& table, std::uint32_t row) {
    if (headings_->strict() || !heads_columns(table, row)) return 0;
    std::uint32_t end = row + 1;
    while (end < table.grid().rows() && stands_in_columns(table, end, table.grid().width_of(row))) ++end;
    if (end == row + 1) return 0;
    for (std::uint32_t below = row + 1; below < end; ++below) {
        unplace_aside(table, below);
        add_labelled_row(table, row, below);
    }
    return end - row;
}

// Behind a label of its own row, 決算額 of 令和5年度: both.
void SheetBuilder::add_labelled_row(const LaidTable& table, std::uint32_t heading, std::uint32_t row) {
    SourcedText own;
    for (const std::uint32_t cell : table.filled_in(row)) {
        const GridCell& placed = table.grid().cells()[cell];
        if (is_head(table, cell)) {
            own = table.text(cell);
            continue;
        }
        SourcedText label = own;
        const std::uint32_t above = table.grid().at(heading, placed.column);
        if (above != Grid::kNone && !table.text(above).empty()) {
            if (!label.empty()) label.append(kLevelSign);
            label.append(table.text(above));
        }
        const LabelReading& reading =
            headings_->labels().read(own.empty() && above != Grid::kNone ? table.text(above).text : own.text);
        if (reading.field && *reading.field >= FieldId::grade)
            sheet_.extras.push_back({std::move(label), reading.role, table.text(cell)});
        else
            unplace(table.text(cell), label.text, {});
    }
}

}  // namespace goalsheet
