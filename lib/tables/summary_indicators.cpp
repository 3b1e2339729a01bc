// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "dates/schedule.hpp"
#include "model/ids.hpp"
#include "summary/each_sheet.hpp"
#include "tables/cells.hpp"
#include "tables/columns.hpp"
#include "tables/document_tables.hpp"
#include "tables/summary_cells.hpp"
#include "tables/target_table.hpp"
#include "tables/text_table.hpp"

namespace goalsheet {
namespace {

constexpr Column kIndicators[] = {
    columns::kFiscalYear.wide(9),
    kDepartment.wide(14),
    columns::kGoal.wide(22),
    columns::kItemTitle.wide(20),
    {"目標指標", "indicator", ColumnType::text, 20, "", "目標の数が表すもの。数値のない目標では目標の1行目"},
    columns::kTargetValue.wide(10),
    columns::kTargetUnit.wide(7),
    kAgainst,
    columns::kResultValue.wide(10).meaning_here("集計した報告から確かに読み取れた数"),
    columns::kResultUnit.wide(7).meaning_here("集計した報告に書かれた単位"),
    columns::kRate.wide(9),
    columns::kImprovement.wide(9),
    columns::kStatus.wide(9).meaning_here("コード表の「進捗区分」。集計した報告によるもの"),
    columns::kNote.wide(18),
    columns::kSheetId.wide(22),
    kSection,
    columns::kCityCode.wide(15),
    columns::kItemNumberText.wide(9),
    columns::kMeasureNumber.wide(7),
    columns::kAction.wide(30),
    columns::kIndicatorId.wide(27),
    columns::kFigureKind.wide(10).meaning_here("コード表の「算定区分」。集計した報告によるもの"),
    columns::kStanding.wide(10).meaning_here("コード表の「集計区分」。進捗区分を5つにまとめたもの"),
    columns::kDirection.wide(7),
    columns::kBaseline.wide(10),
    columns::kComparator.wide(8),
    columns::kStartDate.wide(12),
    columns::kEndDate.wide(12),
    columns::kTargetText.wide(30),
    columns::kMidtermValue.wide(11),
    columns::kMidtermUnit.wide(9),
    columns::kMidtermRate.wide(11),
    columns::kMidtermImprovement.wide(11),
    columns::kMidtermText.wide(34),
    columns::kFinalValue.wide(11),
    columns::kFinalUnit.wide(9),
    columns::kFinalRate.wide(11),
    columns::kFinalImprovement.wide(11),
    columns::kFinalText.wide(34),
    columns::kSourceFile.wide(24),
    columns::kSourceLine.wide(12).meaning_here("目標の文言がある行。分からないときは空"),
    columns::kMeasureId.wide(27),
};
constexpr std::uint16_t kPrintedIndicatorColumns = 14;  // the words beside the figures are for the screen
constexpr std::uint16_t kIndicatorKeys = 2;

// The indicators of one sheet.
class IndicatorRows {
public:
    IndicatorRows(const Summary& summary, std::size_t index, const TextRowIndex* texts_index)
        : sheet_(summary.sheets[index]),
          document_(summary.document_of(sheet_)),
          index_(index),
          texts_index_(texts_index),
          texts_(sheet_.texts()),
          ids_(texts_, sheet_.id) {}

    DataRow row(const SummaryIndicator& one) const {
        const Item& item = texts_.items[one.item];
        const Measure& measure = item.measures[one.measure];
        const Schedule schedule =
            measure.deadline.empty() ? Schedule{} : read_schedule(measure.deadline.text, sheet_.year);
        const IndicatorReport& report = sheet_.against == Against::final ? one.final : one.midterm;
        const std::string& measure_id = ids_.measure(one.item, one.measure);
        return {whole_cell(sheet_.year),
                sheet_.department,
                sheet_.goal,
                item.title.text,
                one.label,
                number_cell(one.target),
                one.unit,
                against_words(sheet_.against).ja,
                number_cell(report.result),
                report.unit,
                rate_cell(report.rate),
                rate_cell(report.improvement),
                status_words(one.status).ja,
                notes_of(one),
                sheet_.id,
                sheet_.section,
                document_.city.code,
                fmt::format("({})", item.number),
                std::int64_t{measure.number},
                measure.action.text,
                indicator_id(measure_id, one.order),
                figure_kind_words(one.kind).ja,
                standing_words(standing_of(one.status)).ja,
                std::string(one.target ? direction_words(one.direction).ja : ""),
                number_cell(one.baseline),
                std::string(one.target ? comparator_word(one.comparator) : ""),
                date_cell(schedule.start),
                date_cell(schedule.end),
                linked(measure.target.text, one, FieldId::target),
                number_cell(one.midterm.result),
                one.midterm.unit,
                rate_cell(one.midterm.rate),
                rate_cell(one.midterm.improvement),
                linked(measure.midterm.text, one, FieldId::midterm),
                number_cell(one.final.result),
                one.final.unit,
                rate_cell(one.final.rate),
                rate_cell(one.final.improvement),
                linked(measure.final.text, one, FieldId::final),
                file_name(document_.path),
                line_cell(one.line),
                measure_id};
    }

private:
    static std::string notes_of(const SummaryIndicator& one) {
        const std::string& midterm = one.midterm.note.ja;
        const std::string& final = one.final.note.ja;
        if (midterm.empty() || final.empty() || midterm == final) return midterm.empty() ? final : midterm;
        return fmt::format("{} / {}", midterm, final);
    }

