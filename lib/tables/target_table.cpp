// SPDX-License-Identifier: MIT
#include "tables/target_table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <span>
#include <unordered_map>
#include <utility>

#include "model/ids.hpp"
#include "tables/key_columns.hpp"

namespace goalsheet {
namespace {

constexpr Column kTargets[] = {
    {"目標値ID", "indicator_id", ColumnType::code, 25, "", "目標ID-項目番号-枝番-指標の順番"},
    {"目標ID", "sheet_id", ColumnType::code, 22, "", "年度-部局名-優先順位。すべてのシートに共通の鍵"},
    {"項目ID", "item_id", ColumnType::code, 23, "", "目標IDと取組項目の番号"},
    {"枝番", "measure_number", ColumnType::integer, 7, "", "方法・手段の番号。(1)は1"},
    {"指標名", "indicator", ColumnType::text, 22, "", "目標の数が表すもの。数値のない目標では目標の1行目"},
    {"基準値", "baseline", ColumnType::number, 10, "目標単位", "「51%→53%」の51など、目標の出発点"},
    {"目標値", "target_value", ColumnType::number, 10, "目標単位", "目標に書かれた数"},
    {"比較", "comparator", ColumnType::code, 8, "", "コード表の「比較」。書かれていないときは以上"},
    {"目標単位", "target_unit", ColumnType::code, 9, "", "目標に書かれた単位"},
    {"目標原文", "target_text", ColumnType::text, 28, "", "数値目標の文言。改行は「 / 」"},
    {"中間実績値", "midterm_value", ColumnType::number, 11, "中間実績単位", "中間報告から確かに読み取れた数"},
    {"中間実績単位", "midterm_unit", ColumnType::code, 9, "", "中間報告に書かれた単位"},
    {"中間達成率(%)", "midterm_rate", ColumnType::percent, 11, "%", "中間実績値÷目標値。少ない方がよい目標では空"},
    {"中間進捗区分", "midterm_status", ColumnType::code, 10, "", "コード表の「進捗区分」"},
    {"中間実績原文", "midterm_text", ColumnType::text, 32, "", "中間報告の文言。改行は「 / 」"},
    {"期末実績値", "final_value", ColumnType::number, 11, "期末実績単位", "期末報告から確かに読み取れた数"},
    {"期末実績単位", "final_unit", ColumnType::code, 9, "", "期末報告に書かれた単位"},
    {"期末達成率(%)", "final_rate", ColumnType::percent, 11, "%", "期末実績値÷目標値。少ない方がよい目標では空"},
    {"期末進捗区分", "final_status", ColumnType::code, 10, "", "コード表の「進捗区分」"},
    {"期末実績原文", "final_text", ColumnType::text, 32, "", "期末報告の文言。改行は「 / 」"},
    {"算定区分", "figure_kind", ColumnType::code, 10, "", "コード表の「算定区分」。報告のある最も新しい時点のもの"},
    {"備考", "note", ColumnType::text, 24, "", "読み取りの注意。中間報告、期末報告の順"},
    {"方向", "direction", ColumnType::code, 7, "", "増は多い方がよい目標、減は少ない方がよい目標"},
    {"中間改善率(%)", "midterm_improvement", ColumnType::percent, 11, "%",
     "(中間実績値－基準値)÷(目標値－基準値)。基準値がある目標だけ"},
    {"期末改善率(%)", "final_improvement", ColumnType::percent, 11, "%",
     "(期末実績値－基準値)÷(目標値－基準値)。基準値がある目標だけ"},
    kMeasureIdColumn,
};

DataCell number_cell(const std::optional<Decimal>& value) { return value ? DataCell(value->to_double()) : DataCell(); }

// A hundredth of a percent is finer than any report.
DataCell rate_cell(const std::optional<double>& rate) {
    return rate ? DataCell(std::round(*rate * 10000) / 100) : DataCell();
}

std::string notes_of(const ProgressRow& midterm, const ProgressRow& final) {
    if (midterm.note.ja.empty() || final.note.ja.empty() || midterm.note == final.note)
        return midterm.note.ja.empty() ? final.note.ja : midterm.note.ja;
    return fmt::format("{} / {}", midterm.note.ja, final.note.ja);
}

struct TargetIds {
    std::string indicator;
    const std::string& sheet;
    const std::string& item;
    const std::string& measure;
};

DataRow target_row(TargetIds ids, const ProgressRow& midterm, const ProgressRow& final) {
    return {std::move(ids.indicator),
            ids.sheet,
            ids.item,
            std::int64_t{midterm.measure},
            midterm.indicator,
            number_cell(midterm.baseline),
            number_cell(midterm.target),
            std::string(midterm.target ? comparator_word(midterm.comparator) : ""),
            midterm.unit,
            midterm.target_text,
            number_cell(midterm.result),
            midterm.result_unit,
            rate_cell(midterm.rate),
            status_words(midterm.status).ja,
            midterm.report_text,
            number_cell(final.result),
            final.result_unit,
            rate_cell(final.rate),
            status_words(final.status).ja,
            final.report_text,
            figure_kind_words(figure_kind(latest_of(midterm, final))).ja,
            notes_of(midterm, final),
            std::string(midterm.target ? direction_words(midterm.direction).ja : ""),
            rate_cell(midterm.improvement),
            rate_cell(final.improvement),
            ids.measure};
}

}  // namespace

DataTable targets_table(const MeasuredDocument& reports) {
    DataTable table = {"数値目標", "targets", "数値目標と実績", kTargets, 1, {}};
    if (!reports.document) return table;
    const std::vector<MeasureIds> ids = measure_ids(*reports.document, reports.ids);
    std::unordered_map<std::string, int> counts;
    for (std::size_t i = 0; i < reports.midterm.size(); ++i) {
        const ProgressRow& row = reports.midterm[i];
        const MeasureIds& own = ids[row.sheet];
        const std::string& measure = own.measure(row.item_index, row.measure_index);
        table.rows.push_back(target_row({fmt::format("{}-{}", measure, ++counts[measure]), reports.ids[row.sheet],
                                         own.item(row.item_index), measure},
                                        row, reports.final[i]));
    }
    return table;
}

MeasureStatuses::MeasureStatuses(const MeasuredDocument& reports) {
    for (std::size_t i = 0; i < reports.midterm.size(); ++i) {
        const ProgressRow& row = latest_of(reports.midterm[i], reports.final[i]);
        const std::string& word = status_words(row.status).ja;
        const auto [found, added] = words_.try_emplace({row.sheet, row.item, row.measure}, word);
        if (!added && found->second != word) found->second = kMixedStatus;
    }
}

std::string MeasureStatuses::of(std::size_t sheet, int item, int measure) const {
    const auto found = words_.find({sheet, item, measure});
    return found == words_.end() ? "" : found->second;
}

std::string_view comparator_word(Comparator comparator) {
    switch (comparator) {
        case Comparator::none:
        case Comparator::at_least:
            return "以上";
        case Comparator::more_than:
            return "超";
        case Comparator::at_most:
            return "以下";
        case Comparator::less_than:
            return "未満";
        case Comparator::about:
            return "程度";
    }
    return "";
}

}  // namespace goalsheet
