// SPDX-License-Identifier: MIT
#include "model/table_judge.hpp"

#include <algorithm>
#include <set>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

using Strength = LabelReading::Strength;

bool has_words(const LaidTable& table, std::uint32_t row, const ItemHeading& heading) {
    for (std::uint32_t c = 0; c < heading.columns.size(); ++c) {
        const auto field = heading.columns[c].field;
        const bool name =
            field == FieldId::item || field == FieldId::action || field == FieldId::indicator || field == FieldId::goal;
        if (name && look_at_column(table, row, c).words > 0) return true;
    }
    return false;
}

// Where no column names anything, the targets themselves may: 案内板を20か所に置く.
bool has_sentences(const LaidTable& table, std::uint32_t row, const ItemHeading& heading) {
    for (std::uint32_t c = 0; c < heading.columns.size(); ++c) {
        if (heading.columns[c].field != FieldId::target) continue;
        const ColumnContent content = look_at_column(table, row, c);
        if (content.sentences * 2 > content.texts) return true;
    }
    return false;
}

// A figure, or words: 知 and A are none.
bool says_something(std::string_view text) {
    constexpr std::size_t kWords = 4;
    if (count_code_points(text) >= kWords) return true;
    for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).length)
        if (digit_value(decode_at(text, at).value)) return true;
    return false;
}

bool has_substance(const LaidTable& table, std::uint32_t first_row, const ItemHeading& heading) {
    const Grid& grid = table.grid();
    return std::any_of(grid.cells().begin(), grid.cells().end(), [&](const GridCell& cell) {
        if (cell.row < first_row || cell.column >= heading.columns.size()) return false;
        const ItemColumn& column = heading.columns[cell.column];
        const bool counts = column.series || column.field == FieldId::target || column.field == FieldId::midterm ||
                            column.field == FieldId::final;
        return counts && says_something(cell.cell->text.text);
    });
}

std::size_t count_foreign(const ItemHeading& heading) {
    std::set<std::string> labels;
    for (const ItemColumn& column : heading.columns)
        if (column.reading.foreign && column.reading.strength != Strength::form) labels.insert(column.label.text);
    return labels.size();
}

std::size_t count_roles(const ItemHeading& heading) {
    std::set<std::string> labels;
    for (const ItemColumn& column : heading.columns)
        if (column.field && (column.field != FieldId::extra || column.role != ExtraRole::other))
            labels.insert(column.label.text);
    return labels.size();
}

std::size_t count_form_columns(const ItemHeading& heading) {
    std::set<FieldId> fields;
    for (const ItemColumn& column : heading.columns)
        if (column.field && is_item_column(*column.field) && column.reading.strength == Strength::form)
            fields.insert(*column.field);
    return fields.size();
}

// 事業名 | 事業内容 | 担当課 | 令和5年度実績 | 評価: a report of what was done in a year, in sentences, and how it
// went.
bool reports_on_work(const LaidTable& table, std::uint32_t row, const ItemHeading& heading, HeadingFinder& headings) {
    bool work = false;
    bool told = false;
    bool judged = false;
    for (std::uint32_t c = 0; c < heading.columns.size(); ++c) {
        const ItemColumn& column = heading.columns[c];
        const bool names = column.field == FieldId::item || column.field == FieldId::action;
        const std::string label = fold(column.label.text);
        for (const std::string_view word : {"事業", "取組", "取り組み", "施策", "アクション"})
            work = work || (names && label.find(word) != std::string::npos);
        if (column.field == FieldId::final && !headings.strict()) {
            const ColumnContent content = look_at_column(table, row, c);
            told = told || (content.sentences * 2 > content.texts && column.reading.year != 0);
        }
        judged = judged ||
                 (column.extra() && (column.role == ExtraRole::grade || column.role == ExtraRole::progress)) ||
                 column.reading.later || (column.reading.year != 0 && !column.field);
    }
    return work && told && judged && count_foreign(heading) == 0 && count_roles(heading) >= 4;
}

// 今年度の目標 | …, 事業名 | … in a table of labels and their texts: what the items behind it are for.
bool names_goal_in_words(const LaidTable& table, const HeadingFinder& headings) {
    constexpr std::uint32_t kMostRows = 6;
    if (headings.strict() || table.grid().rows() > kMostRows) return false;
    bool goal = false;
    for (std::uint32_t row = 0; row < table.grid().rows(); ++row) {
        const auto cells = table.filled_in(row);
        if (cells.empty()) continue;
        if (cells.size() != 2 || table.grid().cells()[cells[0]].column > 0) return false;
        const std::string& label = table.text(cells[0]).text;
        const std::string& text = table.text(cells[1]).text;
        const LabelReading& reading = headings.labels().read(label);
        const bool item = reading.field == FieldId::item && reading.strength >= Strength::whole &&
                          !headings.labels().read(text).known();
        goal = goal || item || says_goal(reading, label, text);
    }
    return goal;
}

}  // namespace

