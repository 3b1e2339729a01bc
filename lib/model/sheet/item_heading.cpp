// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/item_columns.hpp"
#include "model/list_numbers.hpp"
#include "model/sheet/sheet_builder.hpp"

namespace goalsheet {

std::uint32_t SheetBuilder::add_item_heading(const LaidTable& table, std::uint32_t row) {
    close_item();
    in_items_ = true;
    heading_width_ = table.grid().width_of(row);
    first_item_row_ = row;
    ItemHeading heading = headings_->read(table, row, sheet_.fiscal_year ? sheet_.fiscal_year->gregorian : year_hint_);
    columns_ = std::move(heading.columns);
    std::sort(heading.labels.begin(), heading.labels.end());
    for (const auto& [cell, field] : heading.labels) {
        sheet_.labels.push_back({field, table.text(cell)});
        seen_.insert(field);
    }
    first_item_row_ += heading.rows;
    take_remarks(heading.remarks);
    note_unknown_columns();
    find_number_column(table, row + heading.rows);
    find_key_column(table, row + heading.rows);
    find_kind_column(table, row + heading.rows);
    bracketed_items_ = brackets_number_items(table, row + heading.rows);
    choose_year(table, row + heading.rows);
    note_missing_columns(table, row);
    return heading.rows;
}

void SheetBuilder::note_unknown_columns() {
    const SourcedText* last = nullptr;
    for (const ItemColumn& column : columns_) {
        const bool known = column.field || column.series || column.label.empty();
        if (!known && !(last && *last == column.label))
            sheet_.remarks.push_back({remark::kUnknownLabel, column.label, form_->nearest(column.label.text)});
        last = &column.label;
    }
}

// The column of ① ② … has no label of its own, or 番号; it stands left of the items.
void SheetBuilder::find_number_column(const LaidTable& table, std::uint32_t row) {
    numbered_column_ = false;
    for (std::uint32_t c = 0; c < columns_.size(); ++c) {
        // 001-01 is a code.
        if (columns_[c].field == FieldId::item_number && !columns_[c].label.empty() &&
            (holds_codes(table, row, c) ||
             (look_at_column(table, row, c).texts > 0 && !holds_numbers(table, row, c)))) {
            columns_[c].field = FieldId::extra;
            columns_[c].role = ExtraRole::code;
            continue;
        }
        if (columns_[c].field == FieldId::item_number) {
            numbered_column_ = true;
            return;
        }
        const auto field = columns_[c].field;
        if (field == FieldId::goal || field == FieldId::department || field == FieldId::extra) continue;
        if (field) break;
        if (c == 0 && columns_[0].label.empty() && holds_numbers(table, row, 0)) {
            columns_[0].field = FieldId::item_number;
            numbered_column_ = true;
            return;
        }
    }
    // One label over two columns: the first holds nothing but numbers.
    if (columns_.size() < 2 || columns_[0].field != FieldId::item || columns_[1].field != FieldId::item ||
        row >= table.grid().rows())
        return;
    const std::uint32_t cell = table.grid().at(row, 0);
    if (cell == Grid::kNone || table.grid().cells()[cell].colspan > 1) return;
    const auto number = leading_number(table.text(cell).text);
    if (number && trim(std::string_view(table.text(cell).text).substr(number->length)).empty()) {
        columns_[0].field = FieldId::item_number;
        numbered_column_ = true;
    }
}

void SheetBuilder::note_missing_columns(const LaidTable& table, std::uint32_t row) {
    const auto [first, last] = table.grid().starting_in(row);
    const SourcedText place =
        first < last ? table.text(first).empty() && first + 1 < last ? table.text(first + 1) : table.text(first)
                     : SourcedText{};
    for (const FormField& field : form_->fields()) {
        if (!field.required || !is_item_column(field.field)) continue;
        if (!has_column(field.field))
            sheet_.remarks.push_back({remark::kColumnMissing, place, std::string(field_name(field.field))});
    }
}

bool SheetBuilder::has_column(FieldId field) const {
    return std::any_of(columns_.begin(), columns_.end(),
                       [field](const ItemColumn& column) { return column.field == field; });
}

bool SheetBuilder::holds_codes(const LaidTable& table, std::uint32_t row, std::uint32_t column) const {
    std::size_t codes = 0;
    std::size_t numbers = 0;
    for (; row < table.grid().rows(); ++row) {
        const std::uint32_t cell = table.grid().at(row, column);
        if (cell == Grid::kNone || table.text(cell).empty() || table.grid().cells()[cell].row != row) continue;
        const bool number = leading_number(table.text(cell).text).has_value();
        const std::string folded = fold(table.text(cell).text);
        const bool digits = std::any_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
        numbers += number ? 1 : 0;
        codes += !number && digits ? 1 : 0;
    }
    return codes > numbers;
}

// Titles often stand one column further left than the table below them: that column is only a margin.
bool SheetBuilder::holds_numbers(const LaidTable& table, std::uint32_t row, std::uint32_t column) const {
    constexpr std::uint32_t kRows = 100;  // an item takes fewer
    const std::uint32_t end = std::min(table.grid().rows(), row + kRows);
    for (; row < end; ++row) {
        const std::uint32_t cell = table.grid().at(row, column);
        if (cell != Grid::kNone && leading_number(table.text(cell).text)) return true;
    }
    return false;
}

}  // namespace goalsheet
