// SPDX-License-Identifier: MIT
#include "model/item_columns.hpp"

#include <algorithm>
#include <set>

#include "goalsheet/text.hpp"
#include "model/items/group_column.hpp"
#include "model/label.hpp"
#include "model/list_numbers.hpp"

namespace goalsheet {
namespace {

using Period = LabelReading::Period;
using Strength = LabelReading::Strength;

constexpr std::uint32_t kMostHeadingRows = 4;

bool is_side_field(FieldId field) { return field >= FieldId::grade || field == FieldId::notes; }

// Under 実績: what tells of it, and what is only beside it.
LabelReading divide_report(const LabelReading& above, LabelReading leaf) {
    if (leaf.later || leaf.period == Period::other) {
        leaf.field = FieldId::extra;
        return leaf;
    }
    if (leaf.is_report()) {
        const bool middle =
            leaf.field == FieldId::midterm || (above.field == FieldId::midterm && (above.timed || !leaf.timed));
        leaf.field = middle ? FieldId::midterm : FieldId::final;
        leaf.strength = std::max(above.strength, leaf.strength);
        return leaf;
    }
    if (is_side_field(*leaf.field) || leaf.field == FieldId::unit || leaf.field == FieldId::indicator) return leaf;
    // 目標 under 上半期 is that half's.
    if (leaf.field == FieldId::target && above.timed) {
        leaf.period = above.period;
        leaf.part_in_time = true;
        return leaf;
    }
    if (leaf.strength == Strength::form && above.strength != Strength::form) return leaf;
    if (leaf.field == FieldId::item || leaf.field == FieldId::action) {
        LabelReading report = above;
        report.strength = Strength::ending;
        return report;
    }
    leaf.field = FieldId::extra;
    return leaf;
}

// 上期 under 目標 is a part of the target, 第1四半期 under 工程 one of the schedule.
bool is_part_in_time(const LabelReading& above, const LabelReading& leaf) {
    return leaf.timed && above.field && !above.is_report() && above.field != FieldId::item &&
           above.field != FieldId::action;
}

LabelReading divide(const LabelReading& above, LabelReading leaf) {
    if (!above.known()) return leaf;
    if (is_part_in_time(above, leaf)) leaf.field.reset();
    LabelReading result = leaf;
    if (!leaf.field) {
        result = above;
        if (!leaf.generic && !leaf.known() && above.strength != Strength::none) result.strength = Strength::ending;
        result.foreign = leaf.foreign;
        if (above.known() && !above.field && leaf.period != Period::none) {
            result.field = leaf.period == Period::middle ? FieldId::midterm : FieldId::final;
            result.strength = Strength::whole;
        }
        if (result.is_report() && leaf.period != Period::none)
            result.field = leaf.period == Period::middle ? FieldId::midterm : FieldId::final;
        if (leaf.later || leaf.period == Period::other) result.field = FieldId::extra;
        result.timed = leaf.timed;
    } else if (above.is_report()) {
        result = divide_report(above, leaf);
        result.below_report = !above.timed;
    } else if (!above.field && above.period != Period::none && leaf.is_report() && leaf.period == Period::none) {
        // 達成の状況 under 中間の点検.
        result.field = above.period == Period::middle ? FieldId::midterm : FieldId::final;
    } else if (above.field == FieldId::indicator && leaf.field == FieldId::item) {
        result.field = FieldId::indicator;
    } else if (above.field == FieldId::baseline && leaf.is_report()) {
        result.field = FieldId::baseline;
    } else if (above.field && is_side_field(*above.field) && leaf.strength != Strength::form) {
        result.field = above.field;
    }
    if (leaf.year != 0 || above.year != 0) result.year = leaf.year != 0 ? leaf.year : above.year;
    result.only_year = !result.field && result.year != 0;
    if (leaf.period != Period::none || result.period == Period::none)
        result.period = leaf.period != Period::none ? leaf.period : above.period;
    result.unit = !leaf.unit.empty() ? leaf.unit : above.unit;
    result.generic = false;
    return result;
}

// Fields of the header block mean something else as columns: 担当課 there is a section, 課題 an extra.
void fit_to_column(ItemColumn& column) {
    if (!column.field) return;
    FieldId& field = *column.field;
    if (field == FieldId::department) field = FieldId::section;
    if (field == FieldId::notes || field == FieldId::participation || field == FieldId::outcomes) field = FieldId::note;
    if (field == FieldId::title) {
        column.field.reset();
        return;
    }
    const bool header = is_header_field(field) && field != FieldId::goal;
    if (header) field = FieldId::extra;
    if (field >= FieldId::grade && field != FieldId::extra) {
        column.role = extra_role_of(field);
        field = FieldId::extra;
    } else if (field == FieldId::extra) {
        column.role = column.reading.field == FieldId::extra ? column.reading.role : ExtraRole::other;
    }
}

class HeadingReader {
public:
    HeadingReader(const LaidTable& table, std::uint32_t row, std::uint32_t rows, LabelReader& labels)
        : table_(table), row_(row), labels_(labels) {
        heading_.rows = rows;
        heading_.columns.resize(table.grid().columns());
        for (std::uint32_t r = row; r < row + rows; ++r) text_form_.push_back(is_text_form(r));
    }

