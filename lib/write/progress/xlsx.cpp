// SPDX-License-Identifier: MIT
#include <optional>
#include <string>

#include "goalsheet/write_progress.hpp"
#include "tables/progress_table.hpp"
#include "write/format/xlsx/book.hpp"
#include "write/format/xlsx/data_sheet.hpp"

namespace goalsheet {

Result<std::string> write_progress_xlsx(const Progress& progress, Lang lang) {
    const DataTable table = progress_table(progress, lang);
    auto book = xlsx::Book::open({table.sheet, against_words(progress.against).ja, std::nullopt});
    if (!book) return book.fault();
    (*book)->reserve_name(table.sheet);
    xlsx::write_data_sheet(**book, table, progress.as_of ? format_date(*progress.as_of) : std::string());
    return (*book)->finish();
}

}  // namespace goalsheet
