// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/heading_words.hpp"
#include "model/interpreter.hpp"
#include "model/list_numbers.hpp"
#include "model/outside_fields.hpp"

namespace goalsheet {

// 特記事項 may stand in a table of its own below the items.
bool Interpreter::goes_on_with_notes(const LaidTable& table) const {
    if (builder_.empty() || table.table().hidden) return false;
    if (table.has(FieldId::notes)) return true;
    for (std::uint32_t cell = 0; cell < table.grid().cells().size(); ++cell)
        if (form_.match_notes_heading(table.text(cell).text)) return true;
    return false;
}

void Interpreter::add_rows(const LaidTable& table) {
    headings_.forget();
    if (builder_.another_begins(table)) close_sheet();
    begin_table(table);
    for (std::uint32_t row = 0; row < table.grid().rows();) {
        if (builder_.another_begins(table, row)) {
            close_sheet();
            begin_table(table);
        } else if (builder_.another_goal_begins(table, row)) {
            begin_next_goal();
        }
        take_line(table, row);
        take_goal_row(table, row);
        row += builder_.add_row(table, row);
    }
    name_item_by_heading();
    if (const auto item = std::exchange(card_heading_, std::nullopt))
        if (!builder_.name_untitled_item(*item)) around_.add_above(*item);
    builder_.take_remarks(table.table().remarks);
    around_.add_hidden(table.table());
}

void Interpreter::name_item_by_heading() {
    const auto item = std::exchange(item_heading_, std::nullopt);
    const SourcedText line = std::exchange(item_line_, {});
    if (!item) return;
    if (builder_.name_item(*item))
        builder_.use_line(line);
    else if (line.empty())
        around_.add_above(*item);
}

// In a worksheet, the words above the items are rows of their table.
void Interpreter::take_line(const LaidTable& table, std::uint32_t row) {
    const auto cells = table.filled_in(row);
    if (options_.strict || cells.size() != 1 || table.label(cells[0]) || !headings_.stands_above_items(table, row))
        return;
    const SourcedText& text = table.text(cells[0]);
    const HeadingWords words = read_heading_words(text);
    if (words.kind == HeadingWords::Kind::item && words.labelled) {
        name_item_by_heading();
        begin_table(table);
        item_heading_ = words.text;
        item_line_ = text;
        return;
    }
    if (take_fields_of_line(text)) return;
    const bool department = is_department_name(text);
    const bool goal = words.kind == HeadingWords::Kind::goal && !is_title(text);
    const bool same_head = leading_number(text.text) && head_follows_again(table, row);
    if ((department || goal || same_head) && builder_.has_items()) {
        name_item_by_heading();
        close_sheet();
        begin_table(table);
    }
    if (same_head) goal_heading_ = text;
    if (department) {
        names_.set_department_line(text);
    } else if (goal) {
        names_.set_goal_line(words.text, text);
    } else if (auto named = department_in_title(text)) {
        names_.set_title_department(std::move(*named));
    }
}

// 部局名　水道部, 所属：予防課.
bool Interpreter::take_fields_of_line(const SourcedText& line) {
    const OutsideWords words = read_outside({{line, OutsideLine::Kind::line, 0}}, form_, &readings_);
    if (const auto labelled = words.fields.empty() ? labelled_line(line) : std::nullopt) {
        around_.add_labelled(labelled->first, labelled->second);
        used_lines_.push_back(line);
        return true;
    }
    if (words.fields.empty()) return false;
    const bool names_goal = std::any_of(words.fields.begin(), words.fields.end(),
                                        [](const OutsideField& field) { return field.field == FieldId::goal; });
    const bool aligns = std::any_of(words.fields.begin(), words.fields.end(),
                                    [](const OutsideField& field) { return field.field == FieldId::alignment; });
    if (aligns) return false;      // read as a row of the header
    if (names_goal) return false;  // the rows below say whose it is
    names_.take(words);
    used_lines_.push_back(line);
    return true;
}

// The labels of the table's first items, once more below this row.
bool Interpreter::head_follows_again(const LaidTable& table, std::uint32_t row) {
    return row + 1 < table.grid().rows() && headings_.is_heading(table, row + 1) &&
           headings_.head_of(table, row + 1) == headings_.head_of(table);
}

// 基本目標2　… across the columns of items: the next goal, under the same labels. Copied text and worksheets may
// have it in the first of the columns.
void Interpreter::take_goal_row(const LaidTable& table, std::uint32_t row) {
    constexpr std::uint32_t kAcross = 3;
    const auto cells = table.filled_in(row);
    if (options_.strict || cells.size() != 1 || !builder_.in_items()) return;
    const bool across =
        table.grid().cells()[cells[0]].colspan >= kAcross || page_.format == "text" || page_.format == "xlsx";
    if (table.label(cells[0]) || !across) return;
    const HeadingWords words = read_heading_words(table.text(cells[0]));
    if (words.kind != HeadingWords::Kind::goal || !words.labelled) return;
    if (builder_.has_items()) begin_next_goal();
    names_.set_goal_line(words.text, table.text(cells[0]));
}

void Interpreter::begin_next_goal() {
    SheetBuilder next = builder_.begin_next_goal();
    std::vector<SourcedText> years = around_.years();
    close_sheet();
    builder_ = std::move(next);
    around_.set_years(std::move(years));
}

}  // namespace goalsheet
