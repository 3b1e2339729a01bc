// SPDX-License-Identifier: MIT
#include "tables/progress_table.hpp"

#include <cmath>
#include <memory>
#include <string>
#include <utility>

#include "tables/target_table.hpp"

namespace goalsheet {
namespace {

constexpr const char* kSheetName = "数値目標の進捗";

// The workbook of a document has the same columns under the same names; this one holds many documents and one report.
constexpr Column kColumns[] = {
    {"入力ファイル", "source", ColumnType::text, 24, "", "読んだファイル"},
    {"年度", "fiscal_year", ColumnType::year, 9, "", "西暦。2025は令和7年度"},
    {"部局名", "department", ColumnType::text, 16, "", "シートの部局名"},
    {"優先順位", "priority", ColumnType::integer, 8, "位", "シートの優先順位"},
    {"重点目標", "goal", ColumnType::text, 28, "", "シートの重点目標"},
    {"項目番号", "item", ColumnType::integer, 8, "", "取組項目の番号"},
    {"取組項目", "item_title", ColumnType::text, 24, "", "取組項目"},
    {"枝番", "measure_number", ColumnType::integer, 7, "", "方法・手段の番号。(1)は1"},
    {"指標名", "indicator", ColumnType::text, 22, "", "目標の数が表すもの"},
    {"基準値", "baseline", ColumnType::number, 10, "目標単位", "「51%→53%」の51など、目標の出発点"},
    {"目標値", "target_value", ColumnType::number, 10, "目標単位", "目標に書かれた数"},
    {"比較", "comparator", ColumnType::code, 8, "", "以上、超、以下、未満、程度"},
    {"目標単位", "target_unit", ColumnType::code, 9, "", "目標に書かれた単位"},
    {"実績値", "result_value", ColumnType::number, 10, "実績単位", "報告から確かに読み取れた数"},
    {"実績単位", "result_unit", ColumnType::code, 9, "", "報告に書かれた単位"},
    {"見込値", "projected_value", ColumnType::number, 10, "実績単位", "予定を含めて見込まれる数"},
    {"方向", "direction", ColumnType::code, 7, "", "増は多い方がよい目標、減は少ない方がよい目標"},
    {"達成率(%)", "rate", ColumnType::percent, 10, "%", "実績値÷目標値。少ない方がよい目標では空"},
    {"改善率(%)", "improvement", ColumnType::percent, 10, "%",
     "(実績値－基準値)÷(目標値－基準値)。基準値がある目標だけ"},
    {"経過率(%)", "pace", ColumnType::percent, 10, "%", "基準日までに過ぎた年度（期限までの期間）の割合"},
    {"基準日", "as_of", ColumnType::date, 12, "", "実績値の時点"},
    {"進捗区分", "status", ColumnType::code, 10, "", "達成、順調、遅れなど"},
    {"目標原文", "target_text", ColumnType::text, 28, "", "数値目標の文言。改行は「 / 」"},
    {"報告原文", "report_text", ColumnType::text, 36, "", "報告の文言。改行は「 / 」"},
    {"備考", "note", ColumnType::text, 24, "", "読み取りの注意"},
    {"報告", "against", ColumnType::code, 10, "", "目標と比べた報告"},
    {"確信度", "confidence", ColumnType::number, 8, "", "実績値がこの目標のものである確かさ。0から1"},
    {"全国地方公共団体コード", "city_code", ColumnType::code, 15, "", "検査数字を含む6桁。書き出しのときに与えたもの"},
    {"目標ID", "sheet_id", ColumnType::code, 22, "", "団体コード-年度-部局名-優先順位"},
    {"方法・手段ID", "measure_id", ColumnType::code, 27, "", "項目IDと枝番"},
    {"目標値ID", "indicator_id", ColumnType::code, 29, "", "方法・手段IDと指標の順番"},
};

template <typename T>
DataCell whole(const std::optional<T>& value) {
    return value ? DataCell(static_cast<std::int64_t>(*value)) : DataCell();
}
DataCell decimal(const std::optional<Decimal>& value) { return value ? DataCell(value->to_double()) : DataCell(); }
DataCell percent(const std::optional<double>& share) {
    return share ? DataCell(std::round(*share * 10000) / 100) : DataCell();
}

DataRow make_row(const ProgressRow& row, Lang lang) {
    return {row.source_name,
            whole(row.fiscal_year),
            row.department,
            whole(row.priority),
            row.goal,
            std::int64_t{row.item},
            row.item_title,
            std::int64_t{row.measure},
            row.indicator,
            decimal(row.baseline),
            decimal(row.target),
            std::string(row.target ? comparator_word(row.comparator) : ""),
            row.unit,
            decimal(row.result),
            row.result_unit,
            decimal(row.projected),
            std::string(row.target ? direction_words(row.direction).ja : ""),
            percent(row.rate),
            percent(row.improvement),
            percent(row.pace),
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
