// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/heading_words.hpp"
#include "model/list_numbers.hpp"
#include "model/sheet_builder.hpp"
#include "model/text_kind.hpp"

namespace goalsheet {
namespace {

constexpr std::uint32_t kFarAway = 3;  // columns without text

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
    // 1.5, 1位・2位, 2/5: which of them is meant nobody can tell.
    if (rest.find_first_of("0123456789") != std::string_view::npos) return std::nullopt;
    return Priority{number, rest.empty() || rest == "位" || rest == "番" || rest == "番目" || rest == "位."};
}

// ☐1位☑2位: the one that is ticked, where just one is; else nothing.
SourcedText ticked_choice(const SourcedText& text) {
    constexpr std::u32string_view kTicked = U"☑☒✓✔✅■◉●";
    constexpr std::u32string_view kBoxes = U"☑☒✓✔✅■◉●☐□◯○";
    SourcedText chosen;
    std::size_t ticked = std::string::npos;
    const auto close = [&](std::size_t end) {
        if (ticked != std::string::npos) chosen = text.slice(ticked, end).trimmed();
        ticked = std::string::npos;
    };
    std::size_t boxes = 0;
    std::size_t ticks = 0;
    for (std::size_t at = 0; at < text.text.size();) {
        const CodePoint point = decode_at(text.text, at);
        if (kBoxes.find(point.value) != std::u32string_view::npos) {
            close(at);
            ++boxes;
            if (kTicked.find(point.value) != std::u32string_view::npos) ++ticks, ticked = at + point.length;
        } else if (boxes == 0 && !is_space(point.value)) {
            return {};
        }
        at += point.length;
    }
    close(text.text.size());
    return boxes > 1 && ticks == 1 ? chosen : SourcedText{};
}

SourcedText without_colon(const SourcedText& heading) {
    for (const std::string_view colon : {"：", ":"})
        if (heading.text.ends_with(colon)) return heading.slice(0, heading.text.size() - colon.size()).trimmed();
    return heading;
}

// 令和3年度　部局別重点目標（年度末報告）.
bool begins_as_title(std::string_view text, std::size_t year_at) {
    constexpr std::size_t kLongest = 40;  // characters
    return year_at == 0 && count_code_points(text) <= kLongest && text.find("。") == std::string_view::npos;
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
    constexpr std::size_t kLongestLabel = 12;  // characters
    const bool single = !current.field || current.field == FieldId::goal || current.field == FieldId::department ||
                        current.field == FieldId::priority || current.field == FieldId::fiscal_year;
    if (!current.has_value || !single || headings_->strict()) return false;
    const std::string& text = table.text(cell).text;
    const bool word = text_kind(text) == TextKind::words || text_kind(text) == TextKind::section;
    if (!word || count_code_points(text) > kLongestLabel || text.find('\n') != std::string::npos) return false;
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

void SheetBuilder::assign_department(Current& current, const SourcedText& text, const std::string& address) {
    const SourcedText ticked = ticked_choice(text);
    if (!ticked.empty()) unplace(text, current.label, address);
    assign_single(sheet_.department, current, ticked.empty() ? text : ticked, address);
}

void SheetBuilder::assign_priority(Current& current, const SourcedText& text, const std::string& address) {
    if (!sheet_.priority_text.empty()) {
        unplace(text, current.label, address);
        return;
    }
    sheet_.priority_text = text;
    const SourcedText ticked = ticked_choice(text);
    const auto priority = read_priority(ticked.empty() ? text.text : ticked.text);
    if (priority) sheet_.priority = priority->number;
    if (!priority || !priority->whole || !ticked.empty()) unplace(text, current.label, address);
}

void SheetBuilder::set_fiscal_year(const SourcedText& words) {
    if (sheet_.fiscal_year) return;
    const auto year = find_fiscal_year(words.text);
    if (!year) return;
    sheet_.fiscal_year = FiscalYear{year->label, year->gregorian};
    sheet_.fiscal_year_text = words.slice(year->begin, year->end);
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

// 備考, 総合評価, 予算額: no field of the model, but no unknown word either.
// 様式第3号 in a cell of a heading: words of their own where nothing stands beside or below them.
void SheetBuilder::keep_unknown(const Current& current) {
    if (!current.unknown.empty()) unplace(current.unknown, {}, {});
}

void SheetBuilder::begin_unknown_label(const SourcedText& text, Current& current) {
    keep_unknown(current);
    current = {std::nullopt, text.text, false};
    const LabelReading& reading = headings_->labels().read(text.text);
    if (const auto field = reasoned_header_field(reading)) {
        begin_field(text, *field, current);
        sheet_.remarks.push_back({remark::kLabelReasoned, text, std::string(field_name(*field)).append(": its words")});
        return;
    }
    if (reading.field == FieldId::item && reading.strength == LabelReading::Strength::whole && !headings_->strict()) {
        current.field = FieldId::item;
        sheet_.labels.push_back({FieldId::item, text});
        return;
    }
    if (reading.field && *reading.field >= FieldId::grade) {
        current.extra = Extra{text, reading.role, {}};
        return;
    }
    sheet_.remarks.push_back({remark::kUnknownLabel, text, form_->nearest(text.text)});
    current.unknown = text;
}

void SheetBuilder::assign(Current& current, const SourcedText& text, const std::string& address) {
    current.unknown = {};
    if (current.extra) {
        Extra extra = *current.extra;
        extra.text = text;
        sheet_.extras.push_back(std::move(extra));
        current.has_value = true;
        return;
    }
    if (!current.field) {
        const auto year = current.label.empty() ? find_fiscal_year(text.text) : std::nullopt;
        const bool alone = year && year->label == trim(text.text) && !sheet_.fiscal_year;
        const bool title = year && (names_sheet(text.text) || begins_as_title(text.text, year->begin));
        if (alone || (title && !headings_->strict())) set_fiscal_year(text);
        if (!alone) unplace(text, current.label, address);
        current.has_value = true;
        return;
    }
    assign_field(current, text, address);
    current.has_value = true;
}

void SheetBuilder::assign_field(Current& current, const SourcedText& text, const std::string& address) {
    switch (*current.field) {
        case FieldId::goal:
            assign_single(sheet_.goal, current, text, address);
            break;
        case FieldId::department:
            assign_department(current, text, address);
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
        case FieldId::participation:
            append_lines(sheet_.notes.participation, text);
            break;
        case FieldId::outcomes:
            append_lines(sheet_.notes.outcomes, text);
            break;
        case FieldId::situation:
        case FieldId::purpose:
        case FieldId::sdgs:
            append_lines(*text_of_field(*current.field), text);
            break;
        case FieldId::item:
        case FieldId::indicator:
            // 施策名 above a table of its parts may turn out to be the goal.
            if (!subject_) subject_ = Subject{text, current.label, address, sheet_.unplaced.size()};
            unplace(text, current.label, address);
            break;
        default:
            unplace(text, current.label, address);
            break;
    }
}

// What the header block calls 施策名 or 事業名 is what the sheet is about where nothing else says it.
void SheetBuilder::name_by_subject() {
    if (!subject_ || headings_->strict() || !sheet_.goal.empty() || sheet_.items.empty()) return;
    const auto at = sheet_.unplaced.begin() + static_cast<std::ptrdiff_t>(subject_->unplaced_at);
    if (at >= sheet_.unplaced.end() || at->text != subject_->text) return;
    sheet_.unplaced.erase(at);
    sheet_.goal = subject_->text;
    sheet_.remarks.push_back({remark::kGoalInferred, subject_->text, "goal: 「" + subject_->label + "」"});
}

void SheetBuilder::add_outside(FieldId field, const SourcedText& label, const SourcedText& text) {
    const bool single = field != FieldId::situation && field != FieldId::purpose && field != FieldId::alignment;
    if (single && seen_.contains(field) && text_of_field(field) && !text_of_field(field)->empty()) {
        if (*text_of_field(field) != text) unplace(text, label.text, {});
        return;
    }
    Current current{field, label.text, false};
    if (field == FieldId::alignment) sheet_.alignments.push_back({label, {}});
    if (field >= FieldId::grade) current.extra = Extra{label, extra_role_of(field), {}};
    sheet_.labels.push_back({field, label});
    seen_.insert(field);
    assign(current, text, "表の外");
}

}  // namespace goalsheet
