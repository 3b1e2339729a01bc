// SPDX-License-Identifier: MIT
#include "write/format/csv.hpp"

#include <cassert>

#include "goalsheet/text.hpp"
#include "goalsheet/write_csv.hpp"
#include "tables/open_data_tables.hpp"
#include "text/encode_cp932.hpp"
#include "text/escape.hpp"

namespace goalsheet {
void CsvText::header(std::span<const Column> columns) {
    CsvRecord names;
    for (const Column& column : columns)
        names.push_back({options_.header == CsvHeader::japanese ? column.header : column.physical});
    record(names);
}

void CsvText::record(const CsvRecord& record) {
    bool first = true;
    for (const CsvField& field : record) {
        if (!first) text_ += ',';
        text_ += field.number ? quote_csv_number(field.text) : quote_csv(field.text);
        first = false;
    }
    text_ += "\r\n";
}

CsvFile CsvText::finish(std::string name) {
    CsvFile file{std::move(name), std::move(text_), {}};
    if (options_.encoding == CsvEncoding::utf8_bom) file.bytes.insert(0, "\xEF\xBB\xBF");
    if (options_.encoding != CsvEncoding::cp932) return file;
    Encoded encoded = encode_cp932(file.bytes);
    for (const Unencodable& lost : encoded.lost) file.notes.push_back(describe(lost, file.name));
    file.bytes = std::move(encoded.bytes);
    return file;
}

bool is_city_code(std::string_view code) {
    constexpr std::size_t kDigits = 6;
    if (code.size() != kDigits || code.find_first_not_of("0123456789") != std::string_view::npos) return false;
    int sum = 0;
    for (std::size_t i = 0; i + 1 < kDigits; ++i) sum += (code[i] - '0') * static_cast<int>(kDigits - i);
    return (11 - sum % 11) % 10 == code.back() - '0';
}

CsvFile write_csv(std::span<const Document> documents, CsvTable table, const CsvOptions& options) {
    const std::vector<Column> columns = csv_columns(table);
    CsvText out(options);
    out.header(columns);
    for (const CsvRecord& record : csv_records(documents, table, options)) {
        assert(record.size() == columns.size());
        out.record(record);
    }
    return out.finish(std::string(csv_table_name(table)) + ".csv");
}

std::vector<CsvFile> write_csv_set(std::span<const Document> documents, const CsvOptions& options) {
    std::vector<CsvFile> files;
    for (const CsvTable table : csv_tables_of(documents)) files.push_back(write_csv(documents, table, options));
    return files;
}

}  // namespace goalsheet
