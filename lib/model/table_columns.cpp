// SPDX-License-Identifier: MIT
#include "model/table_columns.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "goalsheet/grid.hpp"
#include "goalsheet/text.hpp"
#include "model/text_kind.hpp"

namespace goalsheet {
namespace {

constexpr std::uint32_t kRowsForLabels = 6;
constexpr std::uint32_t kMostHeadingRows = 3;
constexpr std::size_t kLongestLabelText = 24;  // characters

bool looks_like_label(const std::string& text) {
    const TextKind kind = text_kind(text);
    return (kind == TextKind::words || kind == TextKind::section || kind == TextKind::date) &&
           count_code_points(text) <= kLongestLabelText;
}

class ColumnReader {
public:
    explicit ColumnReader(const Table& table) : grid_(lay_out(table)) {}

    TableColumns read() const {
        if (const auto row = heading_row()) return below(*row);
        return grid_.columns() >= 2 && grid_.rows() >= 3 ? beside() : TableColumns{};
    }

private:
    std::string text(std::uint32_t row, std::uint32_t column) const {
        const std::uint32_t cell = grid_.at(row, column);
        return cell == Grid::kNone ? std::string() : std::string(trim(grid_.cells()[cell].cell->text.text));
    }

    bool starts_at(std::uint32_t row, std::uint32_t column) const {
        const std::uint32_t cell = grid_.at(row, column);
        return cell != Grid::kNone && grid_.cells()[cell].row == row && grid_.cells()[cell].column == column;
    }

    std::size_t labels_in(std::uint32_t row) const {
        std::size_t labels = 0;
        const auto [first, last] = grid_.starting_in(row);
        for (std::uint32_t cell = first; cell < last; ++cell)
            labels += looks_like_label(std::string(trim(grid_.cells()[cell].cell->text.text))) ? 1 : 0;
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
            rows = std::max(rows, std::min(grid_.cells()[cell].rowspan, kMostHeadingRows));
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

    TableColumns beside() const {
        TableColumns table{LabelAxis::left, {}};
        for (std::uint32_t row = 0; row < grid_.rows(); ++row) {
            if (!starts_at(row, 0) || !looks_like_label(text(row, 0))) continue;
            LabelledTexts labelled{text(row, 0), {}};
            for (std::uint32_t column = 1; column < grid_.columns(); ++column)
                if (starts_at(row, column) && !text(row, column).empty()) labelled.texts.push_back(text(row, column));
            table.columns.push_back(std::move(labelled));
        }
        return table;
    }

    Grid grid_;
};

}  // namespace

std::size_t TableColumns::texts() const {
    std::size_t count = 0;
    for (const LabelledTexts& column : columns) count += column.texts.size();
    return count;
}

TableColumns read_columns(const Table& table) { return ColumnReader(table).read(); }

}  // namespace goalsheet
