// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"
#include "model/sheet_builder.hpp"

namespace goalsheet {
namespace {

SeriesKind series_kind_of(const ItemColumn& column) {
    if (column.field == FieldId::midterm || column.field == FieldId::final) return SeriesKind::result;
    return column.field == FieldId::baseline ? SeriesKind::baseline : SeriesKind::target;
}

}  // namespace

// What the row is: 実績 beside years makes their cells results.
ItemColumn SheetBuilder::column_in_row(const LaidTable& table, const GridCell& placed) const {
    ItemColumn column = columns_[placed.column];
    const std::uint32_t key = kind_column_ ? table.grid().at(placed.row, *kind_column_) : Grid::kNone;
    const bool of_year = column.series || (column.field == FieldId::target && column.reading.year != 0);
    if (key == Grid::kNone || table.text(key).empty() || !of_year) return column;
    const LabelReading& kind = headings_->labels().read(table.text(key).text);
    if (kind.field == FieldId::progress || kind.field == FieldId::grade) {
        SourcedText label = table.text(key);
        label.append("＞");
        label.append(column.label);
        column.label = std::move(label);
        column.series = false;
        column.field = FieldId::extra;
        column.role = extra_role_of(*kind.field);
    } else if (kind.field) {
        column.field = kind.field;
    }
    return column;
}

void SheetBuilder::add_known_cell(const LaidTable& table, const GridCell& placed, ItemCell cell) {
    const ItemColumn column = column_in_row(table, placed);
    if (kind_column_ && cell.field == FieldId::target && column.field) cell.field = *column.field;
    cell.unit = column.unit;
    if (column.series) {
        cell.field = FieldId::extra;
        cell.series = SeriesValue{column.label, column.reading.year, series_kind_of(column), cell.text};
    } else if (cell.field == FieldId::extra) {
        cell.label = column.label;
        cell.role = column.role;
    }
    const bool reports = is_item_column(cell.field) && cell.field != FieldId::item && cell.field != FieldId::action;
    if (key_column_ && (reports || cell.field == FieldId::extra) && !cell.series) key_cell(table, placed, cell);
    item_->cells.push_back(std::move(cell));
}

// What stands beside a year is that year's; the sheet's own year gives target and report.
void SheetBuilder::key_cell(const LaidTable& table, const GridCell& placed, ItemCell& cell) {
    const std::uint32_t key = table.grid().at(placed.row, *key_column_);
    if (key == Grid::kNone || table.text(key).empty()) return;
    const LabelReading& reading = headings_->labels().read(table.text(key).text);
    const int own_year = sheet_.fiscal_year ? sheet_.fiscal_year->gregorian : year_hint_;
    if (cell.field == FieldId::extra) {
        cell.label.append("＞");
        cell.label.append(table.text(key));
        return;
    }
    const ItemColumn& column = columns_[placed.column];
    const SeriesKind kind = reading.field == FieldId::baseline ? SeriesKind::baseline : series_kind_of(column);
    SeriesValue value{table.text(key), reading.year, kind, cell.text};
    if (own_year != 0 && reading.year == own_year) {
        ItemCell entry = cell;
        entry.field = FieldId::extra;
        entry.series = std::move(value);
        item_->cells.push_back(std::move(entry));
        return;
    }
    cell.field = FieldId::extra;
    cell.series = std::move(value);
}

}  // namespace goalsheet
