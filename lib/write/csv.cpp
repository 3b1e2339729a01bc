// SPDX-License-Identifier: MIT
#include <cassert>

#include "goalsheet/text.hpp"
#include "goalsheet/write_csv.hpp"
#include "write/csv_tables.hpp"
#include "write/encode.hpp"
#include "write/escape.hpp"

namespace goalsheet {
namespace {

void append_record(std::string& out, const CsvRecord& record) {
    bool first = true;
    for (const CsvField& field : record) {
        if (!first) out += ',';
        out += field.number ? quote_csv_number(field.text) : quote_csv(field.text);
        first = false;
    }
    out += "\r\n";
}

CsvRecord header_record(std::span<const xlsx::Column> columns, CsvHeader header) {
    CsvRecord names;
    for (const xlsx::Column& column : columns)
        names.push_back({header == CsvHeader::japanese ? column.header : column.physical});
    return names;
}

std::string write_utf8(std::span<const Document> documents, CsvTable table, const CsvOptions& options) {
    const std::vector<xlsx::Column> columns = csv_columns(table);
    std::string out;
    append_record(out, header_record(columns, options.header));
    for (const CsvRecord& record : csv_records(documents, table, options)) {
        assert(record.size() == columns.size());
        append_record(out, record);
    }
    return out;
}

}  // namespace

bool is_city_code(std::string_view code) {
    constexpr std::size_t kDigits = 6;
    if (code.size() != kDigits || code.find_first_not_of("0123456789") != std::string_view::npos) return false;
    int sum = 0;
    for (std::size_t i = 0; i + 1 < kDigits; ++i) sum += (code[i] - '0') * static_cast<int>(kDigits - i);
    return (11 - sum % 11) % 10 == code.back() - '0';
}

CsvFile write_csv(std::span<const Document> documents, CsvTable table, const CsvOptions& options) {
    CsvFile file{std::string(csv_table_name(table)) + ".csv", write_utf8(documents, table, options), {}};
    if (options.encoding == CsvEncoding::utf8_bom) file.bytes.insert(0, "\xEF\xBB\xBF");
    if (options.encoding != CsvEncoding::cp932) return file;
    Encoded encoded = encode_cp932(file.bytes);
    for (const Unencodable& lost : encoded.lost) file.notes.push_back(describe(lost, file.name));
    file.bytes = std::move(encoded.bytes);
    return file;
}

std::vector<CsvFile> write_csv_set(std::span<const Document> documents, const CsvOptions& options) {
    std::vector<CsvFile> files;
    for (const CsvTable table : kCsvTables) files.push_back(write_csv(documents, table, options));
    return files;
}

}  // namespace goalsheet
