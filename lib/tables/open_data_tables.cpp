// SPDX-License-Identifier: MIT
#include "tables/open_data_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>

#include "goalsheet/progress.hpp"
#include "model/ids.hpp"
#include "tables/appendix_tables.hpp"
#include "tables/columns.hpp"
#include "tables/document_tables.hpp"

namespace goalsheet {
namespace {

constexpr Column kDepartment = columns::kDepartment.meaning_here("目標を持つ部局");
constexpr Column kLead[] = {columns::kCityCode,   columns::kRowId,           columns::kCityName,
                            columns::kFiscalYear, columns::kFiscalYearLabel, kDepartment};

constexpr Column kSheetId = columns::kSheetId.meaning_here("団体コード-年度-部局名-優先順位。すべての表に共通の鍵");

constexpr Column kSheets[] = {
    kSheetId,
    columns::kPriority,
    columns::kGoal,
    columns::kItemCount,
    columns::kMeasureCount,
    {"変換元", "source_path", ColumnType::text, 0, "", "読み込んだファイル"},
    {"変換元SHA-256", "source_sha256", ColumnType::code, 0, "", "読み込んだファイルの指紋"},
};

constexpr Column kUnplaced[] = {
    kSheetId,
    columns::kLabel.meaning_here("その文章が付いていた見出し"),
    columns::kAddress,
    {"本文", "text", ColumnType::text, 0, "", "様式のどの欄にも当てはまらなかった文章。改行は「 / 」"},
};

constexpr Column kReportTexts[] = {
    {"数値目標原文", "target_text", ColumnType::text, 0, "", "数値目標の文言。改行は「 / 」"},
    {"中間報告原文", "midterm_text", ColumnType::text, 0, "", "中間報告の文言。改行は「 / 」。空は未記入"},
    {"期末報告原文", "final_text", ColumnType::text, 0, "", "期末報告の文言。改行は「 / 」。空は未記入"},
};

constexpr Column kDefinitions[] = {
    {"表", "table", ColumnType::code, 0, "", "CSVファイルの名前"},
    columns::kColumnNumber,
    columns::kLogicalName.meaning_here("見出しの日本語名"),
    columns::kPhysicalName.meaning_here("見出しの英数名"),
    columns::kType,
    columns::kUnit,
    columns::kMeaning,
    {"文字コード", "encoding", ColumnType::code, 0, "", "この表一式の文字コードとBOMの有無"},
};

// A table without rows, for its columns.
DataTable build_empty(DataTable (*build)(const TableSource&)) {
    const Document nothing{};
    return build(TableSource(nothing));
}

DataTable sheets_table(const TableSource& source) {
    const Document& document = source.document;
    DataTable table = {"目標シート", "sheets", "", kSheets, 1, {}};
    const std::vector<std::string>& ids = source.ids;
    for (std::size_t i = 0; i < document.sheets.size(); ++i) {
        const Sheet& sheet = document.sheets[i];
        std::size_t measures = 0;
        for (const Item& item : sheet.items) measures += item.measures.size();
        table.rows.push_back({ids[i], sheet.priority ? DataCell(std::int64_t{*sheet.priority}) : DataCell(),
                              sheet.goal.text, static_cast<std::int64_t>(sheet.items.size()),
                              static_cast<std::int64_t>(measures), public_path(document.source),
                              document.source.sha256});
    }
    return table;
}

DataTable unplaced_table(const TableSource& source) {
    const Document& document = source.document;
    DataTable table = {"未配置", "unplaced", "", kUnplaced, 1, {}};
    const std::vector<std::string>& ids = source.ids;
    for (std::size_t i = 0; i < document.sheets.size(); ++i)
        for (const Unplaced& unplaced : document.sheets[i].unplaced)
            table.rows.push_back({ids[i], unplaced.label, unplaced.address, unplaced.text.text});
    return table;
}

void append_texts(DataRow& row, const Measure& measure) {
    for (const SourcedText* text : {&measure.target, &measure.midterm, &measure.final}) row.emplace_back(text->text);
}

// The workbook has the texts on a sheet of their own; whoever takes a single CSV wants them beside the measure.
DataTable measures_with_texts(const TableSource& source) {
    static const std::vector<Column> columns = [] {
        const DataTable plain = build_empty(measures_table);
        std::vector<Column> all(plain.columns.begin(), plain.columns.end());
        all.insert(all.end(), std::begin(kReportTexts), std::end(kReportTexts));
        return all;
    }();
    DataTable table = measures_table(source);
    table.columns = columns;
    auto row = table.rows.begin();
    for (const Sheet& sheet : source.document.sheets)
        for (const Item& item : sheet.items) {
            if (item.measures.empty()) append_texts(*row++, Measure{});
            for (const Measure& measure : item.measures) append_texts(*row++, measure);
        }
    assert(row == table.rows.end() && "the workbook has a row for every measure, in reading order");
    return table;
}

DataTable targets_of(const TableSource& source) { return targets_table(source.measured()); }

struct TableEntry {
    CsvTable table;
    const char* name;
    DataTable (*build)(const TableSource&);  ///< none for the two tables that are the same for all documents
};
constexpr TableEntry kTables[] = {
    {CsvTable::sheets, "sheets", sheets_table},
    {CsvTable::measures, "measures", measures_with_texts},
    {CsvTable::targets, "targets", targets_of},
    {CsvTable::texts, "texts", texts_table},
    {CsvTable::sdgs, "sdgs", sdgs_table},
    {CsvTable::unplaced, "unplaced", unplaced_table},
    {CsvTable::indicators, "indicators", indicators_table},
    {CsvTable::extras, "extras", extras_table},
    {CsvTable::series, "series", series_table},
    {CsvTable::labels, "labels", labels_table},
    {CsvTable::codes, "codes", nullptr},
    {CsvTable::definitions, "definitions", nullptr},
};

const TableEntry& find_table(CsvTable table) {
    const auto* found =
        std::find_if(std::begin(kTables), std::end(kTables), [&](const TableEntry& t) { return t.table == table; });
    assert(found != std::end(kTables));
    return *found;
}

bool is_named(const Column& column, std::string_view physical) { return column.physical == physical; }

bool is_in_lead(const Column& column) {
    return std::any_of(std::begin(kLead), std::end(kLead),
                       [&](const Column& lead) { return is_named(column, lead.physical); });
}

bool is_id(const Column& column) {
    constexpr std::string_view kIds[] = {"sheet_id", "item_id", "measure_id", "indicator_id"};
    return std::find(std::begin(kIds), std::end(kIds), column.physical) != std::end(kIds);
}

std::size_t column_named(const DataTable& table, std::string_view physical) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const Column& column) { return is_named(column, physical); });
    return static_cast<std::size_t>(found - table.columns.begin());
}

