// SPDX-License-Identifier: MIT
#include "tables/findings_table.hpp"

#include <algorithm>

#include "tables/columns.hpp"
#include "text/log_safe.hpp"

namespace goalsheet {
namespace {

constexpr Column kColumns[] = {
    columns::kNumber.wide(8),
    columns::kSeverity.wide(9).meaning_here("エラー、警告、情報"),
    columns::kRule.wide(9),
    {"規則の名称", "rule_name", ColumnType::code, 26, "", "規則の英字の名称"},
    {"ファイル", "file", ColumnType::text, 28, "", "読み込んだファイル"},
    columns::kAddress.wide(36),
    columns::kMessage.wide(70),
    {"行番号", "line", ColumnType::integer, 9, "", "その文言がある行。ブックでは空"},
    {"桁", "column", ColumnType::integer, 8, "", "行の何文字目か。ブックでは空"},
    {"セル", "cell", ColumnType::code, 15, "", "ブックのセル。ブックでないときは空"},
    {"自動修正", "repair", ColumnType::text, 18, "", "--fix で直せるか、--unsafe-fixes が要るか"},
};

constexpr Mark kMarks[] = {{"エラー", Tone::bad}, {"error", Tone::bad}};

Message repair_words(const Finding& finding) {
    if (finding.edits.empty()) return {};
    const bool safe =
        std::all_of(finding.edits.begin(), finding.edits.end(), [](const Edit& edit) { return edit.safe; });
    return safe ? Message{"--fix", "--fix"} : Message{"--fix --unsafe-fixes", "--fix --unsafe-fixes"};
}

DataRow row_of(const Finding& finding, std::size_t number, Lang lang) {
    const bool book = !finding.cell.empty();
    const auto whole = [](std::uint32_t value) { return DataCell(static_cast<std::int64_t>(value)); };
    return {static_cast<std::int64_t>(number),
            severity_word(finding.severity).in(lang),
            finding.code,
            finding.name,
            log_safe(finding.path),
            tidy_text(log_safe(finding.address_in(lang))),
            tidy_text(log_safe(finding.message.in(lang))),
            book ? DataCell() : whole(finding.region.begin.line),
            book ? DataCell() : whole(finding.region.begin.column),
            finding.cell,
            repair_words(finding).in(lang)};
}

}  // namespace

DataTable findings_table(const Report& report, Lang lang) {
    DataTable table = {"点検結果", "findings", "点検で見つかったこと", kColumns, 3, {}};
    table.marks = kMarks;
    for (const Finding& finding : report.findings) table.rows.push_back(row_of(finding, table.rows.size() + 1, lang));
    return table;
}

}  // namespace goalsheet
