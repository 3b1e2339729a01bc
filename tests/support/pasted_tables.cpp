// SPDX-License-Identifier: MIT
#include "support/pasted_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "support/xlsx_parts.hpp"

namespace goalsheet::test {
namespace {

std::string cell_name(std::size_t row, std::size_t column) {
    return fmt::format("{}{}", static_cast<char>('A' + column), row + 1);
}

// Its merged ranges `above` rows further down.
PastedTable paste_below(const Table& table, std::size_t above) {
    constexpr std::size_t kColumns = 20;
    PastedTable pasted;
    std::set<std::pair<std::size_t, std::size_t>> taken;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (pasted.rows.size() <= row) pasted.rows.resize(row + 1);
        std::size_t column = 0;
        for (const Cell& cell : table.rows[row].cells) {
            while (taken.contains({row, column})) ++column;
            const std::size_t right = std::min<std::size_t>(column + cell.colspan, kColumns);
            const std::size_t below = std::min<std::size_t>(row + std::max(cell.rowspan, 1U), table.rows.size());
            if (column >= kColumns) break;
            if (pasted.rows[row].size() <= column) pasted.rows[row].resize(column + 1);
            pasted.rows[row][column] = cell.text.text;
            for (std::size_t r = row; r < below; ++r)
                for (std::size_t c = column; c < right; ++c) taken.insert({r, c});
            if (below - row > 1 || right - column > 1)
                pasted.merges.push_back(cell_name(above + row, column) + ":" + cell_name(above + below - 1, right - 1));
            column = right;
        }
    }
    return pasted;
}

// A spreadsheet copies the cells of a range that are empty, too.
void fill_up(PastedTable& table) {
    std::size_t width = 0;
    for (const auto& row : table.rows) width = std::max(width, row.size());
    for (auto& row : table.rows) row.resize(width);
}

std::vector<std::string> lines_before(const Table& table) {
    std::vector<std::string> lines;
    for (const OutsideLine& line : table.before) lines.push_back(line.text.text);
    if (!table.caption.empty()) lines.push_back(table.caption.text);
    return lines;
}

// They stand in front of the next table as well.
std::vector<std::string> lines_at_the_end(const Page& page) {
    std::vector<std::string> lines;
    if (!page.tables.empty())
        for (const SourcedText& line : page.tables.back().following) lines.push_back(line.text);
    return lines;
}

}  // namespace

PastedTable paste_table(const Table& table) { return paste_below(table, 0); }

std::string copy_as_text(std::span<const PastedTable> tables) {
    std::string text;
    for (const PastedTable& table : tables) {
        for (const auto& row : table.rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (i > 0) text += '\t';
                const bool quoted = row[i].find('\n') != std::string::npos;
                text += quoted ? '"' + row[i] + '"' : row[i];
            }
            text += '\n';
        }
        text += '\n';
    }
    return text;
}

std::string worksheets_of(std::span<const PastedTable> tables) {
    RawBook book;
    for (const PastedTable& table : tables)
        book.sheets.push_back({fmt::format("表{}", book.sheets.size() + 1), worksheet(table.rows, table.merges)});
    return zip(parts_of(book));
}

std::string copy_page_as_text(const Page& page) {
    std::string text;
    for (const Table& table : page.tables) {
        if (table.nested) continue;
        for (const std::string& line : lines_before(table)) text += line + "\n";
        PastedTable pasted = paste_table(table);
        fill_up(pasted);
        text += "\n" + copy_as_text({&pasted, 1});
    }
    for (const std::string& line : lines_at_the_end(page)) text += line + "\n";
    return text;
}

std::string paste_page_as_workbook(const Page& page) {
    PastedTable all;
    for (const Table& table : page.tables) {
        if (table.nested) continue;
        for (const std::string& line : lines_before(table)) all.rows.push_back({line});
        all.rows.emplace_back();
        PastedTable pasted = paste_below(table, all.rows.size());
        all.rows.insert(all.rows.end(), pasted.rows.begin(), pasted.rows.end());
        all.merges.insert(all.merges.end(), pasted.merges.begin(), pasted.merges.end());
        all.rows.emplace_back();
    }
    for (const std::string& line : lines_at_the_end(page)) all.rows.push_back({line});
    return worksheets_of({&all, 1});
}

}  // namespace goalsheet::test