// Rows of one document's table as CSV records.
class RecordMaker {
public:
    RecordMaker(const TableSource& source, std::span<const std::string> ids) : document_(source.document) {
        for (std::size_t i = 0; i < source.ids.size(); ++i) sheets_[source.ids[i]] = {i, ids[i]};
    }

    void append(std::vector<CsvSheetRecord>& out, const DataTable& table) {
        const std::size_t sheet_column = column_named(table, "sheet_id");
        for (const DataRow& row : table.rows) {
            const std::string& own_id = std::get<std::string>(row[sheet_column]);
            const Place& place = sheets_.at(own_id);
            CsvSheetRecord record = {place.sheet, lead_of(place.sheet, row_id(table, row, place, own_id))};
            for (std::size_t i = 0; i < row.size(); ++i)
                if (!is_in_lead(table.columns[i]))
                    record.fields.push_back(with_new_id(table.columns[i], row[i], place, own_id));
            out.push_back(std::move(record));
        }
    }

private:
    // Which sheet it is, and its ID among all documents: another document may have a sheet of the same name.
    struct Place {
        std::size_t sheet = 0;
        std::string id;
    };

    static CsvField with_new_id(const Column& column, const DataCell& cell, const Place& place,
                                const std::string& own) {
        CsvField field = csv_field(cell);
        if (is_id(column) && !field.text.empty()) field.text.replace(0, own.size(), place.id);
        return field;
    }

    // The row's own ID where the table has one, so that it stays when rows are added above.
    std::string row_id(const DataTable& table, const DataRow& row, const Place& place, const std::string& own) {
        const auto field = [&](std::string_view physical) {
            const std::size_t column = column_named(table, physical);
            return column < row.size() ? with_new_id(table.columns[column], row[column], place, own).text : "";
        };
        const std::string_view name = table.physical;
        std::string id = name == "sheets" ? place.id : field("indicator_id");
        if (id.empty() && name == "measures") id = field("measure_id").empty() ? field("item_id") : field("measure_id");
        return id.empty() ? fmt::format("{}-{}", place.id, ++counts_[place.id]) : id;
    }

