// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/list_numbers.hpp"
#include "model/sheet/sheet_builder.hpp"
#include "model/sheet/unplaced_address.hpp"
#include "model/text_kind.hpp"

namespace goalsheet {
namespace {

constexpr std::uint32_t kFarAway = 3;  // columns without text

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
            if (const auto label = table.label(cell)) {
                keep_unknown(current);
                current = {label, table.text(cell).text, false};
            }
            continue;
        }
        if (table.text(cell).empty()) {
            mark_missing(table.text(cell), current);
            continue;
        }
        add_header_cell(table, cell, cell == cells.front() && !current.field, cells.size() == 1, current);
    }
    keep_unknown(current);
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
    if ((first && !alone) || begins_another_pair(table, cell, current)) {
        begin_unknown_label(text, current);
        return;
    }
    assign(current, text, address);
}

// 部局名 | 農林水産部 | 作成日 | 4月1日: behind a value, a short word with a text behind it is a label this form lacks.
bool SheetBuilder::begins_another_pair(const LaidTable& table, std::uint32_t cell, const Current& current) const {
    constexpr std::size_t kLongestWord = 12;  // characters
    const bool single = !current.field || current.field == FieldId::goal || current.field == FieldId::department ||
                        current.field == FieldId::priority || current.field == FieldId::fiscal_year;
    if (!current.has_value || !single || headings_->strict()) return false;
    const std::string& text = table.text(cell).text;
    const bool word = text_kind(text) == TextKind::words || text_kind(text) == TextKind::section;
    if (!word || count_code_points(text) > kLongestWord || text.find('\n') != std::string::npos) return false;
    const auto cells = table.filled_in(table.grid().cells()[cell].row);
    const auto next = std::upper_bound(cells.begin(), cells.end(), cell);
    // Labels and values by turns, up to the last.
    return next != cells.end() && !table.label(*next) && std::distance(next, cells.end()) % 2 == 1;
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

void SheetBuilder::note_duplicate(FieldId field, const SourcedText& text) {
    sheet_.remarks.push_back({remark::kDuplicateLabel, text, std::string(form_->label(field))});
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
    keep_unknown(current);
    current = {field, heading.text, false};
    const SourcedText rest = text.slice(begin, text.text.size()).trimmed();
    if (!rest.empty()) assign(current, rest, {});
    return true;
}

void SheetBuilder::begin_label(const LaidTable& table, std::uint32_t cell, FieldId field, Current& current) {
    begin_field(table.text(cell), field, current);
}

void SheetBuilder::begin_field(const SourcedText& text, FieldId field, Current& current) {
    keep_unknown(current);
    current = {field, text.text, false};
    sheet_.labels.push_back({field, text});
    if (field == FieldId::title) {
        has_title_ = true;
        set_fiscal_year(text);
        current = {};
        return;
    }
    if (field >= FieldId::grade) {
        current.extra = Extra{text, extra_role_of(field), {}};
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

// 施策の目的, 主担当部局: what the words of a label in the header block say, where the sheet has nothing of the kind
// yet.
std::optional<FieldId> SheetBuilder::reasoned_header_field(const LabelReading& reading) const {
    if (headings_->strict() || !reading.field || reading.strength == LabelReading::Strength::form) return std::nullopt;
    const FieldId field = reading.field == FieldId::section ? FieldId::department : *reading.field;
    const bool known = field == FieldId::goal || field == FieldId::department || field == FieldId::situation ||
                       field == FieldId::purpose;
    return known && !seen_.contains(field) ? std::optional(field) : std::nullopt;
}

// 様式第3号 in a cell of a heading: words of their own where nothing stands beside or below them.
void SheetBuilder::keep_unknown(const Current& current) {
    if (!current.unknown.empty()) unplace(current.unknown, {}, {});
}

// 備考, 総合評価, 予算額: no field of the model, but no unknown word either.
void SheetBuilder::begin_unknown_label(const SourcedText& text, Current& current) {
    keep_unknown(current);
    current = {std::nullopt, text.text, false};
    const LabelReading& reading = headings_->labels().read(text.text);
    if (const auto field = reasoned_header_field(reading)) {
        begin_field(text, *field, current);
        sheet_.remarks.push_back({remark::kLabelReasoned, text, std::string(field_name(*field)).append(": its words")});
        return;
    }
    const bool subject = reading.field == FieldId::item || reading.field == FieldId::target;
    if (subject && reading.strength == LabelReading::Strength::whole && !headings_->strict()) {
        current.field = reading.field;
        sheet_.labels.push_back({*reading.field, text});
        return;
    }
    if (reading.field && *reading.field >= FieldId::grade) {
        current.extra = Extra{text, reading.role, {}};
        return;
    }
    sheet_.remarks.push_back({remark::kUnknownLabel, text, form_->nearest(text.text)});
    current.unknown = text;
}

}  // namespace goalsheet
