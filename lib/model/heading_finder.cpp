// SPDX-License-Identifier: MIT
#include "model/heading_finder.hpp"

#include <algorithm>
#include <set>

#include "goalsheet/text.hpp"
#include "model/list_numbers.hpp"

namespace goalsheet {
namespace {

using Strength = LabelReading::Strength;

bool is_header(const LaidTable& table, std::uint32_t cell) { return table.grid().cells()[cell].cell->header; }

bool ends_with_number(std::string_view text) {
    const char32_t last = decode_before(text, text.size()).value;
    const bool roman = last >= 0x2160 && last <= 0x217B;
    return roman || digit_value(last) || circled_number(last);
}

// 目標 of 目標1, 取組② and 案Ⅲ.
std::string stem_of(std::string_view label) {
    std::string stem = fold(label);
    while (!stem.empty() && ends_with_number(stem)) stem.erase(stem.size() - decode_before(stem, stem.size()).length);
    return stem;
}

bool tells_something(const ItemHeading& heading) {
    const bool series = std::any_of(heading.columns.begin(), heading.columns.end(),
                                    [](const ItemColumn& column) { return column.series; });
    return heading.has(FieldId::target) || heading.has_report() || series;
}

}  // namespace

bool HeadingFinder::is_heading(const LaidTable& table, std::uint32_t row) {
    if (table_ != &table || states_.size() != table.grid().rows()) {
        table_ = &table;
        states_.assign(table.grid().rows(), State::unknown);
    }
    if (states_[row] == State::unknown) states_[row] = work_out(table, row) ? State::yes : State::no;
    return states_[row] == State::yes;
}

bool HeadingFinder::work_out(const LaidTable& table, std::uint32_t row) {
    if (table.filled_in(row).size() < 2) return false;
    if (is_row_of_pairs(table, row) || numbers_columns(table, row)) return false;
    const std::uint32_t rows = heading_height(table, row, *labels_);
    // Rows below may divide labels, not values.
    const bool divided = rows > 1 && !has_form_labels(table, row, 1);
    if (divided && !begins_with_labels(table, row)) return false;
    return has_form_labels(table, row, rows) || (!strict_ && is_reasoned_heading(table, row, rows));
}

bool HeadingFinder::has_form_labels(const LaidTable& table, std::uint32_t row, std::uint32_t rows) const {
    std::set<FieldId> columns;
    bool header_label = false;
    std::size_t others = 0;
    for (std::uint32_t r = row; r < row + rows; ++r)
        for (const std::uint32_t cell : table.filled_in(r)) {
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

// 取組項目 | … | 期限 | …: labels and their values by turns, as the markup says.
bool HeadingFinder::is_row_of_pairs(const LaidTable& table, std::uint32_t row) const {
    const auto cells = table.filled_in(row);
    const auto headers = std::count_if(cells.begin(), cells.end(), [&](auto cell) { return is_header(table, cell); });
    if (headers == 0) return is_row_of_plain_pairs(table, row);
    if (static_cast<std::size_t>(headers) == cells.size()) return false;
    return std::all_of(cells.begin(), cells.end(),
                       [&](std::uint32_t cell) { return is_header(table, cell) || !table.label(cell); });
}

// Likewise where the markup says nothing: a known label and an unknown text by turns, and labels again below.
bool HeadingFinder::is_row_of_plain_pairs(const LaidTable& table, std::uint32_t row) const {
    const auto cells = table.filled_in(row);
    constexpr std::size_t kLongest = 90;  // bytes of a label beside its text
    if (strict_ || cells.size() < 4 || cells.size() % 2 != 0 || table.text(cells[0]).text.size() > kLongest)
        return false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        // 通年 and 9月末 behind a label are its text.
        const LabelReading& reading = labels_->read(table.text(cells[i]).text);
        const bool known = reading.field && !(i % 2 == 1 && reading.timed);
        if (known != (i % 2 == 0)) return false;
    }
    for (std::uint32_t below = row + 1; below < table.grid().rows(); ++below) {
        const auto next = table.filled_in(below);
        if (!next.empty()) return labels_->read(table.text(next[0]).text).field.has_value();
    }
    return true;
}

bool HeadingFinder::begins_with_labels(const LaidTable& table, std::uint32_t row) {
    const auto cells = table.filled_in(row);
    const auto known = std::count_if(cells.begin(), cells.end(), [&](std::uint32_t cell) {
        return is_header(table, cell) || labels_->read(table.text(cell).text).known();
    });
    return looks_like_labels(table, row, 1) && static_cast<std::size_t>(known) * 2 >= cells.size();
}

bool HeadingFinder::looks_like_labels(const LaidTable& table, std::uint32_t row, std::uint32_t rows) const {
    constexpr std::size_t kLongest = 150;
    std::size_t headers = 0;
    std::size_t count = 0;
    for (std::uint32_t r = row; r < row + rows; ++r)
        for (const std::uint32_t cell : table.filled_in(r)) {
            ++count;
            headers += is_header(table, cell) ? 1 : 0;
            const std::string& text = table.text(cell).text;
            const bool numbered = leading_number(text) || text.find("。") != std::string::npos;
            if (!is_header(table, cell) && (numbered || text.size() > kLongest)) return false;
        }
    return headers == 0 || headers == count;
}

// 取組内容, 目標, 実績 down one of the first two columns, each of another meaning: beside them stand their texts.
bool HeadingFinder::labels_go_down(const LaidTable& table, std::uint32_t row) {
    constexpr std::uint32_t kRows = 6;
    constexpr std::size_t kFewest = 3;
    for (std::uint32_t column = 0; column < 2; ++column) {
        std::set<FieldId> met;
        for (std::uint32_t r = row; r < std::min(table.grid().rows(), row + kRows); ++r) {
            const std::uint32_t cell = table.grid().at(r, column);
            if (cell == Grid::kNone || table.text(cell).empty() || table.grid().cells()[cell].row != r) continue;
            const LabelReading& reading = labels_->read(table.text(cell).text);
            if (!reading.field || reading.timed) break;
            met.insert(*reading.field);
        }
        if (met.size() >= kFewest) return true;
    }
    return false;
}

// 目標, 実績, 達成率 down the first column: the rows have labels, and what stands above them are years.
bool HeadingFinder::row_labels_follow(const LaidTable& table, std::uint32_t row) {
    const ColumnLabels labels = read_column_labels(table, row, 0, *labels_);
    return labels.mostly(labels.kinds);
}

bool HeadingFinder::numbers_columns(const LaidTable& table, std::uint32_t row) const {
    if (strict_) return false;
    const auto cells = table.filled_in(row);
    const std::size_t first = !cells.empty() && table.grid().cells()[cells[0]].column == 0 ? 1 : 0;
    if (cells.size() < first + 2 || !ends_with_number(table.text(cells[first]).text)) return false;
    const std::string stem = stem_of(table.text(cells[first]).text);
    const bool alike = !stem.empty() && std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(first), cells.end(),
                                                    [&](std::uint32_t cell) {
                                                        const std::string& text = table.text(cell).text;
                                                        return stem_of(text) == stem && fold(text) != stem;
                                                    });
    return alike && count_labels_below(table, row) >= 3;
}

// The different fields that labels down the first column name.
std::size_t HeadingFinder::count_labels_below(const LaidTable& table, std::uint32_t row) const {
    constexpr std::uint32_t kRowsLookedAt = 40;
    std::set<FieldId> fields;
    const std::uint32_t end = std::min(table.grid().rows(), row + kRowsLookedAt);
    for (std::uint32_t below = row + 1; below < end; ++below) {
        const auto cells = table.filled_in(below);
        if (cells.empty() || table.grid().cells()[cells[0]].column > 0) continue;
        const LabelReading& reading = labels_->read(table.text(cells[0]).text);
        if (reading.field && (is_item_column(*reading.field) || reading.field == FieldId::indicator))
            fields.insert(*reading.field);
    }
    return fields.size();
}

// 部局名 | みどり部, and not 所管課 | 目標 | ….
bool HeadingFinder::is_before_value(const LaidTable& table, std::uint32_t cell) const {
    const auto cells = table.filled_in(table.grid().cells()[cell].row);
    const auto next = std::upper_bound(cells.begin(), cells.end(), cell);
    return next != cells.end() && !labels_->read(table.text(*next).text).known();
}

bool HeadingFinder::is_reasoned_heading(const LaidTable& table, std::uint32_t row, std::uint32_t rows) {
    if (row + rows >= table.grid().rows() || !looks_like_labels(table, row, rows)) return false;
    std::size_t known = 0;
    std::size_t all = 0;
    bool header_pair = false;
    for (std::uint32_t r = row; r < row + rows; ++r)
        for (const std::uint32_t cell : table.filled_in(r)) {
            const LabelReading& reading = labels_->read(table.text(cell).text);
            ++all;
            known += reading.known() ? 1 : 0;
            const auto label = table.label(cell);
            const bool of_header = label == FieldId::goal || label == FieldId::priority ||
                                   label == FieldId::situation || label == FieldId::department;
            header_pair = header_pair || (!is_header(table, cell) && of_header && is_before_value(table, cell));
        }
    if (known * 2 < all || (header_pair && known < all)) return false;
    const ItemHeading heading = read(table, row, 0);
    std::set<FieldId> fields;
    bool words = false;  // behind the first column, anything but times
    for (const ItemColumn& column : heading.columns) {
        if (!column.field) continue;
        fields.insert(*column.field);
        words = words || (&column != heading.columns.data() && !column.reading.timed);
    }
    if (!words && heading.columns.size() > 1) return false;
    if (row_labels_follow(table, row + heading.rows) || (known < all && labels_go_down(table, row))) return false;
    const bool named = heading.names_something() || heading.has(FieldId::goal);
    return fields.size() >= 2 && tells_something(heading) && (named || fields.size() >= 3);
}

ItemHeading HeadingFinder::read(const LaidTable& table, std::uint32_t row, int year) {
    ItemHeading heading = read_heading(table, row, heading_height(table, row, *labels_), *labels_, year);
    if (!strict_) infer_column(table, row, heading);
    return heading;
}

bool HeadingFinder::has_header_label(const LaidTable& table, FieldId field) {
    if (!table.has(field)) return false;
    for (std::uint32_t row = 0; row < table.grid().rows(); ++row) {
        if (is_heading(table, row)) {
            row += heading_height(table, row, *labels_) - 1;
            continue;
        }
        for (const std::uint32_t cell : table.filled_in(row))
            if (table.label(cell) == field) return true;
    }
    return false;
}

std::string HeadingFinder::head_of(const LaidTable& table) {
    for (std::uint32_t row = 0; row < table.grid().rows(); ++row)
        if (is_heading(table, row)) return head_of(table, row);
    return {};
}

std::string HeadingFinder::head_of(const LaidTable& table, std::uint32_t row) {
    std::string head;
    for (const std::uint32_t cell : table.filled_in(row)) head.append(table.text(cell).text).append("\t");
    return head;
}

bool HeadingFinder::stands_above_items(const LaidTable& table, std::uint32_t row) {
    constexpr std::uint32_t kFar = 8;  // rows
    const std::uint32_t end = std::min(table.grid().rows(), row + kFar);
    for (std::uint32_t below = row + 1; below < end; ++below) {
        const auto cells = table.filled_in(below);
        if (cells.size() < 2) continue;
        return is_heading(table, below) || labels_->read(table.text(cells[0]).text).field.has_value();
    }
    return false;
}

}  // namespace goalsheet
