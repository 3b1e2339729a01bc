// SPDX-License-Identifier: MIT
#include "write/format/data_package.hpp"

#include <algorithm>

#include "text/json_text.hpp"

namespace goalsheet {
namespace {

std::string_view field_type(ColumnType type) {
    switch (type) {
        case ColumnType::text:
        case ColumnType::code:
        case ColumnType::status:
            return "string";
        case ColumnType::integer:
        case ColumnType::year:
        case ColumnType::flag:
            return "integer";
        case ColumnType::number:
        case ColumnType::percent:
            return "number";
        case ColumnType::date:
            return "date";
    }
    return "string";
}

std::string_view encoding_name(CsvEncoding encoding) {
    if (encoding == CsvEncoding::cp932) return "cp932";
    return encoding == CsvEncoding::utf8 ? "utf-8" : "utf-8-sig";
}

class PackageWriter {
public:
    PackageWriter(std::span<const PackageTable> tables, const CsvOptions& options)
        : tables_(tables), options_(options) {}

    std::string write(std::string_view name) && {
        json_.open_object();
        json_.field("profile", "tabular-data-package");
        json_.field("name", name);
        json_.field("title", "重点目標管理シート");
        json_.key("resources");
        json_.open_list();
        for (const PackageTable& table : tables_) add_resource(table);
        json_.close_list();
        json_.close_object();
        return std::move(json_).take() + "\n";
    }

private:
    void add_resource(const PackageTable& table) {
        json_.open_object();
        json_.field("profile", "tabular-data-resource");
        json_.field("name", table.name);
        json_.field("path", table.name + ".csv");
        json_.field("format", "csv");
        json_.field("mediatype", "text/csv");
        json_.field("encoding", encoding_name(options_.encoding));
        add_dialect();
        add_schema(table);
        json_.close_object();
    }

    void add_dialect() {
        json_.key("dialect");
        json_.open_object();
        json_.field("delimiter", ",");
        json_.field("quoteChar", "\"");
        json_.key("doubleQuote");
        json_.truth(true);
        json_.field("lineTerminator", "\r\n");
        json_.key("header");
        json_.truth(true);
        json_.close_object();
    }

    void add_schema(const PackageTable& table) {
        json_.key("schema");
        json_.open_object();
        json_.key("fields");
        json_.open_list();
        for (const Column& column : table.columns) add_field(table, column);
        json_.close_list();
        json_.key("missingValues");
        json_.open_list();
        json_.text("");
        json_.close_list();
        if (!table.key.empty()) json_.field("primaryKey", name_in(table, table.key));
        add_foreign_keys(table);
        json_.close_object();
    }

    void add_field(const PackageTable& table, const Column& column) {
        const bool japanese = options_.header == CsvHeader::japanese;
        json_.open_object();
        json_.field("name", japanese ? column.header : column.physical);
        json_.field("title", japanese ? column.physical : column.header);
        json_.field("physicalName", column.physical);
        json_.field("type", field_type(column.type));
        json_.field("description", column.meaning);
        if (*column.unit != '\0') json_.field("unit", column.unit);
        if (column.physical == table.key) {
            json_.key("constraints");
            json_.open_object();
            json_.key("required");
            json_.truth(true);
            json_.key("unique");
            json_.truth(true);
            json_.close_object();
        }
        json_.close_object();
    }

    void add_foreign_keys(const PackageTable& table) {
        if (table.foreign_keys.empty()) return;
        json_.key("foreignKeys");
        json_.open_list();
        for (const ForeignKey& key : table.foreign_keys) {
            const std::string column = name_in(table, key.column);
            json_.open_object();
            json_.field("fields", column);
            json_.key("reference");
            json_.open_object();
            json_.field("resource", key.table);
            json_.field("fields", column);
            json_.close_object();
            json_.close_object();
        }
        json_.close_list();
    }

    std::string name_in(const PackageTable& table, std::string_view physical) const {
        const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                        [&](const Column& column) { return physical == column.physical; });
        if (found == table.columns.end() || options_.header == CsvHeader::physical) return std::string(physical);
        return found->header;
    }

    std::span<const PackageTable> tables_;
    CsvOptions options_;
    JsonText json_{0};
};

}  // namespace

std::string write_data_package(std::string_view name, std::span<const PackageTable> tables, const CsvOptions& options) {
    return PackageWriter(tables, options).write(name);
}

}  // namespace goalsheet
