// SPDX-License-Identifier: MIT
#include "goalsheet/report.hpp"
#include "tables/findings_table.hpp"
#include "write/format/xlsx/book.hpp"
#include "write/format/xlsx/data_sheet.hpp"

namespace goalsheet {

Result<std::string> write_findings_xlsx(const Report& report, const ReportOptions& options) {
    const DataTable table = findings_table(report, options.lang);
    auto book = xlsx::Book::open({table.sheet, verdict(report, options.lang), std::nullopt});
    if (!book) return book.fault();
    (*book)->reserve_name(table.sheet);
    xlsx::write_data_sheet(**book, table, verdict(report, options.lang));
    return (*book)->finish();
}

}  // namespace goalsheet