    CsvRecord lead_of(std::size_t index, std::string id) const {
        const Sheet& sheet = document_.sheets[index];
        const auto& year = sheet.fiscal_year ? sheet.fiscal_year : document_.fiscal_year;
        const std::string& department = sheet.department.empty() ? document_.department.text : sheet.department.text;
        return {{document_.city.code},
                {std::move(id)},
                {document_.city.name},
                {year ? fmt::format("{}", year->gregorian) : "", true},
                {year ? tidy_text(year->label) : ""},
                {tidy_text(department)}};
    }

    const Document& document_;
    std::map<std::string, Place> sheets_;
    std::map<std::string, int> counts_;
};

const char* encoding_words(CsvEncoding encoding) {
    switch (encoding) {
        case CsvEncoding::utf8_bom:
            return "UTF-8（BOMあり）";
        case CsvEncoding::utf8:
            return "UTF-8（BOMなし）";
        case CsvEncoding::cp932:
            return "CP932（Windows-31J）";
    }
    return "";
}

std::vector<CsvRecord> plain_records(const DataTable& table) {
    std::vector<CsvRecord> records;
    for (const DataRow& row : table.rows) {
        CsvRecord& record = records.emplace_back();
        for (const DataCell& cell : row) record.push_back(csv_field(cell));
    }
    return records;
}

}  // namespace

CsvField csv_field(const DataCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return {tidy_text(*text)};
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return {fmt::format("{}", *whole), true};
    if (const auto* real = std::get_if<double>(&cell)) return {fmt::format("{}", *real), true};
    if (const auto* date = std::get_if<Date>(&cell)) return {format_date(*date)};
    if (const auto* link = std::get_if<LinkedText>(&cell)) return {tidy_text(link->text)};
    return {};
}

std::span<const Column> csv_definition_columns() { return kDefinitions; }

void add_definitions(std::vector<CsvRecord>& records, const std::string& file, std::span<const Column> columns,
                     CsvEncoding encoding) {
    int number = 0;
    for (const Column& column : columns)
        records.push_back({{file},
                           {fmt::format("{}", ++number), true},
                           {column.header},
                           {column.physical},
                           {std::string(column_type_name(column.type))},
                           {column.unit},
                           {column.meaning},
                           {encoding_words(encoding)}});
}

bool is_optional_csv_table(CsvTable table) {
    return table == CsvTable::indicators || table == CsvTable::extras || table == CsvTable::series ||
           table == CsvTable::labels;
}

bool is_of_documents(CsvTable table) { return find_table(table).build != nullptr; }

std::vector<CsvTable> csv_tables_of(std::span<const Document> documents) {
    std::vector<CsvTable> tables;
    for (const CsvTable table : kCsvTables) {
        const bool has_rows = std::any_of(documents.begin(), documents.end(), [&](const Document& document) {
            return is_optional_csv_table(table) && !find_table(table).build(TableSource(document)).rows.empty();
        });
        if (!is_optional_csv_table(table) || has_rows) tables.push_back(table);
    }
    return tables;
}

std::string_view csv_table_name(CsvTable table) { return find_table(table).name; }

std::optional<CsvTable> csv_table_from_name(std::string_view name) {
    for (const TableEntry& entry : kTables)
        if (entry.name == name) return entry.table;
    return std::nullopt;
}

std::vector<Column> csv_columns(CsvTable table) {
    if (table == CsvTable::definitions) return {std::begin(kDefinitions), std::end(kDefinitions)};
    const TableEntry& entry = find_table(table);
    const std::span<const Column> own = entry.build ? build_empty(entry.build).columns : codes_table().columns;
    if (!entry.build) return {own.begin(), own.end()};
    std::vector<Column> columns(std::begin(kLead), std::end(kLead));
    std::copy_if(own.begin(), own.end(), std::back_inserter(columns), [](const Column& c) { return !is_in_lead(c); });
    return columns;
}

std::vector<CsvSheetRecord> csv_records_of(const TableSource& source, std::span<const std::string> ids,
                                           CsvTable table) {
    std::vector<CsvSheetRecord> records;
    RecordMaker(source, ids).append(records, find_table(table).build(source));
    return records;
}

std::vector<CsvRecord> csv_code_records() { return plain_records(codes_table()); }

std::vector<CsvRecord> csv_definition_records(std::span<const CsvTable> tables, CsvEncoding encoding) {
    std::vector<CsvRecord> records;
    for (const CsvTable table : tables)
        add_definitions(records, fmt::format("{}.csv", csv_table_name(table)), csv_columns(table), encoding);
    return records;
}

}  // namespace goalsheet
