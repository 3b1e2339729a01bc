// SPDX-License-Identifier: MIT
#include "model/arrange_page.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "goalsheet/grid.hpp"
#include "goalsheet/text.hpp"
#include "model/arrange/nested_tables.hpp"
#include "model/label.hpp"
#include "model/published_layout.hpp"
#include "model/turn_table.hpp"

namespace goalsheet {
namespace {

bool same_label(std::string_view text, const std::string& label) {
    const std::vector<std::string> keys = label_keys(text);
    const std::vector<std::string> wanted = label_keys(label);
    return !wanted.empty() && std::find(keys.begin(), keys.end(), wanted.front()) != keys.end();
}

bool has_label(const Table& table, const std::string& label) {
    for (const Row& row : table.rows)
        for (const Cell& cell : row.cells)
            if (same_label(cell.text.text, label)) return true;
    return false;
}

// Our own layouts say themselves what they are.
bool is_published(const Table& table) {
    for (const Row& row : table.rows)
        for (const Cell& cell : row.cells)
            if (!cell.text.empty())
                return cell.text.text == published::kField || cell.text.text == published::kPageField;
    return false;
}

std::uint32_t width_of(const Table& table) { return std::max<std::uint32_t>(2, lay_out(table).columns()); }

const Cell* only_cell(const Row& row) {
    const Cell* only = nullptr;
    for (const Cell& cell : row.cells) {
        if (cell.text.empty()) continue;
        if (only) return nullptr;
        only = &cell;
    }
    return only;
}

// What a form calls the parts of an item otherwise than the standard form does. A table with two or more such labels,
// all that there are, is that form's.
std::vector<std::string> own_labels(const Form& form) {
    constexpr std::size_t kFewest = 2;
    std::vector<std::string> labels;
    for (const FieldId field :
         {FieldId::item, FieldId::action, FieldId::indicator, FieldId::target, FieldId::midterm, FieldId::final}) {
        const std::string_view label = form.label(field);
        if (!label.empty() && label != Form::standard().label(field)) labels.emplace_back(label);
    }
    if (labels.size() < kFewest) labels.clear();
    return labels;
}

class Arranger {
public:
    Arranger(const Page& page, const Form& form) : page_(page), form_(form), own_labels_(own_labels(form)) {}

    Page arrange() {
        Page arranged = page_;
        arranged.tables.clear();
        std::vector<std::size_t> now_at;
        for (const Table& table : page_.tables) {
            now_at.push_back(arranged.tables.size());
            for (Table& piece : pieces_of(table)) arranged.tables.push_back(std::move(piece));
        }
        renumber_nested(arranged.tables, now_at);
        return arranged;
    }

private:
    std::vector<Table> pieces_of(const Table& table) {
        if (table.hidden || table.nested || table.rows.empty() || is_published(table)) return {table};
        const auto& wanted = form_.sheet().recognise;
        Table arranged = table;
        const auto has = [&](const std::string& label) { return has_label(table, label); };
        if (!wanted.empty())
            arranged.sheet = std::all_of(wanted.begin(), wanted.end(), has);
        else if (!own_labels_.empty() && std::all_of(own_labels_.begin(), own_labels_.end(), has))
            arranged.sheet = true;
        if (arranged.sheet == false) return {std::move(arranged)};
        skip_rows(arranged);
        if (form_.items().axis == LabelAxis::left) arranged = turn_table(arranged);
        return with_goals(std::move(arranged));
    }

    // What they say is kept below the table.
    void skip_rows(Table& table) const {
        const auto is_skipped = [&](const Row& row) {
            if (row.cells.empty()) return false;
            const auto& skipped = form_.items().skip_rows;
            return std::any_of(skipped.begin(), skipped.end(), [&](const std::string& label) {
                return same_label(row.cells.front().text.text, label);
            });
        };
        for (const Row& row : table.rows)
            if (is_skipped(row))
                for (const Cell& cell : row.cells)
                    if (!cell.text.empty()) table.following.push_back(cell.text);
        std::erase_if(table.rows, is_skipped);
    }