bool TableJudge::are_items(const LaidTable& table, std::uint32_t first_row, const ItemHeading& heading,
                           bool under_title, bool goal) {
    const bool series = std::any_of(heading.columns.begin(), heading.columns.end(),
                                    [](const ItemColumn& column) { return column.series; });
    const bool target = heading.has(FieldId::target) || series;
    const bool empty = std::all_of(table.grid().cells().begin(), table.grid().cells().end(), [&](const GridCell& cell) {
        return cell.row < first_row || cell.cell->text.empty();
    });
    const std::size_t form_columns = count_form_columns(heading);
    const std::size_t foreign = count_foreign(heading);
    if (!target && !heading.has_report()) return false;
    if (goal && form_columns >= 2) return true;
    if (foreign >= 2 || (foreign == 1 && !target)) return false;
    if (empty) return form_columns >= 3;
    if (!heading.names_something() && !heading.has(FieldId::goal))
        return (has_sentences(table, first_row, heading) && heading.has_report() && count_roles(heading) >= 3) ||
               (under_title && form_columns >= 4);
    if (!has_words(table, first_row, heading)) return false;
    if (form_columns == 0 && !has_substance(table, first_row, heading)) return false;
    if (target) return count_roles(heading) >= 3 || (under_title && count_roles(heading) >= 2);
    const bool both = heading.has(FieldId::midterm) && heading.has(FieldId::final);
    return both || goal || under_title || reports_on_work(table, first_row, heading, *headings_);
}

bool TableJudge::has_items(const LaidTable& table, bool under_title, bool goal) {
    for (std::uint32_t row = 0; row < table.grid().rows(); ++row) {
        if (headings_->is_heading(table, row)) {
            const ItemHeading heading = headings_->read(table, row, 0);
            if (are_items(table, row + heading.rows, heading, under_title, goal)) return true;
            row += heading.rows - 1;
            continue;
        }
        if (headings_->strict()) continue;
        const LeftBlock block = find_left_block(table, row, *headings_);
        if (block.rows == 0) continue;
        if (std::any_of(block.tables.begin(), block.tables.end(), [&](const auto& turned) {
                const ItemHeading heading = headings_->read(turned->laid(), 0, 0);
                return are_items(turned->laid(), heading.rows, heading, under_title, goal);
            }))
            return true;
        row += block.rows - 1;
    }
    return false;
}

TableKind TableJudge::judge(const LaidTable& table, bool under_title) {
    const auto by_form = table.table().sheet;
    if (by_form == true) return TableKind::items;
    const bool goal = headings_->has_header_label(table, FieldId::goal);
    std::set<FieldId> header;
    for (std::uint32_t cell = 0; cell < table.grid().cells().size(); ++cell) {
        const auto label = table.label(cell);
        if (label && (is_header_field(*label) || is_notes_field(*label))) header.insert(*label);
    }
    // The form says that these are no items; they may head some.
    if (by_form == false) return header.empty() ? TableKind::other : TableKind::fields;
    const bool titled = under_title || table.has(FieldId::title);
    if (has_items(table, titled || header.size() >= 3, goal)) return TableKind::items;
    if (goal && header.size() >= 2) return TableKind::header;
    return header.empty() && !names_goal_in_words(table, *headings_) ? TableKind::other : TableKind::fields;
}

TableSigns TableJudge::signs(const LaidTable& table) {
    TableSigns signs;
    for (std::uint32_t row = 0; row < std::min<std::uint32_t>(table.grid().rows(), 3); ++row) {
        for (const std::uint32_t cell : table.filled_in(row)) {
            const std::string& text = table.text(cell).text;
            const LabelReading& reading = headings_->labels().read(text);
            constexpr std::size_t kLongest = 60;
            if (reading.field) signs.known.push_back(text);
            if (!reading.field && text.size() <= kLongest && table.grid().cells()[cell].cell->header)
                signs.unknown.push_back(text);
            signs.has_target = signs.has_target || reading.field == FieldId::target;
            signs.has_report = signs.has_report || reading.is_report();
            signs.names_something = signs.names_something || reading.field == FieldId::item ||
                                    reading.field == FieldId::action || reading.field == FieldId::indicator;
        }
        if (!signs.known.empty()) break;
    }
    return signs;
}

}  // namespace goalsheet
