// SPDX-License-Identifier: MIT
#include "cmd/csv_folders.hpp"

#include <filesystem>

namespace goalsheet::cmd {

CsvFolders::CsvFolders(const Session& session, Outputs& outputs, Target target)
    : session_(session), target_(std::move(target)), files_(session, outputs) {
    if (target_.partitions.keys.empty()) sets_[target_.folder];
}

bool CsvFolders::add(const City& city, const std::vector<CsvRows>& rows) {
    for (const CsvRows& one : rows) {
        const std::string below = target_.partitions.folder_of(one.year, city);
        const std::string folder = (std::filesystem::path(target_.folder) / below).string();
        if (!append(folder, sets_[folder], one.table, one.text)) return false;
    }
    return true;
}

bool CsvFolders::append(const std::string& folder, Tables& tables, CsvTable table, const std::string& rows) {
    const auto [entry, added] = tables.try_emplace(table, table, target_.csv);
    CsvTableText& text = entry->second;
    const std::string path = (std::filesystem::path(folder) / (std::string(csv_table_name(table)) + ".csv")).string();
    return files_.append(path, (added ? text.opening() : "") + text.encode(rows));
}

bool CsvFolders::finish() {
    for (auto& [folder, tables] : sets_)
        if (!finish_set(folder, tables)) return false;
    return files_.finish();
}

bool CsvFolders::finish_set(const std::string& folder, Tables& tables) {
    for (const CsvTable table : kCsvTables)
        if (!is_optional_csv_table(table) && !append(folder, tables, table, "")) return false;
    std::vector<CsvTable> names;
    for (const auto& [table, text] : tables) names.push_back(table);
    for (const CsvTable table : {CsvTable::codes, CsvTable::definitions})
        if (!append(folder, tables, table, write_csv_fixed_rows(table, names, target_.csv))) return false;
    for (const auto& [table, text] : tables)
        for (const Message& note : text.notes()) session_.note(note);
    return files_.append((std::filesystem::path(folder) / "datapackage.json").string(),
                         write_csv_package(names, target_.csv));
}

}  // namespace goalsheet::cmd