    std::vector<Table> with_goals(Table table) {
        switch (form_.sheet().goal) {
            case GoalPlace::heading:
                return {with_goal_of(std::move(table), &Table::heading)};
            case GoalPlace::caption:
                return {with_goal_of(std::move(table), &Table::caption)};
            case GoalPlace::row:
                return split_at_goal_rows(table);
            case GoalPlace::cell:
                return {with_goal_of_first_cell(std::move(table))};
            case GoalPlace::column:
                return split_by_column(table);
            case GoalPlace::anywhere:
                break;
        }
        return {std::move(table)};
    }

    Row goal_row(SourcedText goal, std::uint32_t width) const {
        return goal_row(SourcedText(std::string(form_.label(FieldId::goal))), std::move(goal), width);
    }

    static Row goal_row(SourcedText words, SourcedText goal, std::uint32_t width) {
        Cell label;
        label.text = std::move(words);
        label.header = true;
        Cell text;
        text.text = std::move(goal);
        text.colspan = width - 1;
        Row row;
        row.cells = {std::move(label), std::move(text)};
        return row;
    }

    bool names_goal(const Table& table) const {
        for (const Row& row : table.rows)
            for (const Cell& cell : row.cells)
                if (form_.match(cell.text.text) == FieldId::goal) return true;
        return false;
    }

    // One heading over several tables is the goal of the first.
    Table with_goal_of(Table table, SourcedText Table::*place) {
        const SourcedText goal = table.*place;
        if (goal.empty() || names_goal(table) || form_.match(goal.text) == FieldId::title || goal.text == last_goal_)
            return table;
        last_goal_ = goal.text;
        table.rows.insert(table.rows.begin(), goal_row(goal, width_of(table)));
        if (place == &Table::caption) table.caption = {};
        std::erase_if(table.before, [&](const OutsideLine& line) { return line.text == goal; });
        return table;
    }

    Table with_goal_of_first_cell(Table table) const {
        for (Row& row : table.rows)
            for (Cell& cell : row.cells) {
                if (cell.text.empty()) continue;
                if (names_goal(table) || form_.match(cell.text.text)) return table;
                const SourcedText goal = std::exchange(cell.text, {});
                table.rows.insert(table.rows.begin(), goal_row(goal, width_of(table)));
                return table;
            }
        return table;
    }

    // The words around the table belong to all of its sheets where a label says so, else to the first.
    Table piece_like(const Table& table, bool first) const {
        Table piece;
        piece.heading = table.heading;
        piece.summary = table.summary;
        piece.source = table.source;
        piece.sheet = true;
        for (const SourcedText& line : table.prose)
            if (first || form_.match_start(line.text)) piece.prose.push_back(line);
        for (const OutsideLine& line : table.before)
            if (first || line.kind != OutsideLine::Kind::line || form_.match_start(line.text.text))
                piece.before.push_back(line);
        if (!first) return piece;
        piece.caption = table.caption;
        piece.hidden_texts = table.hidden_texts;
        piece.remarks = table.remarks;
        return piece;
    }

    std::vector<Table> finish(std::vector<Table> pieces, const Table& table) const {
        if (pieces.empty()) return {table};
        pieces.back().following = table.following;
        pieces.back().left_open = table.left_open;
        return pieces;
    }

    // 目標1 …｜(headings)｜items …｜目標2 …｜items …: the headings count for all.
    std::vector<Table> split_at_goal_rows(const Table& table) const {
        std::vector<Row> heading;
        std::vector<Table> pieces;
        const std::uint32_t width = width_of(table);
        for (const Row& row : table.rows) {
            if (const Cell* goal = only_cell(row); goal && !form_.match(goal->text.text)) {
                pieces.push_back(piece_like(table, pieces.empty()));
                pieces.back().rows.push_back(goal_row(goal->text, width));
                pieces.back().rows.insert(pieces.back().rows.end(), heading.begin(), heading.end());
                continue;
            }
            if (is_heading(row) && (pieces.empty() || heading.empty())) heading.push_back(row);
            if (!pieces.empty()) pieces.back().rows.push_back(row);
        }
        return finish(std::move(pieces), table);
    }

