// SPDX-License-Identifier: MIT
#include "tables/progress_table.hpp"

#include <memory>
#include <string>
#include <utility>

#include "tables/cells.hpp"
#include "tables/columns.hpp"
#include "tables/target_table.hpp"

namespace goalsheet {
namespace {

constexpr const char* kSheetName = "数値目標の進捗";

// The workbook of a document has the same columns under the same names; this one holds many documents and one report.
constexpr Column kColumns[] = {
    {"入力ファイル", "source", ColumnType::text, 24, "", "読んだファイル"},
    columns::kFiscalYear.wide(9),
    columns::kDepartment.wide(16),
    columns::kPriority.wide(8),
    columns::kGoal.wide(28),
    {"項目番号", "item", ColumnType::integer, 8, "", "取組項目の番号"},
    columns::kItemTitle.wide(24),
    columns::kMeasureNumber.wide(7),
    columns::kIndicator.wide(22),
    columns::kBaseline.wide(10),
    columns::kTargetValue.wide(10),
    columns::kComparator.wide(8),
    columns::kTargetUnit.wide(9),
    columns::kResultValue.wide(10),
    columns::kResultUnit.wide(9),
    {"見込値", "projected_value", ColumnType::number, 10, "実績単位", "予定を含めて見込まれる数"},
    columns::kDirection.wide(7),
    columns::kRate.wide(10),
    columns::kImprovement.wide(10),
    {"経過率(%)", "pace", ColumnType::percent, 10, "%", "基準日までに過ぎた年度（期限までの期間）の割合"},
    {"基準日", "as_of", ColumnType::date, 12, "", "実績値の時点"},
    columns::kStatus.wide(10).typed(ColumnType::code),
    columns::kTargetText.wide(28),
    {"報告原文", "report_text", ColumnType::text, 36, "", "報告の文言。改行は「 / 」"},
    columns::kNote.wide(24),
    {"報告", "against", ColumnType::code, 10, "", "目標と比べた報告"},
    {"確信度", "confidence", ColumnType::number, 8, "", "実績値がこの目標のものである確かさ。0から1"},
    columns::kCityCode.wide(15),
    columns::kSheetId.wide(22),
    columns::kMeasureId.wide(27),
    columns::kIndicatorId.wide(29),
};

DataRow make_row(const ProgressRow& row, Lang lang) {
    return {row.source_name,
            whole_cell(row.fiscal_year),
            row.department,
            whole_cell(row.priority),
            row.goal,
            std::int64_t{row.item},
            row.item_title,
            std::int64_t{row.measure},
            row.indicator,
            number_cell(row.baseline),
            number_cell(row.target),
            std::string(row.target ? comparator_word(row.comparator) : ""),
            row.unit,
            number_cell(row.result),
            row.result_unit,
            number_cell(row.projected),
            std::string(row.target ? direction_words(row.direction).ja : ""),
            rate_cell(row.rate),
            rate_cell(row.improvement),
            rate_cell(row.pace),
            row.result && row.as_of ? DataCell(*row.as_of) : DataCell(),
            status_words(row.status).ja,
            row.target_text,
            row.report_text,
            row.note.in(lang),
            against_words(row.against).ja,
            row.confidence ? DataCell(*row.confidence) : DataCell(),
            row.keys.city.code,
            row.keys.sheet_id,
            row.keys.measure_id,
            row.keys.indicator_id};
}

}  // namespace

DataTable progress_table(const Progress& progress, Lang lang) {
    DataTable table = {kSheetName, "progress", "目標と報告の比較", kColumns, 1, {}};
    for (const ProgressRow& row : progress.rows) table.rows.push_back(make_row(row, lang));
    return table;
}

}  // namespace goalsheet
