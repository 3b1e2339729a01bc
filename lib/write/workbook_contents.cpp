// SPDX-License-Identifier: MIT
#include "write/workbook_contents.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <array>

#include "write/xlsx/form_page.hpp"

namespace goalsheet {
namespace {

constexpr std::array<double, 1> kWidths = {100};
constexpr double kTitleHeight = 36;
constexpr double kGoalHeight = 30;

std::string title_of(const Document& document) {
    std::string title = document.fiscal_year ? document.fiscal_year->label + " " : "";
    if (!document.department.empty()) title += document.department.text + " ";
    return title + "重点目標一覧";
}

}  // namespace

bool has_contents_page(const Document& document) {
    const bool own_year =
        document.fiscal_year && !document.sheets.empty() && document.sheets.front().fiscal_year != document.fiscal_year;
    return own_year || !document.goals.empty();
}

void write_contents_page(xlsx::Book& book, const Document& document) {
    const xlsx::Page page = book.add_page("重点目標一覧");
    xlsx::FormPage grid(book, page, kWidths);
    grid.add_row({{0, 0, title_of(document), xlsx::Style::title}}, kTitleHeight);
    int number = 0;
    for (const SourcedText& goal : document.goals)
        grid.add_row({{0, 0, fmt::format("{}. {}", ++number, goal.text), xlsx::Style::input_block}}, kGoalHeight);
    worksheet_gridlines(page.sheet, LXW_HIDE_ALL_GRIDLINES);
    book.set_up_print(page, title_of(document), document.department.text, "");
}

}  // namespace goalsheet