    DataCell linked(const std::string& text, const SummaryIndicator& one, FieldId field) const {
        if (!texts_index_) return text;
        const auto row = texts_index_->by_text.find({index_, one.item, one.measure, field});
        if (row == texts_index_->by_text.end()) return text;
        return LinkedText{text, kTextSheet, row->second, 0};
    }

    const SummarySheet& sheet_;
    const SummaryDocument& document_;
    std::size_t index_;
    const TextRowIndex* texts_index_;
    Sheet texts_;
    MeasureIds ids_;
};

// What 本文一覧 has of a sheet: its rows, and in which of them texts of measures begin.
struct IndexedSheet {
    std::size_t rows = 0;
    std::size_t texts = 0;
    std::vector<std::pair<MeasureText, std::size_t>> measure_texts;
};

IndexedSheet index_sheet(const SummarySheet& of, std::size_t number) {
    const Sheet sheet = of.texts();
    const SheetTexts texts = read_sheet_texts(sheet, of.id);
    IndexedSheet indexed{texts.rows.size(), texts.first_row.size(), {}};
    const auto add = [&](std::size_t item, std::size_t measure, FieldId field, const SourcedText& text) {
        const auto row = texts.first_row.find(&text.text);
        if (row != texts.first_row.end())
            indexed.measure_texts.push_back({{number, item, measure, field}, row->second});
    };
    for (std::size_t i = 0; i < sheet.items.size(); ++i)
        for (std::size_t m = 0; m < sheet.items[i].measures.size(); ++m) {
            const Measure& measure = sheet.items[i].measures[m];
            add(i, m, FieldId::target, measure.target);
            add(i, m, FieldId::midterm, measure.midterm);
            add(i, m, FieldId::final, measure.final);
        }
    return indexed;
}

template <class RowsOf>
void feed_by_sheet(const Summary& summary, const RowSink& sink, RowsOf rows_of) {
    for_each_sheet(summary, rows_of, [&](std::size_t, const std::vector<DataRow>& rows) {
        for (const DataRow& row : rows) sink(row);
    });
}

std::vector<DataRow> text_rows(const SummarySheet& sheet) {
    std::vector<DataRow> rows;
    for (DataRow& own : read_sheet_texts(sheet.texts(), sheet.id).rows) {
        DataRow& row = rows.emplace_back(DataRow{whole_cell(sheet.year), sheet.department, sheet.section});
        std::move(own.begin(), own.end(), std::back_inserter(row));
    }
    return rows;
}

}  // namespace

TextRowIndex index_texts(const Summary& summary) {
    constexpr std::size_t kMostLinks = 65'530;  // a worksheet holds no more
    TextRowIndex index;
    std::size_t texts_seen = 0;
    const auto make = [&](std::size_t i) { return index_sheet(summary.sheets[i], i); };
    for_each_sheet(summary, make, [&](std::size_t, const IndexedSheet& sheet) {
        const std::size_t first = index.rows + 1;
        index.by_sheet.push_back(sheet.rows == 0 ? 0 : static_cast<std::uint32_t>(first));
        if (texts_seen < kMostLinks)
            for (const auto& [text, row] : sheet.measure_texts)
                index.by_text[text] = static_cast<std::uint32_t>(first + row);
        texts_seen += sheet.texts;
        index.rows += sheet.rows;
    });
    return index;
}

DataTable summary_indicators(const Summary& summary, const TextRowIndex* index) {
    DataTable table = {"目標一覧", "indicators", "目標と実績の一覧", kIndicators, kIndicatorKeys, {}};
    table.feed = [&summary, index](const RowSink& sink) {
        feed_by_sheet(summary, sink, [&](std::size_t i) {
            const IndicatorRows sheet(summary, i, index);
            std::vector<DataRow> rows;
            for (const SummaryIndicator& one : summary.sheets[i].indicators()) rows.push_back(sheet.row(one));
            return rows;
        });
    };
    table.fed_rows = summary.count_indicators();
    table.marks = kStatusMarks;
    table.print_columns = kPrintedIndicatorColumns;
    return table;
}

DataTable summary_texts(const Summary& summary, std::size_t rows) {
    static const std::vector<Column> columns = [] {
        std::vector<Column> all = {kYear, kDepartment, kSection};
        const auto own = text_columns();
        all.insert(all.end(), own.begin(), own.end());
        return all;
    }();
    DataTable table = {kTextSheet, "texts", "本文の一覧（1段落1行）", columns, 4, {}};
    table.feed = [&summary](const RowSink& sink) {
        feed_by_sheet(summary, sink, [&](std::size_t i) { return text_rows(summary.sheets[i]); });
    };
    table.fed_rows = rows;
    return table;
}

}  // namespace goalsheet
