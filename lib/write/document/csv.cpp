// SPDX-License-Identifier: MIT
#include "write/format/csv.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "goalsheet/text.hpp"
#include "goalsheet/write_csv.hpp"
#include "model/ids.hpp"
#include "tables/open_data_tables.hpp"
#include "text/encode_cp932.hpp"
#include "text/escape.hpp"
#include "write/format/data_package.hpp"

namespace goalsheet {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::optional<int> year_of(const Document& document, const Sheet& sheet) {
    const auto& year = sheet.fiscal_year ? sheet.fiscal_year : document.fiscal_year;
    return year ? std::optional(year->gregorian) : std::nullopt;
}

CsvRows& rows_for(std::vector<CsvRows>& all, CsvTable table, const std::optional<int>& year) {
    for (CsvRows& rows : all)
        if (rows.table == table && rows.year == year) return rows;
    all.push_back({table, year, {}});
    return all.back();
}

std::vector<CsvRows> write_rows(const Document& document, std::span<const CsvTable> tables, bool by_year,
                                std::span<const std::string> ids) {
    std::vector<CsvRows> all;
    const TableSource source(document);
    for (const CsvTable table : tables) {
        if (!is_of_documents(table)) continue;
        for (const CsvSheetRecord& record : csv_records_of(source, ids, table)) {
            const auto year = by_year ? year_of(document, document.sheets[record.sheet]) : std::nullopt;
            append_csv_record(rows_for(all, table, year).text, record.fields);
        }
    }
    return all;
}

std::string file_name_of(CsvTable table) { return std::string(csv_table_name(table)) + ".csv"; }

PackageTable package_table(CsvTable table) {
    PackageTable described = {std::string(csv_table_name(table)), csv_columns(table), {}, {}};
    if (!is_of_documents(table)) return described;
    described.key = "id";
    if (table != CsvTable::sheets) described.foreign_keys.push_back({"sheet_id", "sheets"});
    if (table != CsvTable::sheets && table != CsvTable::measures)
        described.foreign_keys.push_back({"measure_id", "measures"});
    if (table == CsvTable::indicators) described.foreign_keys.push_back({"indicator_id", "targets"});
    std::erase_if(described.foreign_keys, [&](const ForeignKey& key) {
        return std::none_of(described.columns.begin(), described.columns.end(),
                            [&](const Column& column) { return key.column == column.physical; });
    });
    return described;
}

CsvFile write_one(std::span<const Document> documents, CsvTable table, std::span<const CsvTable> set,
                  const CsvOptions& options) {
    CsvTableText text(table, options);
    CsvFile file{file_name_of(table), text.opening(), {}};
    CsvRun run({table});
    for (const Document& document : documents)
        for (const CsvRows& rows : run.settle(document, run.rows_of(document))) file.bytes += text.encode(rows.text);
    if (!is_of_documents(table)) file.bytes += text.encode(write_csv_fixed_rows(table, set, options));
    file.notes = text.notes();
    return file;
}

}  // namespace

struct CsvRun::Ids {
    SheetIds sheets;
};

CsvRun::CsvRun(std::vector<CsvTable> tables, bool by_year)
    : tables_(std::move(tables)), by_year_(by_year), ids_(std::make_unique<Ids>()) {}
CsvRun::~CsvRun() = default;
CsvRun::CsvRun(CsvRun&&) noexcept = default;

std::vector<CsvRows> CsvRun::rows_of(const Document& document) const {
    return write_rows(document, tables_, by_year_, sheet_ids(document));
}

std::vector<CsvRows> CsvRun::settle(const Document& document, std::vector<CsvRows> rows) {
    const std::vector<std::string> ids = ids_->sheets.next(document);
    if (ids == sheet_ids(document)) return rows;
    return write_rows(document, tables_, by_year_, ids);
}

std::string CsvTableText::opening() const {
    std::string text;
    append_csv_header(text, csv_columns(table_), options_.header);
    if (options_.encoding == CsvEncoding::cp932) return encode_cp932(text).bytes;
    return options_.encoding == CsvEncoding::utf8_bom ? std::string(kByteOrderMark) + text : text;
}

std::string CsvTableText::encode(std::string_view rows) {
    if (options_.encoding != CsvEncoding::cp932) return std::string(rows);
    Encoded encoded = encode_cp932(rows);
    for (const Unencodable& lost : encoded.lost) {
        const auto known =
            std::find_if(lost_.begin(), lost_.end(), [&](const auto& other) { return other.first == lost.character; });
        known == lost_.end() ? void(lost_.emplace_back(lost.character, lost.count)) : void(known->second += lost.count);
    }
    return std::move(encoded.bytes);
}

std::vector<Message> CsvTableText::notes() const {
    std::vector<Message> notes;
    for (const auto& [character, count] : lost_) notes.push_back(describe({character, count}, file_name_of(table_)));
    return notes;
}

std::string write_csv_fixed_rows(CsvTable table, std::span<const CsvTable> tables, const CsvOptions& options) {
    std::string text;
    const auto records =
        table == CsvTable::codes ? csv_code_records() : csv_definition_records(tables, options.encoding);
    for (const CsvRecord& record : records) append_csv_record(text, record);
    return text;
}

std::string write_csv_package(std::span<const CsvTable> tables, const CsvOptions& options) {
    std::vector<PackageTable> described;
    std::transform(tables.begin(), tables.end(), std::back_inserter(described), package_table);
    return write_data_package("goal-sheets", described, options);
}

void append_csv_header(std::string& text, std::span<const Column> columns, CsvHeader header) {
    CsvRecord names;
    for (const Column& column : columns)
        names.push_back({header == CsvHeader::japanese ? column.header : column.physical});
    append_csv_record(text, names);
}

void append_csv_record(std::string& text, const CsvRecord& record) {
    bool first = true;
    for (const CsvField& field : record) {
        if (!first) text += ',';
        text += field.number ? quote_csv_number(field.text) : quote_csv(field.text);
        first = false;
    }
    text += "\r\n";
}

CsvFile CsvText::finish(std::string name) {
    CsvFile file{std::move(name), std::move(text_), {}};
    if (options_.encoding == CsvEncoding::utf8_bom) file.bytes.insert(0, kByteOrderMark);
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
    return write_one(documents, table, csv_tables_of(documents), options);
}

std::vector<CsvFile> write_csv_set(std::span<const Document> documents, const CsvOptions& options) {
    const std::vector<CsvTable> tables = csv_tables_of(documents);
    std::vector<CsvFile> files;
    for (const CsvTable table : tables) files.push_back(write_one(documents, table, tables, options));
    files.push_back({std::string(kDataPackageFile), write_csv_package(tables, options), {}});
    return files;
}

}  // namespace goalsheet
