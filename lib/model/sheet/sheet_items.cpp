// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/list_numbers.hpp"
#include "model/sheet/sheet_builder.hpp"
#include "model/sheet/unplaced_address.hpp"

namespace goalsheet {
namespace {

// 合　計 below the items adds them up.
bool is_sum(std::string_view text) {
    const std::string folded = fold(text);
    for (const std::string_view word : {"合計", "計", "総計", "小計", "合計額", "total"})
        if (folded == word) return true;
    return false;
}

}  // namespace

// A cell may lie over columns of several fields only where others say what the row is.
bool SheetBuilder::fits_columns(const LaidTable& table, std::uint32_t row) const {
    std::size_t known = 0;
    bool numbered = false;
    bool names_item = false;
    bool astride = false;
    for (const std::uint32_t cell : table.filled_in(row)) {
        const GridCell& placed = table.grid().cells()[cell];
        const auto field = field_under(placed);
        if (field == FieldId::item_number && !leading_number(table.text(cell).text, kMostItems)) return false;
        numbered = numbered || field == FieldId::item_number;
        names_item = names_item || field == FieldId::item;
        known += field && *field != FieldId::item_number && *field != FieldId::extra ? 1 : 0;
        astride = astride || (!field && fields_under(placed).size() > 1);
    }
    return !astride || (names_item && (numbered || known >= 2));
}

// Does the open item's number or title cell reach down into this row?
bool SheetBuilder::goes_on(const LaidTable& table, std::uint32_t row) const {
    for (std::uint32_t c = 0; c < columns_.size(); ++c) {
        if (columns_[c].field != FieldId::item_number && columns_[c].field != FieldId::item) continue;
        const std::uint32_t cell = table.grid().at(row, c);
        if (cell == Grid::kNone) continue;
        const GridCell& placed = table.grid().cells()[cell];
        if (placed.row < row && placed.row >= item_row_ && !table.text(cell).empty()) return true;
    }
    return false;
}

void SheetBuilder::open_item(int number, SourcedText number_text) {
    close_item();
    item_.emplace();
    item_->number = number;
    item_->number_text = std::move(number_text);
    item_->measure = form_->items().measure;
    last_number_ = number;
    measure_numbers_.clear();
}

void SheetBuilder::close_item() {
    if (!item_) return;
    sheet_.items.push_back(build_item(*item_, sheet_.unplaced, sheet_.remarks));
    item_.reset();
}

void SheetBuilder::unplace_row(const LaidTable& table, std::uint32_t row) {
    const auto cells = table.filled_in(row);
    constexpr std::size_t kLabelBytes = 90;
    const bool labelled = cells.size() > 1 && table.text(cells[0]).text.size() <= kLabelBytes;
    const std::string label = labelled ? table.text(cells[0]).text : std::string{};
    for (std::size_t i = labelled ? 1 : 0; i < cells.size(); ++i) {
        const GridCell& placed = table.grid().cells()[cells[i]];
        unplace(table.text(cells[i]), label, table_address(placed.row, placed.column));
    }
}

void SheetBuilder::note_shape(const LaidTable& table, std::uint32_t row) {
    const std::uint32_t width = table.grid().width_of(row);
    const auto cells = table.filled_in(row);
    if (width != heading_width_ && !cells.empty())
        sheet_.remarks.push_back(
            {remark::kRaggedRow, table.text(cells[0]),
             fmt::format("{} {:+d}", row + 1, static_cast<int>(width) - static_cast<int>(heading_width_))});
}

const SourcedText* SheetBuilder::text_under(const LaidTable& table, std::uint32_t row, FieldId field) const {
    for (const std::uint32_t cell : table.filled_in(row))
        if (field_under(table.grid().cells()[cell]) == field) return &table.text(cell);
    return nullptr;
}

// (2) … alone in the item's column goes on with the item above; so does text without number or mark where items have
// numbers.
bool SheetBuilder::goes_on_with_measure(const SourcedText& text) const {
    const auto style = find_number_style(text.text);
    if (!style) return item_kind_.has_value() && heading_mark_length(text.text) == 0;
    const NumberedText cut = split_numbered(text, *style);
    return cut.lead.empty() && !cut.parts.empty() && (*style == NumberStyle::bullet || cut.parts[0].numbers[0] > 1);
}

// (1) where items have numbers of another kind, and the open one has no (1) yet: the row above was its title.
bool SheetBuilder::begins_measures(const SourcedText& text) const {
    const auto number = leading_number(text.text);
    if (!number || !number->bracketed() || item_->number_text.empty() || !(numbered_column_ || item_kind_))
        return false;
    return !measure_numbers_.contains(number->number);
}

// ① … across all columns, with its measures in the rows below.
bool SheetBuilder::add_title_across(const LaidTable& table, std::uint32_t row) {
    const auto cells = table.filled_in(row);
    if (cells.size() != 1 || row + 1 >= table.grid().rows() || is_header_row(table, row + 1)) return false;
    const auto fields = fields_under(table.grid().cells()[cells[0]]);
    const SourcedText& text = table.text(cells[0]);
    const auto number = leading_number(text.text);
    const bool numbered =
        number && (number->kind == LeadingNumber::Kind::circled ||
                   (number->kind == LeadingNumber::Kind::plain && number->number == last_number_ + 1));
    if (fields.size() < 3 || !numbered || !text_under(table, row + 1, FieldId::target) || !fits_columns(table, row + 1))
        return false;
    open_item(number->number, text.slice(0, number->length).trimmed());
    item_kind_ = number->kind;
    item_row_ = row;
    item_->cells.push_back({FieldId::item, text, 0, 0});
    item_->rows = 1;
    return true;
}

std::set<FieldId> SheetBuilder::fields_under(const GridCell& cell) const {
    std::set<FieldId> fields;
    for (std::uint32_t c = cell.column; c < cell.column + cell.colspan && c < columns_.size(); ++c) {
        if (columns_[c].series)
            fields.insert(FieldId::extra);
        else if (columns_[c].field)
            fields.insert(*columns_[c].field);
    }
    return fields;
}

// The one column a cell stands in; a cell over number, item and action is an item, one over indicator and target a
// target.
std::optional<FieldId> SheetBuilder::field_under(const GridCell& cell) const {
    auto fields = fields_under(cell);
    if (fields.size() > 1) fields.erase(FieldId::extra);
    if (fields.size() == 1) return *fields.begin();
    const auto only = [&](std::initializer_list<FieldId> allowed) {
        return !fields.empty() && std::all_of(fields.begin(), fields.end(), [&](FieldId field) {
            return std::find(allowed.begin(), allowed.end(), field) != allowed.end();
        });
    };
    if (only({FieldId::item_number, FieldId::item, FieldId::action})) return FieldId::item;
    if (only({FieldId::indicator, FieldId::unit, FieldId::baseline, FieldId::target})) return FieldId::target;
    // One cell for both reports: the year is not over.
    if (only({FieldId::midterm, FieldId::final})) return FieldId::midterm;
    return std::nullopt;
}

// The number of the item that this row begins: in a column of its own, else at the start of the item's cell.
std::optional<SheetBuilder::ItemNumber> SheetBuilder::find_item_number(const LaidTable& table,
                                                                       std::uint32_t row) const {
    const SourcedText* cell = text_under(table, row, FieldId::item_number);
    if (cell) {
        const auto number = leading_number(cell->text, kMostItems);
        return number ? std::optional(ItemNumber{*number, cell, true}) : std::nullopt;
    }
    // ①窓口 over the columns of numbers and items brings its number along.
    const auto cells = table.filled_in(row);
    const bool over_numbers = std::any_of(cells.begin(), cells.end(), [&](std::uint32_t one) {
        const GridCell& placed = table.grid().cells()[one];
        return field_under(placed) == FieldId::item && fields_under(placed).contains(FieldId::item_number);
    });
    cell = numbered_column_ && !over_numbers ? nullptr : text_under(table, row, FieldId::item);
    const auto number = cell ? leading_number(cell->text) : std::nullopt;
    if (!number) return std::nullopt;
    if (number->kind == LeadingNumber::Kind::circled && numbers_part_cells(table, row, *cell)) return std::nullopt;
    // All items of a sheet are numbered alike: below ①, 2) numbers a measure.
    if (item_kind_ && number->kind != *item_kind_) return std::nullopt;
    if (!number->bracketed()) return ItemNumber{*number, cell, false};
    // (1) in front numbers a measure, unless the measures are ① ② or have a column of their own.
    const bool measures_circled =
        find_number_style(std::string_view(cell->text).substr(number->length)) == NumberStyle::circled;
    const bool actions_apart = text_under(table, row, FieldId::action) && !(item_ && goes_on(table, row));
    return measures_circled || actions_apart || bracketed_items_ ? std::optional(ItemNumber{*number, cell, false})
                                                                 : std::nullopt;
}

// A target, or what stands for one where the table has none.
bool SheetBuilder::has_target(const LaidTable& table, std::uint32_t row) const {
    if (text_under(table, row, FieldId::target) || text_under(table, row, FieldId::indicator)) return true;
    std::size_t others = 0;
    for (const FieldId field : {FieldId::midterm, FieldId::final, FieldId::deadline})
        others += text_under(table, row, field) ? 1 : 0;
    if (others >= 2 || (others == 1 && !has_column(FieldId::target))) return true;
    const auto cells = table.filled_in(row);
    return std::any_of(cells.begin(), cells.end(), [&](std::uint32_t cell) {
        const std::uint32_t column = table.grid().cells()[cell].column;
        return column < columns_.size() && columns_[column].series;
    });
}

// (1) …, (2) … down the column of items with nothing above them that they could be measures of.
bool SheetBuilder::brackets_number_items(const LaidTable& table, std::uint32_t row) const {
    if (has_column(FieldId::action) || has_column(FieldId::item_number) || headings_->strict()) return false;
    int last = 0;
    for (; row < table.grid().rows() && !headings_->is_heading(table, row); ++row) {
        const SourcedText* item = text_under(table, row, FieldId::item);
        if (!item) continue;
        const NumberedText parts = split_numbered(*item, NumberStyle::bracketed);
        const bool next = parts.lead.empty() && parts.parts.size() == 1 && parts.parts[0].numbers[0] == last + 1;
        if (!next || !text_under(table, row, FieldId::target)) return false;
        ++last;
    }
    return last >= 2;
}

// ①…⏎②… in the item's cell and in that of the target: they part one cell like the other, and number no items.
bool SheetBuilder::numbers_part_cells(const LaidTable& table, std::uint32_t row, const SourcedText& item) const {
    const SourcedText* target = text_under(table, row, FieldId::target);
    if (!target || headings_->strict()) return false;
    const NumberedText parts = split_numbered(item, NumberStyle::circled);
    const NumberedText others = split_numbered(*target, NumberStyle::circled);
    const bool alike = parts.lead.empty() && others.lead.empty() && !parts.parts.empty() && !others.parts.empty() &&
                       parts.parts[0].numbers == others.parts[0].numbers;
    return alike && (parts.parts.size() > 1 || (row == 1 && table.grid().rows() == row + 1));
}

// Opens the item of this row, or stays with the open one; false when the row is no item at all.
bool SheetBuilder::find_item(const LaidTable& table, std::uint32_t row) {
    const auto number = find_item_number(table, row);
    if (number) {
        const bool counts_on = number->number.composite;
        open_item(counts_on ? last_number_ + 1 : number->number.number,
                  number->cell->slice(0, number->number.length).trimmed());
        if (!number->own_column) item_kind_ = number->number.kind;
        item_row_ = row;
        return true;
    }
    const SourcedText* item_cell = text_under(table, row, FieldId::item);
    if (item_cell && is_sum(item_cell->text)) return false;
    const bool has_target = this->has_target(table, row);
    const bool each_row = !has_column(FieldId::item) && !has_column(FieldId::item_number) && !key_column_;
    if (item_ && !each_row && (!item_cell || goes_on(table, row))) return true;
    if (item_ && item_cell && begins_measures(*item_cell)) return true;
    if (item_ && item_cell && has_target && goes_on_with_measure(*item_cell)) return true;
    if (each_row && item_ && (action_goes_on(table, row) || goes_on_in_kind(table, row))) return true;
    // An item without its number says at least how or how much; anything less is a row of something else.
    const bool begins = item_cell ? has_target || find_number_style(item_cell->text) : each_row && has_target;
    if (!begins && !(key_column_ && item_cell)) return false;
    open_item(last_number_ + 1, {});
    item_row_ = row;
    return true;
}

// How it is done, or what is counted, reaches down from the row above.
bool SheetBuilder::action_goes_on(const LaidTable& table, std::uint32_t row) const {
    for (std::uint32_t c = 0; c < columns_.size(); ++c) {
        const std::uint32_t cell = table.grid().at(row, c);
        const bool holds =
            columns_[c].field == FieldId::action || (kind_column_ && columns_[c].field == FieldId::indicator);
        if (!holds || cell == Grid::kNone) continue;
        if (table.grid().cells()[cell].row < row && table.grid().cells()[cell].row >= item_row_) return true;
    }
    return false;
}

void SheetBuilder::take_goal(const LaidTable& table, std::uint32_t row) {
    const SourcedText* goal = text_under(table, row, FieldId::goal);
    if (!goal || !sheet_.goal.empty()) return;
    goal_cell_ = *goal;
    const auto number = leading_number(goal->text);
    sheet_.goal = goal->slice(number ? number->length : 0, goal->text.size()).trimmed();
    seen_.insert(FieldId::goal);
    for (std::uint32_t c = 0; c < columns_.size(); ++c) {
        const std::uint32_t cell = table.grid().at(row, c);
        if (columns_[c].field != FieldId::department || cell == Grid::kNone || table.text(cell).empty()) continue;
        sheet_.department = table.text(cell);
        seen_.insert(FieldId::department);
    }
}

void SheetBuilder::add_item_row(const LaidTable& table, std::uint32_t row) {
    if (add_title_across(table, row)) return;
    take_goal(table, row);
    note_shape(table, row);
    if (!fits_columns(table, row) || !find_item(table, row)) {
        unplace_row(table, row);
        return;
    }
    const bool same = goes_on_in_kind_or_year(table, row);
    const std::size_t item_row = same ? item_->rows - 1 : item_->rows++;
    const auto [first, last] = table.grid().starting_in(row);
    for (std::uint32_t cell = first; cell < last; ++cell)
        if (!table.text(cell).empty() || !table.text(cell).runs.empty()) add_item_cell(table, cell, item_row);
    if (item_row == 0 && item_row_ == row) take_shared_cells(table, row);
}

void SheetBuilder::add_item_cell(const LaidTable& table, std::uint32_t cell, std::size_t item_row) {
    const GridCell& placed = table.grid().cells()[cell];
    const SourcedText& text = table.text(cell);
    const auto field = field_under(placed);
    ItemCell found{field.value_or(FieldId::extra), text, item_row, item_row + placed.rowspan - 1};
    if (text.empty()) {
        if (field && *field != FieldId::item_number && *field != FieldId::extra && *field != FieldId::goal)
            item_->cells.push_back(std::move(found));
    } else if (placed.column == key_column_ || placed.column == kind_column_ || field == FieldId::goal ||
               (field == FieldId::department && text == sheet_.department)) {
        if (field == FieldId::goal && text != goal_cell_) unplace(text, columns_[placed.column].label.text, {});
    } else if (!field) {
        const std::string label = placed.column < columns_.size() ? columns_[placed.column].label.text : std::string{};
        unplace(text, label, fmt::format("{} {}", circled(item_->number), table_address(placed.row, placed.column)));
    } else if (*field == FieldId::item_number) {
        const auto number = leading_number(text.text, kMostItems);
        const SourcedText rest = text.slice(number ? number->length : 0, text.text.size()).trimmed();
        unplace(rest, std::string(form_->label(FieldId::item_number)), circled(item_->number));
    } else {
        if (*field == FieldId::department) found.field = FieldId::extra;
        if (*field == FieldId::item || *field == FieldId::action)
            for (const NumberedPart& part : split_numbered(text, NumberStyle::bracketed).parts)
                measure_numbers_.insert(part.numbers.begin(), part.numbers.end());
        add_known_cell(table, placed, std::move(found));
    }
}

// 備考 | …, 総合評価 | A below the items: of the sheet, not of the last item.
bool SheetBuilder::is_closing_row(const LaidTable& table, std::uint32_t row) const {
    const auto cells = table.filled_in(row);
    if (cells.size() != 2 || headings_->strict()) return false;
    const LabelReading& reading = headings_->labels().read(table.text(cells[0]).text);
    const bool wide = table.grid().cells()[cells[0]].colspan > 1;
    const bool side = reading.field && *reading.field >= FieldId::grade &&
                      (wide || reading.strength >= LabelReading::Strength::whole);
    return side && table.grid().cells()[cells[0]].column == 0 && table.grid().cells()[cells[1]].colspan > 1 &&
           !leading_number(table.text(cells[0]).text);
}

}  // namespace goalsheet