    ItemHeading read() {
        for (std::uint32_t c = 0; c < heading_.columns.size(); ++c) read_column(c);
        return std::move(heading_);
    }

private:
    bool is_text_form(std::uint32_t row) const {
        const auto [first, last] = table_.grid().starting_in(row);
        return std::all_of(table_.grid().cells().begin() + first, table_.grid().cells().begin() + last,
                           [](const GridCell& cell) { return cell.colspan == 1; });
    }

    // Copied text: the empty cells behind a label are the columns it spanned.
    std::uint32_t spanning_cell(std::uint32_t row, std::uint32_t column) const {
        std::uint32_t cell = table_.grid().at(row, column);
        const bool last_row = row + 1 == row_ + heading_.rows;
        const bool divided = !last_row && has_text(row + 1, column);
        if (!text_form_[row - row_] || (heading_.rows > 1 && !divided)) return cell;
        while (cell != Grid::kNone && table_.text(cell).empty() && column > 0 && table_.grid().cells()[cell].row == row)
            cell = table_.grid().at(row, --column);
        return cell;
    }

    bool has_text(std::uint32_t row, std::uint32_t column) const {
        const std::uint32_t cell = table_.grid().at(row, column);
        return cell != Grid::kNone && !table_.text(cell).empty();
    }

    std::vector<std::uint32_t> path_of(std::uint32_t column) const {
        std::vector<std::uint32_t> path;
        for (std::uint32_t r = row_; r < row_ + heading_.rows; ++r) {
            const std::uint32_t cell = spanning_cell(r, column);
            if (cell == Grid::kNone || table_.text(cell).empty()) continue;
            if (path.empty() || path.back() != cell) path.push_back(cell);
        }
        return path;
    }

    void read_column(std::uint32_t column_index) {
        const std::vector<std::uint32_t> path = path_of(column_index);
        if (path.empty()) return;
        ItemColumn& column = heading_.columns[column_index];
        LabelReading reading;
        column.of_form = true;
        for (const std::uint32_t cell : path) {
            const SourcedText& text = table_.text(cell);
            const LabelReading& level = labels_.read(text.text, reading.field);
            column.of_form = column.of_form && level.strength == Strength::form;
            reading = divide(reading, level);
            if (!column.label.empty()) column.label.append(kLevelSign);
            column.label.append(text);
        }
        prefer_whole_path(path, column, reading);
        column.field = reading.field;
        column.reading = reading;
        column.unit = unit_as_written(column.label, reading.unit);
        fit_to_column(column);
        for (const std::uint32_t cell : path)
            if (column.field && (cell == path.back() || table_.label(cell))) note_label(cell, *column.field);
    }

    // A form may name a column by all of its levels.
    void prefer_whole_path(const std::vector<std::uint32_t>& path, ItemColumn& column, LabelReading& reading) {
        if (path.size() < 2 || labels_.read(table_.text(path.back()).text).strength == Strength::form) return;
        std::string joined;
        for (const std::uint32_t cell : path) joined.append(table_.text(cell).text);
        for (const std::string& text : {column.label.text, joined})
            if (const LabelReading& whole = labels_.read(text); whole.strength == Strength::form) {
                reading = whole;
                column.of_form = true;
                return;
            }
    }

    void note_label(std::uint32_t cell, FieldId field) {
        const auto same = [&](const auto& label) { return label.first == cell; };
        if (std::none_of(heading_.labels.begin(), heading_.labels.end(), same))
            heading_.labels.emplace_back(cell, field);
    }

    static SourcedText unit_as_written(const SourcedText& label, const std::string& unit) {
        const std::size_t at = unit.empty() ? std::string::npos : label.text.rfind(unit);
        return at == std::string::npos ? SourcedText() : label.slice(at, at + unit.size());
    }

