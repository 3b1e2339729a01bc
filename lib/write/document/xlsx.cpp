// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <memory>
#include <utility>
#include <vector>

#include "goalsheet/write_xlsx.hpp"
#include "tables/appendix_tables.hpp"
#include "tables/document_tables.hpp"
#include "write/document/contents_page.hpp"
#include "write/document/layout_choice.hpp"
#include "write/document/print_sheet.hpp"
#include "write/format/xlsx/data_sheet.hpp"

namespace goalsheet {
namespace {

// In the order of the worksheets; the last two tell of the others.
std::vector<DataTable> data_tables(const TableSource& source) {
    std::vector<DataTable> tables;
    tables.push_back(basic_info_table(source));
    tables.push_back(measures_table(source));
    tables.push_back(targets_table(source.measured()));
    tables.push_back(texts_table(source));
    tables.push_back(sdgs_table(source));
    for (DataTable (*table)(const TableSource&) : {indicators_table, extras_table, series_table})
        if (DataTable made = table(source); !made.rows.empty()) tables.push_back(std::move(made));
    tables.push_back(codes_table());
    tables.push_back(definitions_table(tables));
    return tables;
}

bool is_small(const std::vector<DataTable>& tables) {
    constexpr std::size_t kFewRows = 5000;  // of one to two kilobytes
    std::size_t rows = 0;
    for (const DataTable& table : tables) rows += table.row_count();
    return rows <= kFewRows;
}

xlsx::BookProperties properties_of(const Document& document, const WorkbookOptions& options, bool small) {
    const std::string year = document.fiscal_year ? document.fiscal_year->label + " " : "";
    return {fmt::format("{}{}", year, options.form->label(FieldId::title)), document.department.text, options.created,
            small};
}

// A goal of the list leads to its sheet.
void link_goals(FormLayout& contents, const Document& document, const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < document.sheets.size(); ++i) {
        const std::string& goal = document.sheets[i].goal.text;
        for (FormRow& row : contents.rows)
            for (xlsx::FormCell& cell : row.cells)
                if (!goal.empty() && cell.link.empty() && row.kind == FormRow::Kind::text && cell.text.ends_with(goal))
                    cell.link = names[i];
    }
}

void write_print_sheets(xlsx::Book& book, const Document& document, const Form& form) {
    WorkbookLayout layout = lay_out_workbook(document, form);
    const std::string& department = document.department.text;
    const std::string contents = layout.contents ? book.choose_name("重点目標一覧") : "";
    std::vector<std::string> names;
    for (std::size_t i = 0; i < document.sheets.size(); ++i)
        names.push_back(book.choose_name(print_sheet_name(document.sheets[i], i + 1)));
    if (layout.contents) {
        link_goals(*layout.contents, document, names);
        write_print_sheet(book, book.add_reserved_page(contents), *layout.contents,
                          {contents_title(document), department, ""}, form);
    }
    for (std::size_t i = 0; i < document.sheets.size(); ++i) {
        const Sheet& sheet = document.sheets[i];
        const std::string& own = sheet.department.empty() ? department : sheet.department.text;
        write_print_sheet(book, book.add_reserved_page(names[i]), layout.sheets[i],
                          {form_title(sheet, form), own, sheet.goal.text}, form);
        if (!layout.is_form[i])
            book.note(names[i], "様式の形では読み戻せない記載があるため、欄ごとに1行の形で書き出しました。");
    }
}

}  // namespace

Result<std::string> write_workbook(const Document& document, const WorkbookOptions& options) {
    const TableSource source(document);
    const std::vector<DataTable> tables = data_tables(source);
    auto opened = xlsx::Book::open(properties_of(document, options, is_small(tables)));
    if (!opened) return opened.fault();
    xlsx::Book& book = **opened;
    for (const DataTable& table : tables) book.reserve_name(table.sheet);
    book.reserve_name("変換記録");
    write_print_sheets(book, document, *options.form);
    for (const DataTable& table : tables) xlsx::write_data_sheet(book, table, document.department.text);
    const std::vector<ConversionNote> notes = book.notes();
    xlsx::write_data_sheet(book, conversion_table(source, options, notes), document.department.text);
    return book.finish();
}

}  // namespace goalsheet
