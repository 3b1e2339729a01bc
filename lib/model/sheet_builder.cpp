// SPDX-License-Identifier: MIT
#include "model/sheet_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"
#include "model/label.hpp"
#include "model/list_numbers.hpp"
#include "model/sdgs.hpp"

namespace goalsheet {
namespace {

constexpr std::uint32_t kFarAway = 3;  // columns without text
constexpr std::string_view kUnplacedTitle = "未配置（様式の欄に当てはまらなかった文章）";

void append_lines(SourcedText& to, const SourcedText& text) {
    if (!to.empty() && !text.empty()) to.append("\n");
    to.append(text);
}

std::string table_address(std::uint32_t row, std::uint32_t column) {
    return fmt::format("表の{}行目{}列目", row + 1, column + 1);
}

// "1位", "第２位", "1": the number, and whether nothing else stands there.
struct Priority {
    int number = 0;
    bool whole = false;
};

std::optional<Priority> read_priority(std::string_view text) {
    const std::string folded = fold(text);
    std::string_view rest = folded;
    for (const std::string_view word : {"第", "no.", "no"})
        if (rest.starts_with(word)) rest.remove_prefix(word.size());
    int number = 0;
    std::size_t digits = 0;
    while (digits < rest.size() && digits < 4 && rest[digits] >= '0' && rest[digits] <= '9')
        number = number * 10 + (rest[digits++] - '0');
    if (digits == 0 || digits > 3 || number == 0) return std::nullopt;
    rest.remove_prefix(digits);
    return Priority{number, rest.empty() || rest == "位" || rest == "番" || rest == "番目" || rest == "位."};
}

SourcedText without_colon(const SourcedText& heading) {
    for (const std::string_view colon : {"：", ":"})
        if (heading.text.ends_with(colon)) return heading.slice(0, heading.text.size() - colon.size()).trimmed();
    return heading;
}

// A header field whose cell holds label and value: 部局名：総務部.
bool may_share_its_cell(FieldId field) {
    return field == FieldId::goal || field == FieldId::department || field == FieldId::priority ||
           field == FieldId::fiscal_year;
}

}  // namespace

void SheetBuilder::begin_table(const LaidTable& table) {
    close_item();
    columns_.clear();
    column_labels_.clear();
    in_items_ = false;
    in_unplaced_ = false;
    numbered_column_ = false;
    if (sheet_.place.empty()) {
        for (std::uint32_t cell = 0; cell < table.grid().cells().size() && sheet_.place.empty(); ++cell)
            sheet_.place = table.text(cell);
    }
}

// ---- what kind of row is it
// ---------------------------------------------------------------------------------------------------

bool SheetBuilder::is_title_row(const LaidTable& table, std::uint32_t row) const {
    const auto cells = table.filled_in(row);
    return !cells.empty() && table.label(cells[0]) == FieldId::title;
}

bool SheetBuilder::is_item_heading(const LaidTable& table, std::uint32_t row) const {
    std::set<FieldId> columns;
    bool header_label = false;
    std::size_t others = 0;
    for (const std::uint32_t cell : table.filled_in(row)) {
        const auto label = table.label(cell);
        if (label && is_item_column(*label))
            columns.insert(*label);
        else if (label && (is_header_field(*label) || is_notes_field(*label)))
            header_label = true;
        else if (!label)
            ++others;
    }
    return columns.size() >= 3 || (columns.size() == 2 && !header_label && others == 0);
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
    if (row + 1 >= table.grid().rows() || is_item_heading(table, row + 1)) return false;
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
    if (row + 1 >= table.grid().rows() || is_item_heading(table, row + 1)) return false;
    const auto cells = table.filled_in(row);
    const auto below = table.filled_in(row + 1);
    if (cells.size() != 1 || below.size() != 1 || !table.label(cells[0]) || !is_header_field(*table.label(cells[0])))
        return false;
    const GridCell& label = table.grid().cells()[cells[0]];
    const GridCell& text = table.grid().cells()[below[0]];
    const std::string& words = table.text(below[0]).text;
    return label.rowspan == 1 && label.column == text.column && label.colspan == text.colspan &&
           !table.label(below[0]) && !form_->match_notes_heading(words) && !form_->match_start(words);
}

bool SheetBuilder::another_begins(const LaidTable& table, std::uint32_t row) const {
    if (in_unplaced_) return false;
    if (is_title_row(table, row)) return has_title_ || seen_.contains(FieldId::goal) || !sheet_.items.empty();
    if (!seen_.contains(FieldId::goal)) return false;
    for (const std::uint32_t cell : table.filled_in(row))
        if (table.label(cell) == FieldId::goal) return true;
    return false;
}

bool SheetBuilder::another_begins(const LaidTable& table) const {
    if (seen_.empty()) return false;
    for (const FieldId field :
         {FieldId::goal, FieldId::department, FieldId::priority, FieldId::situation, FieldId::purpose})
        if (seen_.contains(field) && table.has(field)) return true;
    // A second table of items goes on with the numbers of the first; one that has items and a sheet that ended with
    // notes do not belong together.
    const bool table_has_items = table.has(FieldId::item) || table.has(FieldId::target);
    const bool ended = seen_.contains(FieldId::notes) || seen_.contains(FieldId::participation);
    return table_has_items && ended && table.has(FieldId::goal);
}

// ---- rows
// ---------------------------------------------------------------------------------------------------------------------

std::uint32_t SheetBuilder::add_row(const LaidTable& table, std::uint32_t row) {
    if (in_unplaced_ || is_unplaced_title(table, row)) {
        add_unplaced_row(table, row);
        return 1;
    }
    unplace_aside(table, row);
    if (table.filled_in(row).empty()) return 1;
    if (is_item_heading(table, row)) return add_item_heading(table, row);
    if (in_items_ && !is_header_row(table, row)) {
        add_item_row(table, row);
        return 1;
    }
    close_item();
    in_items_ = false;
    if (is_row_of_labels(table, row) || is_label_over_text(table, row)) {
        add_labels_above_values(table, row);
        return 2;
    }
    if (const std::uint32_t used = add_sdg_choices(table, row)) return used;
    add_header_row(table, row);
    return 1;
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

// ---- the heading above the items
// ------------------------------------------------------------------------------------------------

std::uint32_t SheetBuilder::add_item_heading(const LaidTable& table, std::uint32_t row) {
    close_item();
    in_items_ = true;
    columns_.assign(table.grid().columns(), std::nullopt);
    column_labels_.assign(table.grid().columns(), {});
    heading_width_ = table.grid().width_of(row);
    set_columns(table, row);
    // A heading of two rows: some of its cells reach into the next row, what starts there divides the others.
    std::uint32_t used = 1;
    const auto [first, last] = table.grid().starting_in(row);
    bool reaches_down = false;
    for (std::uint32_t cell = first; cell < last; ++cell)
        reaches_down = reaches_down || table.grid().cells()[cell].rowspan > 1;
    if (reaches_down && divides_heading(table, row + 1)) {
        set_columns(table, row + 1);
        used = 2;
    }
    find_number_column(table, row + used);
    note_missing_columns(table, row);
    return used;
}

// Short words without numbers below a heading are its second row.
bool SheetBuilder::divides_heading(const LaidTable& table, std::uint32_t row) const {
    constexpr std::size_t kLongestHeading = 120;
    if (row >= table.grid().rows()) return false;
    const auto cells = table.filled_in(row);
    return !cells.empty() && std::all_of(cells.begin(), cells.end(), [&](std::uint32_t cell) {
        const std::string& text = table.text(cell).text;
        return text.size() <= kLongestHeading && !leading_number(text) && heading_mark_length(text) == 0;
    });
}

void SheetBuilder::set_columns(const LaidTable& table, std::uint32_t row) {
    const auto [first, last] = table.grid().starting_in(row);
    const bool text_form = std::all_of(table.grid().cells().begin() + first, table.grid().cells().begin() + last,
                                       [](const GridCell& c) { return c.colspan == 1; });
    std::optional<FieldId> previous;
    std::string previous_label;
    for (std::uint32_t cell = first; cell < last; ++cell) {
        const GridCell& placed = table.grid().cells()[cell];
        const SourcedText& text = table.text(cell);
        std::optional<FieldId> field = table.label(cell);
        if (field && !is_item_column(*field) && *field != FieldId::item_number) field.reset();
        const auto above = columns_[placed.column];
        // 中間報告 divided into 実績 and 進捗率 is the mid-term report all the same.
        if (field && (above == FieldId::midterm || above == FieldId::final)) field = above;
        std::string label = text.text;
        // Copied text: the empty cells behind a label are the columns it spanned.
        if (text.empty() && text_form && previous) {
            field = previous;
            label = previous_label;
        } else if (text.empty()) {
            continue;
        } else if (field) {
            sheet_.labels.push_back({*field, text});
            seen_.insert(*field);
        } else {
            // Under a known heading an unknown one only divides it.
            if (above) {
                field = above;
            } else {
                sheet_.remarks.push_back({remark::kUnknownLabel, text, form_->nearest(text.text)});
            }
        }
        previous = field;
        previous_label = label;
        for (std::uint32_t c = placed.column; c < placed.column + placed.colspan && c < columns_.size(); ++c) {
            columns_[c] = field;
            column_labels_[c] = label;
        }
    }
}

// The column of ① ② … has no label of its own, or 番号; it stands left of the items.
void SheetBuilder::find_number_column(const LaidTable& table, std::uint32_t row) {
    numbered_column_ = false;
    for (std::uint32_t c = 0; c < columns_.size(); ++c) {
        if (columns_[c] == FieldId::item_number) {
            numbered_column_ = true;
            return;
        }
        if (columns_[c]) break;
        if (c == 0 && column_labels_[0].empty() && holds_numbers(table, row)) {
            columns_[0] = FieldId::item_number;
            numbered_column_ = true;
            return;
        }
    }
    // One label over two columns: the first holds nothing but numbers.
    if (columns_.size() < 2 || columns_[0] != FieldId::item || columns_[1] != FieldId::item ||
        row >= table.grid().rows())
        return;
    const std::uint32_t cell = table.grid().at(row, 0);
    if (cell == Grid::kNone || table.grid().cells()[cell].colspan > 1) return;
    const auto number = leading_number(table.text(cell).text);
    if (number && trim(std::string_view(table.text(cell).text).substr(number->length)).empty()) {
        columns_[0] = FieldId::item_number;
        numbered_column_ = true;
    }
}

// Titles often stand one column further left than the table below them: that column is only a margin.
bool SheetBuilder::holds_numbers(const LaidTable& table, std::uint32_t row) const {
    constexpr std::uint32_t kRows = 100;  // an item takes fewer
    const std::uint32_t end = std::min(table.grid().rows(), row + kRows);
    for (; row < end; ++row) {
        const std::uint32_t cell = table.grid().at(row, 0);
        if (cell != Grid::kNone && leading_number(table.text(cell).text)) return true;
    }
    return false;
}

void SheetBuilder::note_missing_columns(const LaidTable& table, std::uint32_t row) {
    const auto [first, last] = table.grid().starting_in(row);
    const SourcedText place =
        first < last ? table.text(first).empty() && first + 1 < last ? table.text(first + 1) : table.text(first)
                     : SourcedText{};
    for (const FormField& field : form_->fields()) {
        if (!field.required || !is_item_column(field.field)) continue;
        const bool there = std::find(columns_.begin(), columns_.end(), field.field) != columns_.end();
        if (!there) sheet_.remarks.push_back({remark::kColumnMissing, place, std::string(field_name(field.field))});
    }
}

// ---- the header block
// -------------------------------------------------------------------------------------------------------------

void SheetBuilder::add_labels_above_values(const LaidTable& table, std::uint32_t row) {
    const Grid& grid = table.grid();
    for (const std::uint32_t below : table.filled_in(row + 1)) {
        const GridCell& value = grid.cells()[below];
        const std::uint32_t above = grid.at(row, value.column);
        Current current;
        if (above != Grid::kNone && table.label(above)) begin_label(table, above, *table.label(above), current);
        assign(current, table.text(below), table_address(value.row, value.column));
    }
    for (const std::uint32_t cell : table.filled_in(row)) {
        Current unused;
        const bool noted = std::any_of(sheet_.labels.begin(), sheet_.labels.end(),
                                       [&](const LabelCell& l) { return l.text == table.text(cell); });
        if (!noted) begin_label(table, cell, *table.label(cell), unused);
    }
}

// The label, 1 to 17 in cells of their own, and in the row below a ○ under those that are meant. Gives the rows it
// took, 0 when this is nothing of the kind.
std::uint32_t SheetBuilder::add_sdg_choices(const LaidTable& table, std::uint32_t row) {
    constexpr std::size_t kGoals = 17;
    const auto cells = table.filled_in(row);
    if (cells.size() != kGoals + 1 || table.label(cells[0]) != FieldId::sdgs) return 0;
    std::map<std::uint32_t, std::uint32_t> numbers;  // cell of each number by its column
    for (std::size_t i = 1; i < cells.size(); ++i) {
        const SourcedText& text = table.text(cells[i]);
        const auto number = leading_number(text.text);
        if (!number || number->number != static_cast<int>(i) || number->length < trim(text.text).size()) return 0;
        numbers[table.grid().cells()[cells[i]].column] = cells[i];
    }
    Current current;
    begin_label(table, cells[0], FieldId::sdgs, current);
    const bool last = row + 1 >= table.grid().rows();
    const auto below = last ? std::span<const std::uint32_t>() : table.filled_in(row + 1);
    const bool marked = std::all_of(below.begin(), below.end(), [&](std::uint32_t cell) {
        return numbers.contains(table.grid().cells()[cell].column) && count_code_points(table.text(cell).text) == 1;
    });
    if (!marked || below.empty()) return 1;
    for (const std::uint32_t cell : below)
        append_lines(sheet_.sdgs_text, table.text(numbers[table.grid().cells()[cell].column]));
    return 2;
}

void SheetBuilder::add_header_row(const LaidTable& table, std::uint32_t row) {
    const Grid& grid = table.grid();
    const auto cells = table.filled_in(row);
    Current current;
    std::uint32_t passed = Grid::kNone;
    std::uint32_t end = 0;  // of the last text
    for (std::uint32_t column = 0; column < grid.width_of(row); ++column) {
        const std::uint32_t cell = grid.at(row, column);
        if (cell == Grid::kNone || cell == passed) continue;
        passed = cell;
        // Behind a cell that lies over a part of it: its text has been read.
        if (grid.cells()[cell].row == row && grid.cells()[cell].column < column) continue;
        // A list of choices somebody keeps beside the form is no part of the field it stands level with; SDGs may have
        // a row of cells for one each.
        if (!table.text(cell).empty()) {
            const bool far_away = current.has_value && current.field != FieldId::sdgs && column >= end + kFarAway;
            if (far_away && !table.label(cell)) current.field.reset();
            end = column + grid.cells()[cell].colspan;
        }
        const bool from_above = grid.cells()[cell].row < row;
        if (from_above) {
            if (const auto label = table.label(cell)) current = {label, table.text(cell).text, false};
            continue;
        }
        if (table.text(cell).empty()) {
            mark_missing(table.text(cell), current);
            continue;
        }
        add_header_cell(table, cell, cell == cells.front() && !current.field, cells.size() == 1, current);
    }
}

void SheetBuilder::add_header_cell(const LaidTable& table, std::uint32_t cell, bool first, bool alone,
                                   Current& current) {
    const GridCell& placed = table.grid().cells()[cell];
    const SourcedText& text = table.text(cell);
    const std::string address = table_address(placed.row, placed.column);
    const auto label = table.label(cell);
    if (label && !holds_its_text(table, cell)) {
        begin_label(table, cell, *label, current);
        return;
    }
    if (take_labelled_text(text, current)) return;
    const bool waits_for_value = current.field && !current.has_value;
    if (placed.cell->header && !waits_for_value) {
        begin_unknown_label(text, current);
        return;
    }
    if (first && !alone) {
        begin_unknown_label(text, current);
        return;
    }
    assign(current, text, address);
}

// ○取組による効果・残された課題⏎（3館で実施）: what is in brackets explains a label, unless it is all that is said
// under a heading of 特記事項.
bool SheetBuilder::holds_its_text(const LaidTable& table, std::uint32_t cell) const {
    const auto label = table.label(cell);
    const std::string& text = table.text(cell).text;
    if ((label != FieldId::participation && label != FieldId::outcomes) || text.find('\n') == std::string::npos)
        return false;
    const auto heading = form_->match_notes_heading(text);
    if (!heading || trim(std::string_view(text).substr(heading->second)).empty()) return false;
    const auto cells = table.filled_in(table.grid().cells()[cell].row);
    const auto next = std::upper_bound(cells.begin(), cells.end(), cell);
    return next == cells.end() || table.label(*next) || form_->match_notes_heading(table.text(*next).text);
}

void SheetBuilder::begin_label(const LaidTable& table, std::uint32_t cell, FieldId field, Current& current) {
    const SourcedText& text = table.text(cell);
    current = {field, text.text, false};
    sheet_.labels.push_back({field, text});
    if (field == FieldId::title) {
        has_title_ = true;
        set_fiscal_year(text);
        current = {};
        return;
    }
    if (field == FieldId::alignment) {
        sheet_.alignments.push_back({text, {}});
    } else if (!is_item_column(field) && seen_.contains(field)) {
        note_duplicate(field, text);
    }
    if (field == FieldId::participation) sheet_.notes.participation_heading = text;
    if (field == FieldId::outcomes) sheet_.notes.outcomes_heading = text;
    const bool bare_notes =
        (field == FieldId::participation || field == FieldId::outcomes) && !seen_.contains(FieldId::notes);
    if (bare_notes && !labels_noted_) {
        labels_noted_ = true;
        sheet_.remarks.push_back({remark::kNotesLabelMissing, text, {}});
    }
    seen_.insert(field);
}

void SheetBuilder::note_duplicate(FieldId field, const SourcedText& text) {
    sheet_.remarks.push_back({remark::kDuplicateLabel, text, std::string(form_->label(field))});
}

void SheetBuilder::begin_unknown_label(const SourcedText& text, Current& current) {
    current = {std::nullopt, text.text, false};
    sheet_.remarks.push_back({remark::kUnknownLabel, text, form_->nearest(text.text)});
}

// ○取組による効果・残された課題⏎…, 部局名：総務部: label and text in one cell.
bool SheetBuilder::take_labelled_text(const SourcedText& text, Current& current) {
    std::optional<std::pair<FieldId, std::size_t>> found = form_->match_notes_heading(text.text);
    const bool in_value = current.field && !is_notes_field(*current.field) && !current.has_value;
    if (!found && !in_value) {
        found = form_->match_start(text.text);
        const bool below_goal = seen_.contains(FieldId::goal);
        if (found && !may_share_its_cell(found->first) && !(below_goal && is_header_field(found->first))) found.reset();
    }
    if (!found || (in_value && !is_notes_field(found->first))) return false;
    const auto [field, begin] = *found;
    const SourcedText heading = text.slice(0, begin).trimmed();
    sheet_.labels.push_back({field, heading});
    if (is_notes_field(field) && !seen_.contains(FieldId::notes) && !labels_noted_) {
        labels_noted_ = true;
        sheet_.remarks.push_back({remark::kNotesLabelMissing, heading, {}});
    }
    if (field == FieldId::participation) sheet_.notes.participation_heading = heading;
    if (field == FieldId::outcomes) sheet_.notes.outcomes_heading = heading;
    if (field == FieldId::alignment)
        sheet_.alignments.push_back({without_colon(heading), {}});
    else if (!is_notes_field(field) && seen_.contains(field))
        note_duplicate(field, heading);
    seen_.insert(field);
    current = {field, heading.text, false};
    const SourcedText rest = text.slice(begin, text.text.size()).trimmed();
    if (!rest.empty()) assign(current, rest, {});
    return true;
}

void SheetBuilder::assign(Current& current, const SourcedText& text, const std::string& address) {
    if (!current.field) {
        const auto year = current.label.empty() ? find_fiscal_year(text.text) : std::nullopt;
        if (year && year->label == trim(text.text) && !sheet_.fiscal_year)
            set_fiscal_year(text);
        else
            unplace(text, current.label, address);
        return;
    }
    switch (*current.field) {
        case FieldId::goal:
            assign_single(sheet_.goal, current, text, address);
            break;
        case FieldId::department:
            assign_single(sheet_.department, current, text, address);
            break;
        case FieldId::priority:
            assign_priority(current, text, address);
            break;
        case FieldId::fiscal_year:
            set_fiscal_year(text);
            if (!find_fiscal_year(text.text) || trim(text.text) != sheet_.fiscal_year->label)
                unplace(text, current.label, address);
            break;
        case FieldId::alignment:
            append_lines(sheet_.alignments.back().text, text);
            break;
        case FieldId::situation:
            append_lines(sheet_.situation, text);
            break;
        case FieldId::purpose:
            append_lines(sheet_.purpose, text);
            break;
        case FieldId::sdgs:
            append_lines(sheet_.sdgs_text, text);
            break;
        case FieldId::participation:
            append_lines(sheet_.notes.participation, text);
            break;
        case FieldId::outcomes:
            append_lines(sheet_.notes.outcomes, text);
            break;
        default:
            unplace(text, current.label, address);
            break;
    }
    current.has_value = true;
}

SourcedText* SheetBuilder::text_of_field(FieldId field) {
    switch (field) {
        case FieldId::goal:
            return &sheet_.goal;
        case FieldId::department:
            return &sheet_.department;
        case FieldId::priority:
            return &sheet_.priority_text;
        case FieldId::alignment:
            return &sheet_.alignments.back().text;
        case FieldId::situation:
            return &sheet_.situation;
        case FieldId::purpose:
            return &sheet_.purpose;
        case FieldId::sdgs:
            return &sheet_.sdgs_text;
        case FieldId::participation:
            return &sheet_.notes.participation;
        case FieldId::outcomes:
            return &sheet_.notes.outcomes;
        default:
            return nullptr;
    }
}

// An empty cell behind a label is where the field is missing.
void SheetBuilder::mark_missing(const SourcedText& text, Current& current) {
    if (!current.field || current.has_value || text.runs.empty()) return;
    SourcedText* to = text_of_field(*current.field);
    if (to && to->empty() && to->runs.empty()) *to = text;
}

// A second text behind a label that has its value is most likely a label this form does not know.
void SheetBuilder::assign_single(SourcedText& to, Current& current, const SourcedText& text,
                                 const std::string& address) {
    if (to.empty() && !current.has_value)
        to = text;
    else
        unplace(text, current.label, address);
}

void SheetBuilder::assign_priority(Current& current, const SourcedText& text, const std::string& address) {
    if (!sheet_.priority_text.empty()) {
        unplace(text, current.label, address);
        return;
    }
    sheet_.priority_text = text;
    const auto priority = read_priority(text.text);
    if (priority) sheet_.priority = priority->number;
    if (!priority || !priority->whole) unplace(text, current.label, address);
}

void SheetBuilder::set_fiscal_year(const SourcedText& words) {
    if (sheet_.fiscal_year) return;
    const auto year = find_fiscal_year(words.text);
    if (!year) return;
    sheet_.fiscal_year = FiscalYear{year->label, year->gregorian};
    sheet_.fiscal_year_text = words.slice(year->begin, year->end);
}

// ---- item rows
// --------------------------------------------------------------------------------------------------------------------

std::set<std::optional<FieldId>> SheetBuilder::fields_under(const GridCell& cell) const {
    std::set<std::optional<FieldId>> fields;
    for (std::uint32_t c = cell.column; c < cell.column + cell.colspan; ++c)
        fields.insert(c < columns_.size() ? columns_[c] : std::nullopt);
    return fields;
}

// The one column a cell stands in; a cell over number, item and action is an item.
std::optional<FieldId> SheetBuilder::field_under(const GridCell& cell) const {
    auto fields = fields_under(cell);
    fields.erase(std::nullopt);
    if (fields.size() == 1) return *fields.begin();
    const bool item_only = !fields.empty() && std::all_of(fields.begin(), fields.end(), [](const auto& f) {
        return f == FieldId::item_number || f == FieldId::item || f == FieldId::action;
    });
    return item_only ? std::optional(FieldId::item) : std::nullopt;
}

bool SheetBuilder::fits_columns(const LaidTable& table, std::uint32_t row) const {
    for (const std::uint32_t cell : table.filled_in(row)) {
        const GridCell& placed = table.grid().cells()[cell];
        auto fields = fields_under(placed);
        fields.erase(std::nullopt);
        if (fields.size() > 1 && !field_under(placed)) return false;
        if (field_under(placed) == FieldId::item_number && !leading_number(table.text(cell).text)) return false;
    }
    return true;
}

// Does the open item's number or title cell reach down into this row?
bool SheetBuilder::goes_on(const LaidTable& table, std::uint32_t row) const {
    for (std::uint32_t c = 0; c < columns_.size(); ++c) {
        if (columns_[c] != FieldId::item_number && columns_[c] != FieldId::item) continue;
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

// The number of the item that this row begins: in a column of its own, else at the start of the item's cell.
std::optional<SheetBuilder::ItemNumber> SheetBuilder::find_item_number(const LaidTable& table,
                                                                       std::uint32_t row) const {
    const SourcedText* cell = text_under(table, row, FieldId::item_number);
    if (cell) {
        const auto number = leading_number(cell->text);
        return number ? std::optional(ItemNumber{*number, cell, true}) : std::nullopt;
    }
    cell = numbered_column_ ? nullptr : text_under(table, row, FieldId::item);
    const auto number = cell ? leading_number(cell->text) : std::nullopt;
    if (!number) return std::nullopt;
    // All items of a sheet are numbered alike: below ①, 2) numbers a measure.
    if (item_kind_ && number->kind != *item_kind_) return std::nullopt;
    if (!number->bracketed()) return ItemNumber{*number, cell, false};
    // (1) in front numbers a measure, unless the measures are ① ② or have a column of their own.
    const bool measures_circled =
        find_number_style(std::string_view(cell->text).substr(number->length)) == NumberStyle::circled;
    const bool actions_apart = text_under(table, row, FieldId::action) && !(item_ && goes_on(table, row));
    return measures_circled || actions_apart ? std::optional(ItemNumber{*number, cell, false}) : std::nullopt;
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

// Opens the item of this row, or stays with the open one; false when the row is no item at all.
bool SheetBuilder::find_item(const LaidTable& table, std::uint32_t row) {
    const auto number = find_item_number(table, row);
    if (number) {
        open_item(number->number.number, number->cell->slice(0, number->number.length).trimmed());
        if (!number->own_column) item_kind_ = number->number.kind;
        item_row_ = row;
        return true;
    }
    const SourcedText* item_cell = text_under(table, row, FieldId::item);
    const bool has_target = text_under(table, row, FieldId::target) != nullptr;
    if (item_ && (!item_cell || goes_on(table, row))) return true;
    if (item_ && begins_measures(*item_cell)) return true;
    if (item_ && has_target && goes_on_with_measure(*item_cell)) return true;
    // An item without its number says at least how or how much; anything less is a row of something else.
    if (!item_cell || !(has_target || find_number_style(item_cell->text))) return false;
    open_item(last_number_ + 1, {});
    item_row_ = row;
    return true;
}

// ① … across all columns, with its measures in the rows below.
bool SheetBuilder::add_title_across(const LaidTable& table, std::uint32_t row) {
    const auto cells = table.filled_in(row);
    if (cells.size() != 1 || row + 1 >= table.grid().rows() || is_header_row(table, row + 1)) return false;
    auto fields = fields_under(table.grid().cells()[cells[0]]);
    fields.erase(std::nullopt);
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

void SheetBuilder::add_item_row(const LaidTable& table, std::uint32_t row) {
    if (add_title_across(table, row)) return;
    note_shape(table, row);
    if (!fits_columns(table, row) || !find_item(table, row)) {
        unplace_row(table, row);
        return;
    }
    const std::size_t item_row = item_->rows++;
    const auto [first, last] = table.grid().starting_in(row);
    for (std::uint32_t cell = first; cell < last; ++cell)
        if (!table.text(cell).empty() || !table.text(cell).runs.empty()) add_item_cell(table, cell, item_row);
}

void SheetBuilder::add_item_cell(const LaidTable& table, std::uint32_t cell, std::size_t item_row) {
    const GridCell& placed = table.grid().cells()[cell];
    const SourcedText& text = table.text(cell);
    const auto field = field_under(placed);
    if (text.empty()) {
        if (field && *field != FieldId::item_number)
            item_->cells.push_back({*field, text, item_row, item_row + placed.rowspan - 1});
    } else if (!field) {
        const std::string label = placed.column < column_labels_.size() ? column_labels_[placed.column] : std::string{};
        unplace(text, label, fmt::format("{} {}", circled(item_->number), table_address(placed.row, placed.column)));
    } else if (*field == FieldId::item_number) {
        const auto number = leading_number(text.text);
        const SourcedText rest = text.slice(number ? number->length : 0, text.text.size()).trimmed();
        unplace(rest, std::string(form_->label(FieldId::item_number)), circled(item_->number));
    } else {
        if (*field == FieldId::item || *field == FieldId::action)
            for (const NumberedPart& part : split_numbered(text, NumberStyle::bracketed).parts)
                measure_numbers_.insert(part.numbers.begin(), part.numbers.end());
        item_->cells.push_back({*field, text, item_row, item_row + placed.rowspan - 1});
    }
}

// ---- the end
// ----------------------------------------------------------------------------------------------------------------------

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

void SheetBuilder::take_remarks(const std::vector<Remark>& remarks) {
    sheet_.remarks.insert(sheet_.remarks.end(), remarks.begin(), remarks.end());
}

Sheet SheetBuilder::finish() {
    close_item();
    SdgReading sdgs = read_sdgs(sheet_.sdgs_text);
    sheet_.sdgs = std::move(sdgs.goals);
    for (const SourcedText& rest : sdgs.rest)
        unplace(rest, std::string(form_->label(FieldId::sdgs)), std::string(form_->label(FieldId::sdgs)));
    if (!unplaced_before_.empty()) merge_unplaced();
    return std::move(sheet_);
}

}  // namespace goalsheet
