// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <memory>
#include <vector>

#include "goalsheet/write_xlsx.hpp"
#include "write/workbook_contents.hpp"
#include "write/workbook_print_sheet.hpp"
#include "write/workbook_tables.hpp"

namespace goalsheet {
namespace {

// In the order of the worksheets; the last two tell of the others.
std::vector<xlsx::DataTable> data_tables(const Document& document) {
    const BothReports reports = measure_both_reports(document);
    std::vector<xlsx::DataTable> tables;
    tables.push_back(basic_info_table(document));
    tables.push_back(measures_table(document, reports));
    tables.push_back(targets_table(document, reports));
    tables.push_back(texts_table(document));
    tables.push_back(sdgs_table(document));
    tables.push_back(codes_table());
    tables.push_back(definitions_table(tables));
    return tables;
}

xlsx::BookProperties properties_of(const Document& document, const WorkbookOptions& options) {
    const std::string year = document.fiscal_year ? document.fiscal_year->label + " " : "";
    return {fmt::format("{}{}", year, options.form->label(FieldId::title)), document.department.text, options.created};
}

}  // namespace

Result<std::string> write_workbook(const Document& document, const WorkbookOptions& options) {
    auto opened = xlsx::Book::open(properties_of(document, options));
    if (!opened) return opened.fault();
    xlsx::Book& book = **opened;
    const std::vector<xlsx::DataTable> tables = data_tables(document);
    for (const xlsx::DataTable& table : tables) book.reserve_name(table.sheet);
    book.reserve_name("変換記録");
    if (has_contents_page(document)) write_contents_page(book, document);
    for (std::size_t i = 0; i < document.sheets.size(); ++i)
        write_print_sheet(book, document, document.sheets[i], i + 1, *options.form);
    for (const xlsx::DataTable& table : tables) write_data_sheet(book, table, document.department.text);
    const std::vector<xlsx::BookNote> notes = book.notes();
    write_data_sheet(book, conversion_table(document, options, notes), document.department.text);
    return book.finish();
}

}  // namespace goalsheet
