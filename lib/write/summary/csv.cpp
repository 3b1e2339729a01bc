// SPDX-License-Identifier: MIT
#include "write/format/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <vector>

#include "goalsheet/write_summary.hpp"
#include "tables/columns.hpp"
#include "tables/open_data_tables.hpp"
#include "tables/summary_tables.hpp"
#include "write/format/data_package.hpp"

namespace goalsheet {
namespace {

// Open data wants these three in front of every table.
constexpr Column kLead[] = {columns::kCityCode, columns::kRowId, columns::kCityName};

std::vector<DataTable> tables_of(const Summary& summary) {
    std::vector<DataTable> tables;
    tables.push_back(summary_indicators(summary));
    tables.push_back(summary_texts(summary, 0));
    tables.push_back(summary_departments(summary));
    tables.push_back(summary_years(summary));
    tables.push_back(summary_statuses(summary));
    tables.push_back(summary_trends(summary));
    tables.push_back(summary_sdg_list(summary));
    tables.push_back(summary_sdg_counts(summary));
    tables.push_back(summary_rate_bands(summary));
    tables.push_back(summary_findings(summary));
    tables.push_back(summary_codes());
    tables.push_back(summary_conversion(summary, {}));
    return tables;
}

bool is_lead(const Column& column) {
    return std::any_of(std::begin(kLead), std::end(kLead),
                       [&](const Column& lead) { return std::string_view(lead.physical) == column.physical; });
}

std::vector<Column> columns_of(const DataTable& table) {
    std::vector<Column> columns(std::begin(kLead), std::end(kLead));
    std::copy_if(table.columns.begin(), table.columns.end(), std::back_inserter(columns),
                 [](const Column& column) { return !is_lead(column); });
    return columns;
}

// What names a row: its own ID, else the codes it begins with, numbered where they come again.
class RowIds {
public:
    explicit RowIds(const DataTable& table) : table_(table) {}

    std::string next(const DataRow& row) {
        for (std::size_t c = 0; c < row.size(); ++c)
            if (std::string_view(table_.columns[c].physical) == "indicator_id") return csv_field(row[c]).text;
        return fmt::format("{}-{:06}", table_.physical, ++number_);
    }

private:
    const DataTable& table_;
    std::size_t number_ = 0;
};

// Whose rows are: their sheet's city, or the one of the whole run where it has but one.
class Cities {
public:
    explicit Cities(const Summary& summary) {
        if (summary.documents.empty()) return;
        const City& first = summary.documents.front().city;
        const bool one = std::all_of(summary.documents.begin(), summary.documents.end(),
                                     [&](const SummaryDocument& document) { return document.city.code == first.code; });
        if (one) {
            common_ = &first;
            return;
        }
        for (const SummarySheet& sheet : summary.sheets) of_sheet_[sheet.id] = &summary.document_of(sheet).city;
    }

    const City& of(const DataTable& table, const DataRow& row) const {
        for (std::size_t c = 0; !of_sheet_.empty() && c < row.size(); ++c) {
            if (table.columns[c].physical != std::string_view("sheet_id")) continue;
            const auto found = of_sheet_.find(csv_field(row[c]).text);
            if (found != of_sheet_.end()) return *found->second;
        }
        return *common_;
    }

private:
    City none_;
    const City* common_ = &none_;
    std::unordered_map<std::string, const City*> of_sheet_;  ///< empty where all have the same
};

CsvFile render(const Summary& summary, const DataTable& table, const CsvOptions& options) {
    CsvText out(options);
    out.header(columns_of(table));
    const Cities cities(summary);
    RowIds ids(table);
    table.for_each_row([&](const DataRow& row) {
        const City& city = cities.of(table, row);
        CsvRecord record = {{city.code}, {ids.next(row)}, {city.name}};
        for (std::size_t c = 0; c < row.size(); ++c)
            if (!is_lead(table.columns[c])) record.push_back(csv_field(row[c]));
        out.record(record);
    });
    return out.finish(fmt::format("{}.csv", table.physical));
}

CsvFile render_package(const std::vector<DataTable>& tables, const CsvOptions& options) {
    std::vector<PackageTable> described;
    for (const DataTable& table : tables) described.push_back({table.physical, columns_of(table), "id", {}});
    const auto definitions = csv_definition_columns();
    described.push_back({"definitions", {definitions.begin(), definitions.end()}, "", {}});
    return {std::string(kDataPackageFile), write_data_package("goal-summary", described, options), {}};
}

CsvFile render_definitions(const std::vector<DataTable>& tables, const CsvOptions& options) {
    constexpr const char* kName = "definitions.csv";
    std::vector<CsvRecord> records;
    for (const DataTable& table : tables)
        add_definitions(records, fmt::format("{}.csv", table.physical), columns_of(table), options.encoding);
    add_definitions(records, kName, csv_definition_columns(), options.encoding);
    CsvText out(options);
    out.header(csv_definition_columns());
    for (const CsvRecord& record : records) out.record(record);
    return out.finish(kName);
}

}  // namespace

std::vector<std::string> summary_csv_tables() {
    std::vector<std::string> names;
    for (const DataTable& table : tables_of({})) names.emplace_back(table.physical);
    return names;
}

CsvFile write_summary_csv(const Summary& summary, const std::string& name, const CsvOptions& options) {
    const std::vector<DataTable> tables = tables_of(summary);
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&](const DataTable& table) { return table.physical == name; });
    return render(summary, found == tables.end() ? tables.front() : *found, options);
}

std::vector<CsvFile> write_summary_csv_set(const Summary& summary, const CsvOptions& options) {
    const std::vector<DataTable> tables = tables_of(summary);
    std::vector<CsvFile> files;
    for (const DataTable& table : tables) files.push_back(render(summary, table, options));
    files.push_back(render_definitions(tables, options));
    files.push_back(render_package(tables, options));
    return files;
}

}  // namespace goalsheet