    bool is_heading(const Row& row) const {
        constexpr std::size_t kFewest = 2;
        const auto labels = std::count_if(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
            return !cell.text.empty() && form_.match(cell.text.text).has_value();
        });
        return static_cast<std::size_t>(labels) >= kFewest;
    }

    std::vector<Table> split_by_column(const Table& table) const {
        const Grid grid = lay_out(table);
        const GridCell* head = nullptr;
        for (const GridCell& cell : grid.cells())
            if (!head && same_label(cell.cell->text.text, form_.sheet().goal_column)) head = &cell;
        if (!head) return {table};
        const std::uint32_t column = head->column;
        const std::uint32_t first = heading_end(grid, *head);
        std::vector<Table> pieces;
        for (std::uint32_t row = first; row < grid.rows(); ++row) {
            const std::uint32_t at = grid.at(row, column);
            const bool begins =
                at != Grid::kNone && grid.cells()[at].row == row && !grid.cells()[at].cell->text.empty();
            if (begins) {
                pieces.push_back(piece_like(table, pieces.empty()));
                const SourcedText& goal = grid.cells()[at].cell->text;
                pieces.back().rows.push_back(goal_row(head->cell->text, goal, std::max(2U, grid.columns() - 1)));
                add_department(grid, row, column, pieces.back());
                for (std::uint32_t r = 0; r < first; ++r)
                    pieces.back().rows.push_back(row_without(table, grid, r, column));
            }
            if (!pieces.empty()) pieces.back().rows.push_back(row_without(table, grid, row, column));
        }
        return finish(std::move(pieces), table);
    }

    // 部局 | 課 | 重点目標: what stands in front of the goal is whose goal it is.
    void add_department(const Grid& grid, std::uint32_t row, std::uint32_t column, Table& piece) const {
        for (std::uint32_t c = 0; c < column; ++c) {
            const std::uint32_t head = grid.at(0, c);
            const std::uint32_t cell = grid.at(row, c);
            if (head == Grid::kNone || cell == Grid::kNone || grid.cells()[cell].cell->text.empty()) continue;
            if (form_.match(grid.cells()[head].cell->text.text) != FieldId::department) continue;
            piece.rows.push_back(goal_row(grid.cells()[head].cell->text, grid.cells()[cell].cell->text,
                                          std::max(2U, grid.columns() - 1)));
            return;
        }
    }

    static std::uint32_t heading_end(const Grid& grid, const GridCell& head) {
        std::uint32_t end = head.row + head.rowspan;
        for (const GridCell& cell : grid.cells())
            if (cell.row == head.row && cell.rowspan > 0 && cell.row + cell.rowspan < grid.rows())
                end = std::max(end, cell.row + cell.rowspan);
        return end;
    }

    static Row row_without(const Table& table, const Grid& grid, std::uint32_t row, std::uint32_t column) {
        Row made;
        made.group = table.rows[row].group;
        const auto [first, last] = grid.starting_in(row);
        for (std::uint32_t at = first; at < last; ++at) {
            const GridCell& cell = grid.cells()[at];
            const bool covers = cell.column <= column && column < cell.column + cell.colspan;
            if (covers && cell.colspan == 1) continue;
            Cell copy = *cell.cell;
            copy.colspan = covers ? cell.colspan - 1 : cell.colspan;
            copy.rowspan = cell.rowspan;
            made.cells.push_back(std::move(copy));
        }
        return made;
    }

    const Page& page_;
    const Form& form_;
    std::vector<std::string> own_labels_;
    std::string last_goal_;
};

}  // namespace

std::optional<Page> arrange_page(const Page& page, const Form& form) {
    const bool plain = form.sheet().goal == GoalPlace::anywhere && form.sheet().recognise.empty() &&
                       form.items().axis != LabelAxis::left && form.items().skip_rows.empty() &&
                       own_labels(form).empty();
    if (plain) return std::nullopt;
    return Arranger(page, form).arrange();
}

}  // namespace goalsheet
