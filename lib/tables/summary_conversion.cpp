// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "tables/document_tables.hpp"
#include "tables/summary_tables.hpp"

namespace goalsheet {

DataTable summary_conversion(const Summary& summary, const std::vector<std::pair<std::string, std::string>>& notes) {
    DataTable table = empty_conversion_table();
    const auto add = [&table](const char* kind, std::string item, std::string text, std::string place = "") {
        table.rows.push_back(
            conversion_row(table.rows.size() + 1, kind, std::move(item), std::move(text), std::move(place)));
    };
    add("情報", "変換した道具", "goalsheet " GOALSHEET_VERSION);
    add("情報", "データシートの版", fmt::format("{}", kSummarySchemaVersion));
    add("情報", "読み込んだ入力の数(件)", fmt::format("{}", summary.documents.size()));
    add("情報", "目標管理シートの数(件)", fmt::format("{}", summary.sheets.size()));
    add("情報", "要確認に含めない情報(件)", fmt::format("{}", summary.count_findings(Severity::info)));
    for (const Fault& fault : summary.unreadable) add("注意", "読めない入力", fault.message.ja, file_name(fault.path));
    for (const auto& [place, text] : notes) add("注意", "Excelの制約", text, place);
    for (const SummaryDocument& document : summary.documents) {
        const std::string name = file_name(document.path);
        add("情報", "変換元の形式", document.format, name);
        add("情報", "変換元の文字コード", document.encoding, name);
        add("情報", "変換元のSHA-256", document.sha256, name);
        add("情報", "変換元の目標管理シートの数(件)", fmt::format("{}", document.sheets), name);
    }
    return table;
}

}  // namespace goalsheet
