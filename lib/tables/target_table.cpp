// SPDX-License-Identifier: MIT
#include "tables/target_table.hpp"

#include <fmt/format.h>

#include <span>
#include <unordered_map>
#include <utility>

#include "model/ids.hpp"
#include "tables/cells.hpp"
#include "tables/columns.hpp"

namespace goalsheet {
namespace {

constexpr Column kTargets[] = {
    columns::kIndicatorId.wide(25),
    columns::kSheetId.wide(22),
    columns::kItemId.wide(23).meaning_here("目標IDと取組項目の番号"),
    columns::kMeasureNumber.wide(7),
    columns::kIndicator.wide(22),
    columns::kBaseline.wide(10),
    columns::kTargetValue.wide(10),
    columns::kComparator.wide(8),
    columns::kTargetUnit.wide(9),
    columns::kTargetText.wide(28),
    columns::kMidtermValue.wide(11),
    columns::kMidtermUnit.wide(9),
    columns::kMidtermRate.wide(11),
    {"中間進捗区分", "midterm_status", ColumnType::code, 10, "", "コード表の「進捗区分」"},
    columns::kMidtermText.wide(32),
    columns::kFinalValue.wide(11),
    columns::kFinalUnit.wide(9),
    columns::kFinalRate.wide(11),
    {"期末進捗区分", "final_status", ColumnType::code, 10, "", "コード表の「進捗区分」"},
    columns::kFinalText.wide(32),
    columns::kFigureKind.wide(10),
    columns::kNote.wide(24).meaning_here("読み取りの注意。中間報告、期末報告の順"),
    columns::kDirection.wide(7),
    columns::kMidtermImprovement.wide(11),
    columns::kFinalImprovement.wide(11),
    columns::kMeasureId.wide(27),
};

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
        table.rows.push_back(target_row(
            {indicator_id(measure, ++counts[measure]), reports.ids[row.sheet], own.item(row.item_index), measure}, row,
            reports.final[i]));
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