    const LaidTable& table_;
    std::uint32_t row_;
    LabelReader& labels_;
    std::vector<bool> text_form_;
    ItemHeading heading_;
};

bool all_headers(const LaidTable& table, std::uint32_t row) {
    const auto cells = table.filled_in(row);
    return !cells.empty() && std::all_of(cells.begin(), cells.end(),
                                         [&](std::uint32_t cell) { return table.grid().cells()[cell].cell->header; });
}

// Short words without numbers below a heading are its next row.
bool divides_heading(const LaidTable& table, std::uint32_t row) {
    constexpr std::size_t kLongestHeading = 120;
    if (row >= table.grid().rows()) return false;
    const auto cells = table.filled_in(row);
    if (cells.empty()) return false;
    if (all_headers(table, row)) return true;
    return std::all_of(cells.begin(), cells.end(), [&](std::uint32_t cell) {
        const std::string& text = table.text(cell).text;
        return text.size() <= kLongestHeading && !leading_number(text) && heading_mark_length(text) == 0;
    });
}

// 目的・効果 | | 該当するSDGsの目標 | , not filled in yet, above a whole heading of items.
bool heads_alone(const LaidTable& table, std::uint32_t row, LabelReader& labels) {
    constexpr std::size_t kWholeHeading = 3;
    const auto above = table.filled_in(row);
    const bool of_header = std::all_of(above.begin(), above.end(), [&](std::uint32_t cell) {
        const auto field = labels.read(table.text(cell).text).field;
        return field && is_header_field(*field);
    });
    std::set<FieldId> columns;
    for (const std::uint32_t cell : table.filled_in(row + 1))
        if (const auto field = labels.read(table.text(cell).text).field; field && is_item_column(*field))
            columns.insert(*field);
    return of_header && columns.size() >= kWholeHeading;
}

// Nothing reaches down, as in copied text: the row below has known words under the labels that span columns, and none
// under the others, most of which are known, too.
bool divides_without_spans(const LaidTable& table, std::uint32_t row, LabelReader& labels) {
    if (row + 1 >= table.grid().rows()) return false;
    const auto below = table.filled_in(row + 1);
    const std::uint32_t first = table.grid().at(row + 1, 0);
    const bool begins_empty = first == Grid::kNone || table.text(first).empty();
    const bool wide = table.filled_in(row).size() < table.grid().width_of(row);
    const bool headers = all_headers(table, row) && all_headers(table, row + 1) &&
                         std::any_of(table.filled_in(row).begin(), table.filled_in(row).end(),
                                     [&](std::uint32_t cell) { return table.grid().cells()[cell].colspan > 1; });
    if (!headers && (!begins_empty || !wide || below.size() < 2)) return false;
    const auto above = table.filled_in(row);
    const auto is_known = [&](std::uint32_t cell) { return labels.read(table.text(cell).text).known(); };
    const auto known = static_cast<std::size_t>(std::count_if(above.begin(), above.end(), is_known));
    if (known * 4 < above.size() * 3 || heads_alone(table, row, labels)) return false;
    // Below a label that spans nothing, in copied text, there is nothing.
    const auto divides = [&](std::uint32_t cell) {
        const std::uint32_t column = table.grid().cells()[cell].column;
        const std::uint32_t over = table.grid().at(row, column);
        return headers || over == Grid::kNone || table.text(over).empty() || table.grid().cells()[over].colspan > 1 ||
               column + 1 >= table.grid().width_of(row) || table.text(table.grid().at(row, column + 1)).empty();
    };
    if (!std::all_of(below.begin(), below.end(), divides)) return false;
    return std::all_of(below.begin(), below.end(),
                       [&](std::uint32_t cell) { return labels.read(table.text(cell).text).known(); });
}

}  // namespace

SeriesKind ItemColumn::series_kind() const {
    if (field == FieldId::midterm || field == FieldId::final) return SeriesKind::result;
    return field == FieldId::baseline ? SeriesKind::baseline : SeriesKind::target;
}

bool ItemHeading::has(FieldId field) const {
    return std::any_of(columns.begin(), columns.end(),
                       [field](const ItemColumn& column) { return column.field == field && !column.series; });
}

bool ItemHeading::names_something() const {
    return has(FieldId::item) || has(FieldId::action) || has(FieldId::indicator);
}

std::uint32_t heading_height(const LaidTable& table, std::uint32_t row, LabelReader& labels) {
    std::uint32_t height = 1;
    while (height < kMostHeadingRows && row + height < table.grid().rows()) {
        bool reaches_down = false;
        for (std::uint32_t r = row; r < row + height; ++r) {
            const auto [first, last] = table.grid().starting_in(r);
            for (std::uint32_t cell = first; cell < last; ++cell)
                reaches_down = reaches_down || r + table.grid().cells()[cell].rowspan > row + height;
        }
        const bool goes_on = reaches_down ? divides_heading(table, row + height)
                                          : height <= 2 && divides_without_spans(table, row + height - 1, labels);
        if (!goes_on) break;
        ++height;
    }
    return height;
}

ItemHeading read_heading(const LaidTable& table, std::uint32_t row, std::uint32_t rows, LabelReader& labels, int year) {
    ItemHeading heading = HeadingReader(table, row, rows, labels).read();
    if (!labels.strict()) name_by_group(table, row + rows, heading);
    settle_columns(heading, year, labels.form().items().years_in_columns);
    return heading;
}

}  // namespace goalsheet
