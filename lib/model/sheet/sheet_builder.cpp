// SPDX-License-Identifier: MIT
#include "model/sheet/sheet_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/label.hpp"
#include "model/label_note.hpp"
#include "model/left_axis.hpp"
#include "model/outside_fields.hpp"
#include "model/sdgs/sdgs.hpp"
#include "model/sheet/unplaced_address.hpp"

namespace goalsheet {
namespace {

constexpr std::string_view kUnplacedTitle = "未配置（様式の欄に当てはまらなかった文章）";

}  // namespace

void SheetBuilder::begin_table(const LaidTable& table) {
    close_item();
    items_before_ = sheet_.items.size();
    columns_.clear();
    key_column_.reset();
    kind_column_.reset();
    in_items_ = false;
    in_unplaced_ = false;
    numbered_column_ = false;
    if (sheet_.place.empty()) {
        for (std::uint32_t cell = 0; cell < table.grid().cells().size() && sheet_.place.empty(); ++cell)
            sheet_.place = table.text(cell);
    }
}

SheetBuilder SheetBuilder::begin_next_goal() const {
    SheetBuilder next(*form_, *headings_);
    next.year_hint_ = year_hint_;
    next.sheet_.department = sheet_.department;
    next.sheet_.fiscal_year = sheet_.fiscal_year;
    next.sheet_.fiscal_year_text = sheet_.fiscal_year_text;
    next.sheet_.place = sheet_.place;
    next.sheet_.labels = sheet_.labels;
    next.seen_ = seen_;
    next.in_items_ = true;
    next.columns_ = columns_;
    next.key_column_ = key_column_;
    next.kind_column_ = kind_column_;
    next.heading_width_ = heading_width_;
    next.numbered_column_ = numbered_column_;
    next.bracketed_items_ = bracketed_items_;
    return next;
}

bool SheetBuilder::is_title_row(const LaidTable& table, std::uint32_t row) const {
    const auto cells = table.filled_in(row);
    return !cells.empty() && table.label(cells[0]) == FieldId::title;
}

bool SheetBuilder::is_header_row(const LaidTable& table, std::uint32_t row) const {
    const auto cells = table.filled_in(row);
    if (cells.empty()) return false;
    const auto label = table.label(cells[0]);
    if (label && (is_header_field(*label) || is_notes_field(*label) || *label == FieldId::title)) return true;
    // A label that is misspelt does not make the notes beside it a row of items.
    return std::any_of(cells.begin(), cells.end(), [&](std::uint32_t cell) {
        return form_->match_notes_heading(table.text(cell).text).has_value();
    });
}

// Labels side by side over their values: nothing but labels here, nothing but other text below.
bool SheetBuilder::is_row_of_labels(const LaidTable& table, std::uint32_t row) const {
    // Above the items' heading, labels without values are empty fields.
    if (row + 1 >= table.grid().rows() || headings_->is_heading(table, row + 1)) return false;
    const auto cells = table.filled_in(row);
    const auto below = table.filled_in(row + 1);
    const auto is_header_label = [&](std::uint32_t cell) {
        return table.label(cell) && (is_header_field(*table.label(cell)) || is_notes_field(*table.label(cell)));
    };
    return cells.size() >= 2 && !below.empty() && std::all_of(cells.begin(), cells.end(), is_header_label) &&
           std::none_of(below.begin(), below.end(), is_header_label) &&
           std::all_of(cells.begin(), cells.end(),
                       [&](std::uint32_t cell) { return table.grid().cells()[cell].rowspan == 1; }) &&
           std::none_of(cells.begin(), cells.end(), [&](std::uint32_t cell) {
               return table.label(cell) == FieldId::participation || table.label(cell) == FieldId::outcomes;
           });
}

// A label alone in its row over a text of the same columns: 総合計画における位置付け, below it the plan.
bool SheetBuilder::is_label_over_text(const LaidTable& table, std::uint32_t row) const {
    if (row + 1 >= table.grid().rows() || headings_->is_heading(table, row + 1)) return false;
    const auto cells = table.filled_in(row);
    const auto below = table.filled_in(row + 1);
    if (cells.size() != 1 || below.size() != 1 || !table.label(cells[0]) || !is_header_field(*table.label(cells[0])))
        return false;
    const GridCell& label = table.grid().cells()[cells[0]];
    const GridCell& text = table.grid().cells()[below[0]];
    const std::string& words = table.text(below[0]).text;
    if (is_department_name(table.text(below[0])) && table.label(cells[0]) != FieldId::department) return false;
    return label.rowspan == 1 && label.column == text.column && label.colspan == text.colspan &&
           !table.label(below[0]) && !form_->match_notes_heading(words) && !form_->match_start(words);
}

bool SheetBuilder::another_begins(const LaidTable& table, std::uint32_t row) const {
    if (in_unplaced_) return false;
    if (is_title_row(table, row)) return has_title_ || seen_.contains(FieldId::goal) || !sheet_.items.empty();
    if (!seen_.contains(FieldId::goal)) return false;
    if (headings_->is_heading(table, row)) return false;
    for (const std::uint32_t cell : table.filled_in(row))
        if (table.label(cell) == FieldId::goal) return true;
    return false;
}

bool SheetBuilder::another_begins(const LaidTable& table) const {
    if (seen_.empty()) return false;
    for (const FieldId field :
         {FieldId::goal, FieldId::department, FieldId::priority, FieldId::situation, FieldId::purpose})
        if (seen_.contains(field) && !(below_goal_ && field == FieldId::department) &&
            headings_->has_header_label(table, field))
            return true;
    // A second table of items goes on with the numbers of the first; one that has items and a sheet that ended with
    // notes do not belong together.
    const bool table_has_items = table.has(FieldId::item) || table.has(FieldId::target);
    const bool ended = seen_.contains(FieldId::notes) || seen_.contains(FieldId::participation);
    return table_has_items && ended && headings_->has_header_label(table, FieldId::goal);
}

// A row under a column of goals that has another one.
bool SheetBuilder::another_goal_begins(const LaidTable& table, std::uint32_t row) const {
    if (!in_items_ || sheet_.goal.empty() || headings_->is_heading(table, row)) return false;
    const SourcedText* goal = text_under(table, row, FieldId::goal);
    return goal && (*goal != goal_cell_ || form_->sheet().each == SheetUnit::row);
}

std::uint32_t SheetBuilder::add_row(const LaidTable& table, std::uint32_t row) {
    if (in_unplaced_ || is_unplaced_title(table, row)) {
        add_unplaced_row(table, row);
        return 1;
    }
    unplace_aside(table, row);
    if (table.filled_in(row).empty()) return 1;
    if (headings_->is_heading(table, row)) {
        const std::uint32_t used = add_item_heading(table, row);
        for (std::uint32_t r = row + 1; r < row + used; ++r) unplace_aside(table, r);
        return used;
    }
    if (in_items_ && !is_header_row(table, row) && !is_closing_row(table, row)) {
        add_item_row(table, row);
        return 1;
    }
    close_item();
    in_items_ = false;
    if (const std::uint32_t used = add_left_block(table, row)) return used;
    if (sheet_.items.size() > items_before_ && is_section_of_card(table, row)) {
        add_section_of_card(table, row);
        return 1;
    }
    if (is_row_of_labels(table, row) || is_label_over_text(table, row)) {
        add_labels_above_values(table, row);
        return 2;
    }
    if (is_unknown_label_over_text(table, row)) {
        Current current;
        begin_unknown_label(table.text(table.filled_in(row)[0]), current);
        assign(current, table.text(table.filled_in(row + 1)[0]), table_address(row + 1, 0));
        return 2;
    }
    if (const std::uint32_t used = add_labelled_columns(table, row)) return used;
    if (const std::uint32_t used = add_sdg_choices(table, row)) return used;
    add_header_row(table, row);
    return 1;
}

// Items whose labels stand on the left are turned and read like all others.
std::uint32_t SheetBuilder::add_left_block(const LaidTable& table, std::uint32_t row) {
    if (headings_->strict()) return 0;
    const LeftBlock block = find_left_block(table, row, *headings_);
    for (std::uint32_t r = row + 1; r < row + block.rows; ++r) unplace_aside(table, r);
    for (const std::uint32_t r : block.header_rows)
        if (!is_section_of_card(table, r)) add_header_row(table, r);
    for (const auto& turned : block.tables) {
        const std::uint32_t used = add_item_heading(turned->laid(), 0);
        for (std::uint32_t r = used; r < turned->laid().grid().rows(); ++r)
            if (!turned->laid().filled_in(r).empty()) add_item_row(turned->laid(), r);
        close_item();
        columns_.clear();
        key_column_.reset();
        kind_column_.reset();
        in_items_ = false;
    }
    for (const std::uint32_t r : block.header_rows)
        if (is_section_of_card(table, r)) add_section_of_card(table, r);
    return block.rows;
}

bool SheetBuilder::is_section_of_card(const LaidTable& table, std::uint32_t row) const {
    return below_goal_ && table.label(table.filled_in(row)[0]) == FieldId::department;
}

void SheetBuilder::add_section_of_card(const LaidTable& table, std::uint32_t row) {
    const auto cells = table.filled_in(row);
    for (std::size_t i = 1; i < cells.size(); ++i) {
        if (sheet_.items.empty()) return unplace_row(table, row);
        sheet_.items.back().measures.front().extras.push_back(
            {table.text(cells[0]), ExtraRole::section, table.text(cells[i])});
    }
}

void SheetBuilder::unplace_aside(const LaidTable& table, std::uint32_t row) {
    const auto [first, last] = table.grid().starting_in(row);
    for (std::uint32_t cell = first; cell < last; ++cell) {
        const GridCell& placed = table.grid().cells()[cell];
        const Cell& own = *placed.cell;
        if (!own.hidden.empty() || !own.residue.empty() || !own.tables.empty()) {
            const std::string address = table_address(placed.row, placed.column);
            unplace_aside(own, address);
            for (const Table* nested : table.tables_in(cell)) {
                for (const SourcedText& hidden : nested->hidden_texts) unplace(hidden, "（非表示）", address);
                for (const Row& inner : nested->rows)
                    for (const Cell& one : inner.cells) unplace_aside(one, address);
            }
        }
        if (placed.overlaps) sheet_.remarks.push_back({remark::kOverlap, table.text(cell), fmt::format("{}", row + 1)});
    }
}

void SheetBuilder::unplace_aside(const Cell& cell, const std::string& address) {
    for (const SourcedText& hidden : cell.hidden) unplace(hidden, "（非表示）", address);
    for (const SourcedText& residue : cell.residue) {
        unplace(residue, "（HTMLタグ）", address);
        sheet_.remarks.push_back({remark::kResidue, residue, {}});
    }
}

void SheetBuilder::unplace(const SourcedText& text, const std::string& label, const std::string& address) {
    if (!text.empty()) sheet_.unplaced.push_back({text, label, address});
}

// 未配置（様式の欄に当てはまらなかった文章）, below it 見出し | 場所 | 文章: what an earlier reading left over.
bool SheetBuilder::is_unplaced_title(const LaidTable& table, std::uint32_t row) const {
    const auto cells = table.filled_in(row);
    return cells.size() == 1 && table.text(cells[0]).text.starts_with(kUnplacedTitle);
}

void SheetBuilder::add_unplaced_row(const LaidTable& table, std::uint32_t row) {
    if (!in_unplaced_) {
        close_item();
        in_unplaced_ = true;
        unplaced_columns_.clear();
        return;
    }
    if (unplaced_columns_.empty()) {
        for (const std::uint32_t cell : table.filled_in(row))
            unplaced_columns_.push_back(table.grid().cells()[cell].column);
        return;
    }
    const auto text_at = [&](std::size_t column) {
        const std::uint32_t cell =
            column < unplaced_columns_.size() ? table.grid().at(row, unplaced_columns_[column]) : Grid::kNone;
        if (cell == Grid::kNone || table.grid().cells()[cell].row != row) return SourcedText();
        return table.grid().cells()[cell].cell->whole.value_or(table.text(cell));
    };
    if (const SourcedText text = text_at(2); !text.empty())
        unplaced_before_.push_back({text, text_at(0).text, text_at(1).text});
}

// The listed ones stand in the cells of the sheet too where they came from one: once is enough.
void SheetBuilder::merge_unplaced() {
    std::multiset<std::string> listed;
    for (const Unplaced& before : unplaced_before_) listed.insert(before.text.text);
    std::vector<Unplaced> all = std::move(unplaced_before_);
    for (Unplaced& found : sheet_.unplaced) {
        const auto same = listed.find(found.text.text);
        if (same == listed.end())
            all.push_back(std::move(found));
        else
            listed.erase(same);
    }
    sheet_.unplaced = std::move(all);
}

void SheetBuilder::set_goal(const SourcedText& goal, const Remark& why) {
    sheet_.goal = goal;
    sheet_.remarks.push_back(why);
}

void SheetBuilder::use_line(const SourcedText& line) {
    const auto found = std::find_if(sheet_.unplaced.begin(), sheet_.unplaced.end(),
                                    [&](const Unplaced& one) { return one.text == line && one.label.empty(); });
    if (found != sheet_.unplaced.end()) sheet_.unplaced.erase(found);
}

bool SheetBuilder::name_item(const SourcedText& name) {
    close_item();
    if (sheet_.items.size() != items_before_ + 1) return false;
    Item& item = sheet_.items.back();
    if (item.title == name) return true;
    if (!item.title.empty()) {
        if (item.measures.size() != 1 || !item.measures[0].action.empty()) return false;
        item.measures[0].action = std::exchange(item.title, {});
    }
    item.title = name;
    item.as_written.reset();
    sheet_.remarks.push_back({remark::kGoalInferred, name, "item: the heading over the table"});
    return true;
}

bool SheetBuilder::name_untitled_item(const SourcedText& name) {
    close_item();
    if (sheet_.items.size() != items_before_ + 1 || !sheet_.items.back().title.empty()) return false;
    return name_item(name);
}

void SheetBuilder::take_remarks(const std::vector<Remark>& remarks) {
    sheet_.remarks.insert(sheet_.remarks.end(), remarks.begin(), remarks.end());
}

// A target or report merged over the rows of several items stands beside each of them.
void SheetBuilder::take_shared_cells(const LaidTable& table, std::uint32_t row) {
    constexpr std::size_t kLongest = 4096;  // bytes of a text that is worth having again
    constexpr std::uint32_t kMostRows = 100;
    for (std::uint32_t c = 0; c < columns_.size(); ++c) {
        const std::uint32_t cell = table.grid().at(row, c);
        if (cell == Grid::kNone) continue;
        const GridCell& placed = table.grid().cells()[cell];
        if (placed.row >= row || placed.row < first_item_row_ || placed.column != c) continue;
        const auto field = field_under(placed);
        const bool shared = field == FieldId::deadline || field == FieldId::target || field == FieldId::midterm ||
                            field == FieldId::final;
        if (!shared || table.text(cell).empty() || table.text(cell).text.size() > kLongest ||
            row - placed.row > kMostRows)
            continue;
        add_known_cell(table, placed, {*field, table.text(cell), 0, placed.row + placed.rowspan - 1 - row});
    }
}

// 中間報告（12月末現在）, 部局名（旧商工課）: words about this sheet behind a label of its form.
void SheetBuilder::note_labels() {
    for (const LabelCell& label : sheet_.labels)
        for (const std::string& words : label_explanations(label.text.text)) {
            const std::size_t at = label.text.text.find(words);
            if (at == std::string::npos || is_unit_word(words) || is_guide(words)) continue;
            const auto year = find_fiscal_year(words);
            if (year && year->begin == 0 && year->end == words.size()) continue;
            sheet_.remarks.push_back({remark::kLabelNote, label.text.slice(at, at + words.size()).trimmed(),
                                      std::string(field_name(label.field))});
        }
}

Sheet SheetBuilder::finish() {
    close_item();
    name_by_subject();
    note_labels();
    SdgReading sdgs = read_sdgs(sheet_.sdgs_text);
    sheet_.sdgs = std::move(sdgs.goals);
    for (const SourcedText& rest : sdgs.rest)
        unplace(rest, std::string(form_->label(FieldId::sdgs)), std::string(form_->label(FieldId::sdgs)));
    if (!unplaced_before_.empty()) merge_unplaced();
    return std::move(sheet_);
}

}  // namespace goalsheet
