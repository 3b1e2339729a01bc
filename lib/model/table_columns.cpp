// SPDX-License-Identifier: MIT
#include "model/table_columns.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "goalsheet/grid.hpp"
#include "goalsheet/text.hpp"
#include "model/label.hpp"
#include "model/text_kind.hpp"

namespace goalsheet {
namespace {

constexpr std::uint32_t kRowsForLabels = 6;
constexpr std::uint32_t kTallestHeading = 3;
constexpr std::size_t kLongestLabelText = 24;  // characters

bool looks_like_label(const std::string& text) {
    const TextKind kind = text_kind(text);
    return (kind == TextKind::words || kind == TextKind::section || kind == TextKind::date) &&
           count_code_points(text) <= kLongestLabelText;
}

class ColumnReader {
public:
    explicit ColumnReader(const Table& table) : grid_(lay_out(table)) {
        marked_ = std::any_of(grid_.cells().begin(), grid_.cells().end(),
                              [](const GridCell& cell) { return cell.cell->header; });
    }

    std::vector<TableColumns> read() const {
        std::vector<TableColumns> ways;
        const auto row = heading_row();
        if (row) ways.push_back(below(*row));
        if (!(row && marked_) && grid_.columns() >= 2 && grid_.rows() >= 2) ways.push_back(beside());
        return ways;
    }

private:
    static std::string text(const GridCell& cell) { return std::string(trim(cell.cell->text.text)); }

    std::string text(std::uint32_t row, std::uint32_t column) const {
        const std::uint32_t cell = grid_.at(row, column);
        return cell == Grid::kNone ? std::string() : text(grid_.cells()[cell]);
    }

    bool starts_at(std::uint32_t row, std::uint32_t column) const {
        const std::uint32_t cell = grid_.at(row, column);
        return cell != Grid::kNone && grid_.cells()[cell].row == row && grid_.cells()[cell].column == column;
    }

    // 0 where another cell of the row is no label.
    std::size_t labels_in(std::uint32_t row) const {
        std::size_t labels = 0;
        const auto [first, last] = grid_.starting_in(row);
        for (std::uint32_t at = first; at < last; ++at) {
            const GridCell& cell = grid_.cells()[at];
            if (marked_ && !cell.cell->header && !text(cell).empty()) return 0;
            labels += looks_like_label(text(cell)) ? 1 : 0;
        }
        return labels;
    }

    std::optional<std::uint32_t> heading_row() const {
        constexpr std::size_t kFewestLabels = 3;
        std::optional<std::uint32_t> best;
        std::size_t most = kFewestLabels - 1;
        for (std::uint32_t row = 0; row + 1 < grid_.rows() && row < kRowsForLabels; ++row) {
            if (labels_in(row) <= most) continue;
            most = labels_in(row);
            best = row;
        }
        return best;
    }

    // Cells that reach down stand beside others that are divided.
    std::uint32_t heading_rows(std::uint32_t row) const {
        std::uint32_t rows = 1;
        const auto [first, last] = grid_.starting_in(row);
        for (std::uint32_t cell = first; cell < last; ++cell)
            rows = std::max(rows, std::min(grid_.cells()[cell].rowspan, kTallestHeading));
        return std::min(rows, grid_.rows() - row - 1);
    }

    TableColumns below(std::uint32_t row) const {
        TableColumns table{LabelAxis::any, {}};
        const std::uint32_t first = row + heading_rows(row);
        for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
            if (!starts_below(first - 1, column)) continue;
            LabelledTexts labelled{text(first - 1, column), {}};
            for (std::uint32_t r = first; r < grid_.rows(); ++r)
                if (starts_at(r, column) && !text(r, column).empty()) labelled.texts.push_back(text(r, column));
            table.columns.push_back(std::move(labelled));
        }
        return table;
    }

    // A label over several columns is the label of the first.
    bool starts_below(std::uint32_t row, std::uint32_t column) const {
        const std::uint32_t cell = grid_.at(row, column);
        return cell != Grid::kNone && grid_.cells()[cell].column == column;
    }

    // Labels and their texts by turns; a label that reaches down is that of the rows without one.
    TableColumns beside() const {
        TableColumns table{LabelAxis::left, {}};
        for (std::uint32_t row = 0; row < grid_.rows(); ++row) {
            std::string label = starts_at(row, 0) ? std::string() : text(row, 0);
            const auto [first, last] = grid_.starting_in(row);
            for (std::uint32_t at = first; at < last; ++at) {
                const GridCell& cell = grid_.cells()[at];
                const std::string words = text(cell);
                if (words.empty()) continue;
                if (is_label(cell, words))
                    label = words;
                else if (!label.empty())
                    add(table, label, words);
            }
        }
        return table;
    }

    bool is_label(const GridCell& cell, const std::string& words) const {
        return marked_ ? cell.cell->header : cell.column == 0 && looks_like_label(words);
    }

    static void add(TableColumns& table, const std::string& label, const std::string& text) {
        const std::string bare(without_number_behind(label));
        const std::string& name = bare.empty() ? label : bare;
        const auto known = std::find_if(table.columns.begin(), table.columns.end(),
                                        [&](const LabelledTexts& one) { return fold(one.label) == fold(name); });
        if (known == table.columns.end())
            table.columns.push_back({name, {text}, name.size() < label.size()});
        else
            known->texts.push_back(text);
    }

    Grid grid_;
    bool marked_ = false;  ///< the markup tells labels from texts
};

}  // namespace

std::size_t TableColumns::texts() const {
    std::size_t count = 0;
    for (const LabelledTexts& column : columns) count += column.texts.size();
    return count;
}

std::vector<TableColumns> read_columns(const Table& table) { return ColumnReader(table).read(); }

}  // namespace goalsheet
