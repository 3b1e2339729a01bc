// SPDX-License-Identifier: MIT
// usage: dump_grids PAGE.html     one line a cell: table, row, column, rows, columns, as we lay it out
#include <fmt/format.h>

#include <memory>

#include "goalsheet/files.hpp"
#include "goalsheet/grid.hpp"
#include "read/html.hpp"

using namespace goalsheet;

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    auto bytes = read_file(argv[1]);
    if (!bytes) return 2;
    Page page;
    page.source = std::make_shared<const SourceText>(std::move(*bytes));
    if (!read_html(argv[1], page)) return 2;
    for (std::size_t table = 0; table < page.tables.size(); ++table) {
        const Grid grid = lay_out(page.tables[table]);
        for (const GridCell& cell : grid.cells())
            fmt::print("{} {} {} {} {} {}\n", table, cell.cell->text.text, cell.row, cell.column, cell.rowspan,
                       cell.colspan);
    }
    return 0;
}
