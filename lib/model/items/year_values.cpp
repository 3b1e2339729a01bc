// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/label.hpp"
#include "model/sheet/sheet_builder.hpp"

namespace goalsheet {

// A column of years: each row is one year of the item, no item itself.
void SheetBuilder::find_key_column(const LaidTable& table, std::uint32_t row) {
    key_column_.reset();
    for (std::uint32_t c = 0; c < columns_.size() && !key_column_; ++c) {
        const bool may_hold_years = columns_[c].label.empty() || columns_[c].reading.field == FieldId::fiscal_year ||
                                    columns_[c].reading.generic || columns_[c].reading.field == FieldId::extra;
        if (!may_hold_years || headings_->strict()) continue;
        const ColumnLabels labels = read_column_labels(table, row, c, headings_->labels());
        const bool all_but_first = labels.years >= 2 && labels.years + 1 == labels.texts && columns_[c].label.empty();
        if (labels.mostly(labels.years) || all_but_first) key_column_ = c;
    }
    if (key_column_) columns_[*key_column_].field.reset();
}

// 目標 and 実績 down a column, years or halves beside it: each row is one kind of what is told of the item.
void SheetBuilder::find_kind_column(const LaidTable& table, std::uint32_t row) {
    kind_column_.reset();
    const bool years = std::any_of(columns_.begin(), columns_.end(),
                                   [](const ItemColumn& column) {
                                       return column.series || column.reading.only_year || column.reading.year != 0;
                                   }) ||
                       (has_column(FieldId::midterm) && has_column(FieldId::final));
    for (std::uint32_t c = 0; c < columns_.size() && !kind_column_ && years && !headings_->strict(); ++c) {
        if (columns_[c].series || columns_[c].reading.year != 0 || columns_[c].reading.is_report()) continue;
        const ColumnLabels labels = read_column_labels(table, row, c, headings_->labels());
        if (labels.mostly(labels.kinds)) kind_column_ = c;
    }
    if (kind_column_) columns_[*kind_column_].field.reset();
}

int SheetBuilder::own_year() const {
    if (sheet_.fiscal_year) return sheet_.fiscal_year->gregorian;
    return year_hint_ != 0 ? year_hint_ : table_year_;
}

// Where nothing says the sheet's year, it is the last one that has both a target and a result.
void SheetBuilder::choose_year(const LaidTable& table, std::uint32_t row) {
    table_year_ = 0;
    if ((!key_column_ && !kind_column_) || own_year() != 0) return;
    std::map<int, std::set<bool>> met;  // of each year: a target, a result
    std::map<int, SourcedText> places;
    for (; row < table.grid().rows() && !headings_->is_heading(table, row); ++row)
        for (const std::uint32_t cell : table.filled_in(row)) {
            const GridCell& placed = table.grid().cells()[cell];
            if (placed.column >= columns_.size() || placed.column == key_column_ || placed.column == kind_column_)
                continue;
            const ItemColumn column = column_in_row(table, placed);
            const std::uint32_t key = key_column_ ? table.grid().at(row, *key_column_) : Grid::kNone;
            const int year =
                key == Grid::kNone ? column.reading.year : headings_->labels().read(table.text(key).text).year;
            const bool result = column.field == FieldId::midterm || column.field == FieldId::final;
            if (year == 0 || (!result && column.field != FieldId::target)) continue;
            met[year].insert(result);
            places.emplace(year, table.text(cell));
        }
    for (const auto& [year, kinds] : met)
        if (kinds.size() == 2) table_year_ = year;
    if (table_year_ == 0) return;
    for (ItemColumn& column : columns_)
        if (column.series && column.reading.year == table_year_) column.series = false;
    sheet_.remarks.push_back({remark::kLabelReasoned, places[table_year_],
                              fmt::format("fiscal_year: {} is the last with target and result", table_year_)});
}

// Another kind of the same thing: nothing names one anew.
bool SheetBuilder::goes_on_in_kind(const LaidTable& table, std::uint32_t row) const {
    if (!kind_column_ || !item_ || item_->rows == 0) return false;
    const std::uint32_t cell = table.grid().at(row, *kind_column_);
    if (cell == Grid::kNone || table.text(cell).empty()) return false;
    return !names_something(table, row) && !keys_met_.contains(fold(table.text(cell).text));
}

bool SheetBuilder::names_something(const LaidTable& table, std::uint32_t row) const {
    return text_under(table, row, FieldId::item) || text_under(table, row, FieldId::action) ||
           text_under(table, row, FieldId::indicator);
}

// 実績 below 目標, one year below another: another row of the same thing.
bool SheetBuilder::goes_on_in_kind_or_year(const LaidTable& table, std::uint32_t row) {
    const auto key = kind_column_ ? kind_column_ : key_column_;
    if (!key) return false;
    const std::uint32_t cell = table.grid().at(row, *key);
    const std::string word = cell == Grid::kNone ? std::string() : fold(table.text(cell).text);
    const bool begins = item_->rows == 0 || names_something(table, row) || keys_met_.contains(word);
    if (begins) keys_met_.clear();
    keys_met_.insert(word);
    return !begins;
}

// What the row is: 実績 beside years makes their cells results.
ItemColumn SheetBuilder::column_in_row(const LaidTable& table, const GridCell& placed) const {
    ItemColumn column = columns_[placed.column];
    const std::uint32_t key = kind_column_ ? table.grid().at(placed.row, *kind_column_) : Grid::kNone;
    const bool of_year = column.series || (column.field == FieldId::target && column.reading.year != 0);
    const bool of_time = column.field == FieldId::midterm || column.field == FieldId::final;
    if (key == Grid::kNone || table.text(key).empty() || (!of_year && !of_time)) return column;
    const LabelReading& kind = headings_->labels().read(table.text(key).text);
    if (of_time && kind.is_report()) return column;
    if (kind.field == FieldId::progress || kind.field == FieldId::grade) {
        SourcedText label = table.text(key);
        label.append(kLevelSign);
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
    const bool by_kind =
        cell.field == FieldId::target || cell.field == FieldId::midterm || cell.field == FieldId::final;
    if (kind_column_ && by_kind && column.field) cell.field = *column.field;
    cell.unit = column.unit;
    if (column.series) {
        cell.field = FieldId::extra;
        cell.series = SeriesValue{column.label, column.reading.year, column.series_kind(), cell.text};
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
    const int own_year = this->own_year();
    if (cell.field == FieldId::extra) {
        cell.label.append(kLevelSign);
        cell.label.append(table.text(key));
        return;
    }
    const ItemColumn& column = columns_[placed.column];
    const SeriesKind kind = reading.field == FieldId::baseline ? SeriesKind::baseline : column.series_kind();
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
