// SPDX-License-Identifier: MIT
#include "goalsheet/grid.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "base/limits.hpp"

using namespace goalsheet;

namespace {

struct Span {
    unsigned columns = 1;
    unsigned rows = 1;
};

Table make_table(const std::vector<std::vector<Span>>& rows, const std::vector<unsigned>& groups = {}) {
    Table table;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        Row row;
        row.group = groups.empty() ? 0 : groups[r];
        for (const Span& span : rows[r]) {
            Cell cell;
            cell.colspan = span.columns;
            cell.rowspan = span.rows;
            row.cells.push_back(cell);
        }
        table.rows.push_back(row);
    }
    return table;
}

// One letter a cell in the order of the source, - where no cell is.
std::string picture(const Grid& grid) {
    std::string out;
    for (std::uint32_t r = 0; r < grid.rows(); ++r) {
        for (std::uint32_t c = 0; c < grid.columns(); ++c)
            out.push_back(grid.at(r, c) == Grid::kNone ? '-' : static_cast<char>('a' + grid.at(r, c)));
        out.push_back('\n');
    }
    return out;
}

}  // namespace

TEST_CASE("cells fill the first free slots of their rows") {
    CHECK(picture(lay_out(make_table({{{1, 1}, {2, 1}}, {{3, 1}}}))) == "abb\nccc\n");
    CHECK(picture(lay_out(make_table({{{1, 2}, {1, 1}}, {{1, 1}}}))) == "ab\nac\n");
    CHECK(picture(lay_out(make_table({{{2, 2}, {1, 1}}, {{1, 1}}, {{3, 1}}}))) == "aab\naac\nddd\n");
    CHECK(picture(lay_out(make_table({{{1, 1}}, {{1, 1}, {1, 1}}}))) == "a-\nbc\n");
    CHECK(picture(lay_out(make_table({{}, {{1, 1}}}))) == "-\na\n");
}

TEST_CASE("rowspans end with their row group; 0 goes to its end") {
    CHECK(picture(lay_out(make_table({{{1, 9}, {1, 1}}, {{1, 1}}, {{1, 1}}}, {1, 1, 2}))) == "ab\nac\nd-\n");
    CHECK(picture(lay_out(make_table({{{1, 0}, {1, 1}}, {{1, 1}}, {{1, 1}}}))) == "ab\nac\nad\n");
}

TEST_CASE("a cell over another is laid out and marked") {
    // HTML §4.9.12: the cell with colspan 2 reaches under the one that spans down.
    const Grid grid = lay_out(make_table({{{1, 1}, {1, 2}}, {{2, 1}}}));
    CHECK(picture(grid) == "ab\ncb\n");
    CHECK_FALSE(grid.cells()[1].overlaps);
    CHECK(grid.cells()[2].overlaps);
    CHECK(grid.cells()[2].colspan == 2);
}

TEST_CASE("a table made of the widest spans is cut, not refused") {
    std::vector<std::vector<Span>> rows;
    for (int i = 0; i < 5000; ++i) rows.push_back({{1000, 1}});
    const Table table = make_table(rows);
    const Grid grid = lay_out(table);
    CHECK(grid.cut());
    CHECK(grid.rows() == 5000);
    std::size_t slots = 0;
    for (const GridCell& cell : grid.cells()) slots += std::size_t{cell.colspan} * cell.rowspan;
    CHECK(slots <= limit::kGridSlots + 5000);
}
