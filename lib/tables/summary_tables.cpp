// SPDX-License-Identifier: MIT
#include "tables/summary_tables.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "dates/schedule.hpp"
#include "goalsheet/text.hpp"
#include "model/ids.hpp"
#include "model/sdgs/sdgs.hpp"
#include "tables/document_tables.hpp"
#include "tables/key_columns.hpp"
#include "tables/target_table.hpp"
#include "tables/text_table.hpp"

namespace goalsheet {
namespace {

constexpr const char* kTextSheet = "本文一覧";

constexpr Column kYear = kYearColumn;
constexpr Column kDepartment = {"部", "department", ColumnType::text, 18, "", "シートの部局名のうち部・局の名前"};
constexpr Column kSection = {"課", "section", ColumnType::text, 12, "", "部局名に課の名前があるときだけ"};
constexpr Column kSheetId = {"目標ID", "sheet_id", ColumnType::code,
                             22,       "",         "年度-部局名-優先順位。すべてのシートに共通の鍵"};
constexpr Column kGoal = {"重点目標", "goal", ColumnType::text, 28, "", "シートの重点目標"};

constexpr Column kAgainst = {
    "集計した報告", "against", ColumnType::code, 11, "", "進捗区分と集計が何によるか。中間報告または期末報告"};

constexpr Column kIndicators[] = {
    {"年度", "fiscal_year", ColumnType::year, 9, "", "西暦の年度。2025は2025-04-01から2026-03-31まで"},
    {"部", "department", ColumnType::text, 14, "", "シートの部局名のうち部・局の名前"},
    {"重点目標", "goal", ColumnType::text, 22, "", "シートの重点目標"},
    {"取組項目", "item_title", ColumnType::text, 20, "", "取組項目の名前"},
    {"目標指標", "indicator", ColumnType::text, 20, "", "目標の数が表すもの。数値のない目標では目標の1行目"},
    {"目標値", "target_value", ColumnType::number, 10, "目標単位", "目標に書かれた数"},
    {"目標単位", "target_unit", ColumnType::code, 7, "", "目標に書かれた単位"},
    kAgainst,
    {"実績値", "result_value", ColumnType::number, 10, "実績単位", "集計した報告から確かに読み取れた数"},
    {"実績単位", "result_unit", ColumnType::code, 7, "", "集計した報告に書かれた単位"},
    {"達成率(%)", "rate", ColumnType::percent, 9, "%", "実績値÷目標値。少ない方がよい目標では空"},
    {"改善率(%)", "improvement", ColumnType::percent, 9, "%",
     "(実績値－基準値)÷(目標値－基準値)。基準値がある目標だけ"},
    {"進捗区分", "status", ColumnType::status, 9, "", "コード表の「進捗区分」。集計した報告によるもの"},
    {"備考", "note", ColumnType::text, 18, "", "読み取りの注意"},
    {"目標ID", "sheet_id", ColumnType::code, 22, "", "年度-部局名-優先順位。すべてのシートに共通の鍵"},
    kSection,
    {"全国地方公共団体コード", "city_code", ColumnType::code, 15, "", "6桁。書き出しのときに与えたもの"},
    {"項目番号", "item_number_text", ColumnType::code, 9, "", "取組項目の番号。①は(1)と書く"},
    {"枝番", "measure_number", ColumnType::integer, 7, "", "方法・手段の番号。(1)は1"},
    {"方法・手段", "action", ColumnType::text, 30, "", "改行は「 / 」"},
    {"目標値ID", "indicator_id", ColumnType::code, 27, "", "目標ID-項目番号-枝番-指標の順番"},
    {"算定区分", "figure_kind", ColumnType::code, 10, "", "コード表の「算定区分」。集計した報告によるもの"},
    {"集計区分", "standing", ColumnType::status, 10, "", "コード表の「集計区分」。進捗区分を5つにまとめたもの"},
    {"方向", "direction", ColumnType::code, 7, "", "増は多い方がよい目標、減は少ない方がよい目標"},
    {"基準値", "baseline", ColumnType::number, 10, "目標単位", "「51%→53%」の51など、目標の出発点"},
    {"比較", "comparator", ColumnType::code, 8, "", "コード表の「比較」。書かれていないときは以上"},
    {"開始日", "start_date", ColumnType::date, 12, "", "ISO 8601。文言と年度から確かなときだけ"},
    {"終了日", "end_date", ColumnType::date, 12, "", "ISO 8601。文言と年度から確かなときだけ"},
    {"目標原文", "target_text", ColumnType::text, 30, "", "数値目標の文言。改行は「 / 」"},
    {"中間実績値", "midterm_value", ColumnType::number, 11, "中間実績単位", "中間報告から確かに読み取れた数"},
    {"中間実績単位", "midterm_unit", ColumnType::code, 9, "", "中間報告に書かれた単位"},
    {"中間達成率(%)", "midterm_rate", ColumnType::percent, 11, "%", "中間実績値÷目標値。少ない方がよい目標では空"},
    {"中間改善率(%)", "midterm_improvement", ColumnType::percent, 11, "%",
     "(中間実績値－基準値)÷(目標値－基準値)。基準値がある目標だけ"},
    {"中間実績原文", "midterm_text", ColumnType::text, 34, "", "中間報告の文言。改行は「 / 」"},
    {"期末実績値", "final_value", ColumnType::number, 11, "期末実績単位", "期末報告から確かに読み取れた数"},
    {"期末実績単位", "final_unit", ColumnType::code, 9, "", "期末報告に書かれた単位"},
    {"期末達成率(%)", "final_rate", ColumnType::percent, 11, "%", "期末実績値÷目標値。少ない方がよい目標では空"},
    {"期末改善率(%)", "final_improvement", ColumnType::percent, 11, "%",
     "(期末実績値－基準値)÷(目標値－基準値)。基準値がある目標だけ"},
    {"期末実績原文", "final_text", ColumnType::text, 34, "", "期末報告の文言。改行は「 / 」"},
    {"変換元", "source_file", ColumnType::text, 24, "", "読み込んだファイルの名前"},
    {"変換元の行番号", "source_line", ColumnType::integer, 12, "", "目標の文言がある行。分からないときは空"},
    kMeasureIdColumn,
};
constexpr std::uint16_t kPrintedIndicatorColumns = 14;  // the words beside the figures are for the screen
constexpr std::uint16_t kIndicatorKeys = 2;

constexpr Column kDepartments[] = {
    kYear,
    kDepartment,
    kAgainst,
    {"重点目標数(件)", "goal_count", ColumnType::integer, 11, "件", "目標管理シートの数"},
    {"指標数(件)", "indicator_count", ColumnType::integer, 10, "件", "順調＋概ね順調＋遅れ＋判定なし＋未報告"},
    {"順調(件)", "on_course_count", ColumnType::integer, 9, "件", "指標の数。コード表の「集計区分」"},
    {"概ね順調(件)", "under_way_count", ColumnType::integer, 11, "件", "指標の数。コード表の「集計区分」"},
    {"遅れ(件)", "behind_count", ColumnType::integer, 9, "件", "指標の数。コード表の「集計区分」"},
    {"判定なし(件)", "open_count", ColumnType::integer, 11, "件", "指標の数。コード表の「集計区分」"},
    {"未報告(件)", "not_reported_count", ColumnType::integer, 10, "件", "指標の数。コード表の「集計区分」"},
    {"算定可能(件)", "rate_count", ColumnType::integer, 11, "件",
     "集計した報告の達成率を平均した指標の数。減少目標、定性、判定保留を除く"},
    {"平均達成率(%)", "rate_mean", ColumnType::percent, 11, "%",
     "算定可能な指標の、集計した報告の達成率の単純平均。100%"
     "を超える率もそのまま"},
    {"達成率の中央値(%)", "rate_median", ColumnType::percent, 12, "%", "算定可能な指標の達成率の中央値"},
    {"報告済(件)", "reported_count", ColumnType::integer, 10, "件", "未報告でない指標の数"},
    {"中間算定可能(件)", "midterm_rate_count", ColumnType::integer, 14, "件", "中間達成率を平均した指標の数"},
    {"平均中間達成率(%)", "midterm_rate_mean", ColumnType::percent, 14, "%", "算定可能な指標の中間達成率の単純平均"},
    {"期末算定可能(件)", "final_rate_count", ColumnType::integer, 14, "件", "期末達成率を平均した指標の数"},
    {"平均期末達成率(%)", "final_rate_mean", ColumnType::percent, 14, "%", "算定可能な指標の期末達成率の単純平均"},
    {"取組項目数(件)", "item_count", ColumnType::integer, 13, "件", "取組項目の数"},
    {"方法・手段数(件)", "measure_count", ColumnType::integer, 13, "件", "方法・手段の数"},
};
constexpr std::size_t kCountColumns = std::size(kDepartments) - 3;

constexpr Column kStatuses[] = {
    kYear,
    kDepartment,
    {"進捗区分", "status", ColumnType::status, 12, "", "コード表の「進捗区分」"},
    {"集計区分", "standing", ColumnType::status, 12, "", "コード表の「集計区分」"},
    {"指標数(件)", "indicator_count", ColumnType::integer, 13, "件", "その区分の指標の数"},
};

constexpr Column kSdgList[] = {
    kYear,
    kDepartment,
    kSheetId,
    kGoal,
    {"ゴール番号", "goal_number", ColumnType::integer, 12, "", "SDGsのゴール。1から17まで"},
    {"ゴール名", "goal_name", ColumnType::text, 36, "", "コード表の「SDGsゴール」の名称"},
    {"記載名", "name_as_written", ColumnType::text, 36, "", "シートの文言または画像の代替テキスト"},
};

constexpr Column kSdgCounts[] = {
    kYear,
    {"ゴール番号", "goal_number", ColumnType::integer, 12, "", "SDGsのゴール。1から17まで"},
    {"ゴール名", "goal_name", ColumnType::text, 40, "", "コード表の「SDGsゴール」の名称"},
    {"重点目標数(件)", "goal_count", ColumnType::integer, 13, "件", "そのゴールを掲げる重点目標の数"},
};

constexpr Column kRateBands[] = {
    kYear,
    kAgainst,
    {"達成率の区分", "rate_band", ColumnType::code, 16, "", "達成率を25%ごとに分けたもの"},
    {"指標数(件)", "indicator_count", ColumnType::integer, 13, "件", "その区分の、達成率を算定した指標の数"},
};

constexpr Column kTrends[] = {
    {"系列番号", "series_number", ColumnType::integer, 9, "", "同じ部・同じ重点目標に同じ番号"},
    {"系列種別", "series_kind", ColumnType::code, 10, "", "部または重点目標"},
    {"系列名", "series_name", ColumnType::text, 30, "", "いちばん新しい年度の名前"},
    kYear,
    kDepartment,
    kSheetId,
    kGoal,
    {"つながり", "link", ColumnType::code, 12, "", "コード表の「つながり」。前の年度からどう続くか"},
    {"つながりの根拠", "link_reason", ColumnType::text, 34, "", "何を比べ、どれだけ似ていたか"},
    {"指標数(件)", "indicator_count", ColumnType::integer, 13, "件", "順調＋概ね順調＋遅れ＋判定なし＋未報告"},
    {"順調(件)", "on_course_count", ColumnType::integer, 11, "件", "指標の数。コード表の「集計区分」"},
    {"概ね順調(件)", "under_way_count", ColumnType::integer, 14, "件", "指標の数。コード表の「集計区分」"},
    {"遅れ(件)", "behind_count", ColumnType::integer, 11, "件", "指標の数。コード表の「集計区分」"},
    {"判定なし(件)", "open_count", ColumnType::integer, 14, "件", "指標の数。コード表の「集計区分」"},
    {"未報告(件)", "not_reported_count", ColumnType::integer, 13, "件", "指標の数。コード表の「集計区分」"},
    {"中間算定可能(件)", "midterm_rate_count", ColumnType::integer, 14, "件", "中間達成率を平均した指標の数"},
    {"平均中間達成率(%)", "midterm_rate_mean", ColumnType::percent, 14, "%", "算定可能な指標の中間達成率の単純平均"},
    {"期末算定可能(件)", "final_rate_count", ColumnType::integer, 14, "件", "期末達成率を平均した指標の数"},
    {"平均期末達成率(%)", "final_rate_mean", ColumnType::percent, 14, "%", "算定可能な指標の期末達成率の単純平均"},
};

constexpr Column kFindings[] = {
    {"番号", "number", ColumnType::integer, 8, "", "通し番号"},
    {"重大度", "severity", ColumnType::status, 9, "", "コード表の「重大度」"},
    {"規則", "rule", ColumnType::code, 9, "", "点検の規則の番号。goalsheet rules で説明を読める"},
    kYear,
    kDepartment,
    kSection,
    kSheetId,
    {"場所", "address", ColumnType::text, 36, "", "シートの中の場所"},
    {"内容", "message", ColumnType::text, 62, "", "何が問題で、どう書けばよいか"},
    {"変換元", "source_file", ColumnType::text, 24, "", "読み込んだファイルの名前"},
    {"変換元の行番号", "source_line", ColumnType::integer, 12, "", "その文言がある行"},
    {"変換元のセル", "source_cell", ColumnType::code, 15, "", "ブックのセル。ブックでないときは空"},
};

constexpr Mark kStatusMarks[] = {{"達成", Tone::good},  {"範囲内", Tone::good}, {"順調", Tone::good},
                                 {"完了", Tone::good},  {"遅れ", Tone::bad},    {"超過", Tone::bad},
                                 {"未報告", Tone::open}};
constexpr Mark kSeverityMarks[] = {{"エラー", Tone::bad}, {"読込不可", Tone::bad}};

std::int64_t whole(std::size_t value) { return static_cast<std::int64_t>(value); }

DataCell number_cell(const std::optional<Decimal>& value) { return value ? DataCell(value->to_double()) : DataCell(); }
DataCell rate_cell(const std::optional<double>& rate) { return rate ? DataCell(percent_of(*rate)) : DataCell(); }
DataCell mean_cell(const RateAverage& average) {
    return average.n == 0 ? DataCell() : DataCell(percent_of(average.mean));
}
DataCell median_cell(const RateAverage& average) {
    return average.n == 0 ? DataCell() : DataCell(percent_of(average.median));
}
DataCell date_cell(const std::optional<Date>& date) { return date ? DataCell(*date) : DataCell(); }
DataCell year_cell(const std::optional<int>& year) { return year ? DataCell(std::int64_t{*year}) : DataCell(); }
DataCell line_cell(std::uint32_t line) { return line == 0 ? DataCell() : DataCell(std::int64_t{line}); }

// ---- 目標一覧

class IndicatorRows {
public:
    IndicatorRows(const Summary& summary, const TextRowIndex* index) : summary_(summary), index_(index) {
        for (const SummaryYear& year : summary.years)
            against_of_.insert(against_of_.end(), year.sheet_count, year.against);
    }

    DataRow row(const SummaryIndicator& one) const {
        const SummarySheet& sheet = summary_.sheets[one.sheet];
        const Measure& measure = *one.measure;
        const Schedule schedule =
            measure.deadline.empty() ? Schedule{} : read_schedule(measure.deadline.text, sheet.year);
        const Against against = against_of_[one.sheet];
        const IndicatorReport& report = against == Against::final ? one.final : one.midterm;
        const std::size_t item = index_of(*sheet.sheet, *one.item);
        const std::string& measure_id = ids_of(one.sheet).measure(item, index_of(*one.item, measure));
        return {year_cell(sheet.year),
                sheet.department,
                sheet.sheet->goal.text,
                one.item->title.text,
                one.label,
                number_cell(one.target),
                one.unit,
                against_words(against).ja,
                number_cell(report.result),
                report.unit,
                rate_cell(report.rate),
                rate_cell(report.improvement),
                status_words(one.status).ja,
                notes_of(one),
                sheet.id,
                sheet.section,
                sheet.document->city.code,
                fmt::format("({})", one.item->number),
                std::int64_t{measure.number},
                measure.action.text,
                fmt::format("{}-{}", measure_id, one.order),
                figure_kind_words(one.kind).ja,
                standing_words(standing_of(one.status)).ja,
                std::string(one.target ? direction_words(one.direction).ja : ""),
                number_cell(one.baseline),
                std::string(one.target ? comparator_word(one.comparator) : ""),
                date_cell(schedule.start),
                date_cell(schedule.end),
                linked(measure.target.text),
                number_cell(one.midterm.result),
                one.midterm.unit,
                rate_cell(one.midterm.rate),
                rate_cell(one.midterm.improvement),
                linked(measure.midterm.text),
                number_cell(one.final.result),
                one.final.unit,
                rate_cell(one.final.rate),
                rate_cell(one.final.improvement),
                linked(measure.final.text),
                file_name(sheet.document->source.path),
                line_cell(one.line),
                measure_id};
    }

private:
    static std::size_t index_of(const Sheet& sheet, const Item& item) {
        return static_cast<std::size_t>(&item - sheet.items.data());
    }
    static std::size_t index_of(const Item& item, const Measure& measure) {
        return static_cast<std::size_t>(&measure - item.measures.data());
    }

    // The indicators of a sheet stand together.
    const MeasureIds& ids_of(std::size_t sheet) const {
        if (!ids_ || ids_->first != sheet)
            ids_.emplace(sheet, MeasureIds(*summary_.sheets[sheet].sheet, summary_.sheets[sheet].id));
        return ids_->second;
    }

    static std::string notes_of(const SummaryIndicator& one) {
        const std::string& midterm = one.midterm.note.ja;
        const std::string& final = one.final.note.ja;
        if (midterm.empty() || final.empty() || midterm == final) return midterm.empty() ? final : midterm;
        return fmt::format("{} / {}", midterm, final);
    }

    DataCell linked(const std::string& text) const {
        if (!index_) return text;
        const auto row = index_->by_text.find(&text);
        if (row == index_->by_text.end()) return text;
        return LinkedText{text, kTextSheet, row->second, 0};
    }

    const Summary& summary_;
    const TextRowIndex* index_;
    std::vector<Against> against_of_;  ///< by sheet
    mutable std::optional<std::pair<std::size_t, MeasureIds>> ids_;
};

// ---- 部門別, 年度別

void add_counts(DataRow& row, const SummaryCounts& counts, Against against) {
    const auto add = [&row](std::size_t value) { row.emplace_back(whole(value)); };
    add(counts.goals);
    add(counts.indicators);
    for (const Standing standing : kStandings) add(counts.count(standing));
    add(counts.rate(against).n);
    row.push_back(mean_cell(counts.rate(against)));
    row.push_back(median_cell(counts.rate(against)));
    add(counts.reported());
    add(counts.midterm.n);
    row.push_back(mean_cell(counts.midterm));
    add(counts.final.n);
    row.push_back(mean_cell(counts.final));
    add(counts.items);
    add(counts.measures);
}

std::span<const Column> year_columns() {
    static const std::vector<Column> columns = [] {
        std::vector<Column> all = {
            kYear,
            {"集計した報告", "against", ColumnType::code, 14, "",
             "中間報告または期末報告。期末報告のある方法・手段が中間報告の半分以上の年度は期末報告"},
            {"基準日", "as_of_date", ColumnType::date, 12, "", "報告に日付がないときの時点"},
            {"部数(件)", "department_count", ColumnType::integer, 11, "件", "部の数"},
        };
        all.insert(all.end(), std::end(kDepartments) - kCountColumns, std::end(kDepartments));
        all.push_back(kYearLabelColumn);
        return all;
    }();
    return columns;
}

// ---- SDGs

std::span<const Column> matrix_columns() {
    constexpr double kFlagWidth = 5.5;
    static const std::array<std::array<std::string, 3>, kSdgCount> names = [] {
        std::array<std::array<std::string, 3>, kSdgCount> all;
        for (std::size_t i = 0; i < kSdgCount; ++i)
            all[i] = {fmt::format("SDG{:02}", i + 1), fmt::format("sdg_{:02}", i + 1),
                      fmt::format("{}を掲げるなら1、掲げないなら0", sdg_name(static_cast<int>(i) + 1))};
        return all;
    }();
    static const std::vector<Column> columns = [] {
        std::vector<Column> all = {kYear, kDepartment, kSheetId, kGoal};
        for (const auto& [header, physical, meaning] : names)
            all.push_back({header.c_str(), physical.c_str(), ColumnType::flag, kFlagWidth, "", meaning.c_str()});
        return all;
    }();
    return columns;
}

DataRow sheet_keys(const SummarySheet& sheet) {
    return {year_cell(sheet.year), sheet.department, sheet.id, sheet.sheet->goal.text};
}

// ---- 推移

const char* link_words(TrendLink link) {
    switch (link) {
        case TrendLink::first:
            return "新規";
        case TrendLink::same_name:
            return "同じ名前";
        case TrendLink::renamed:
            return "名称変更";
        case TrendLink::same_wording:
            return "同じ文言";
        case TrendLink::similar_wording:
            return "近い文言";
    }
    return "";
}

void add_trend_counts(DataRow& row, const SummaryCounts& counts) {
    const auto add = [&row](std::size_t value) { row.emplace_back(whole(value)); };
    add(counts.indicators);
    for (const Standing standing : kStandings) add(counts.count(standing));
    add(counts.midterm.n);
    row.push_back(mean_cell(counts.midterm));
    add(counts.final.n);
    row.push_back(mean_cell(counts.final));
}

void add_department_trend(std::vector<DataRow>& rows, const Summary& summary, const Trend& trend, std::size_t number) {
    const auto department = [&](const TrendPoint& point) -> const SummaryDepartment& {
        return summary.years[point.year].departments[point.index];
    };
    for (const TrendPoint& point : trend) {
        DataRow row = {whole(number),
                       std::string("部"),
                       department(trend.back()).name,
                       year_cell(summary.years[point.year].year),
                       department(point).name,
                       DataCell(),
                       DataCell(),
                       std::string(link_words(point.link)),
                       point.how.ja};
        add_trend_counts(row, department(point).counts);
        rows.push_back(std::move(row));
    }
}

void add_goal_trend(std::vector<DataRow>& rows, const Summary& summary, const Trend& trend, std::size_t number) {
    for (const TrendPoint& point : trend) {
        const SummarySheet& sheet = summary.sheets[point.index];
        DataRow row = {whole(number),
                       std::string("重点目標"),
                       summary.sheets[trend.back().index].sheet->goal.text,
                       year_cell(sheet.year),
                       sheet.department,
                       sheet.id,
                       sheet.sheet->goal.text,
                       std::string(link_words(point.link)),
                       point.how.ja};
        add_trend_counts(row, summary.count(sheet));
        rows.push_back(std::move(row));
    }
}

// ---- 要確認

DataRow finding_row(const Summary& summary, const SummaryFinding& placed, std::size_t number,
                    const TextRowIndex* index) {
    const Finding& finding = placed.finding;
    const SummarySheet* sheet = placed.sheet ? &summary.sheets[*placed.sheet] : nullptr;
    DataCell id = sheet ? DataCell(sheet->id) : DataCell();
    if (sheet && index && index->by_sheet[*placed.sheet] != 0)
        id = LinkedText{sheet->id, kTextSheet, index->by_sheet[*placed.sheet], 0};
    return {whole(number),
            severity_word(finding.severity).ja,
            finding.code,
            sheet ? year_cell(sheet->year) : DataCell(),
            sheet ? DataCell(sheet->department) : DataCell(),
            sheet ? DataCell(sheet->section) : DataCell(),
            std::move(id),
            finding.address.ja,
            finding.message.ja,
            file_name(finding.path),
            line_cell(finding.region.begin.line),
            finding.cell};
}

DataRow unreadable_row(const Fault& fault, std::size_t number) {
    return {whole(number),    std::string("読込不可"),
            DataCell(),       DataCell(),
            DataCell(),       DataCell(),
            DataCell(),       DataCell(),
            fault.message.ja, file_name(fault.path),
            DataCell(),       DataCell()};
}

}  // namespace

std::string year_words(const std::optional<int>& year) { return year ? fmt::format("{}年度", *year) : "年度不明"; }

std::string era_year_words(const std::optional<int>& year) {
    constexpr int kLastOfShowa = 1988;
    return year && *year > kLastOfShowa ? fiscal_year_label(*year) : "";
}

double percent_of(double share) { return std::round(share * 10000) / 100; }

TextRowIndex index_texts(const Summary& summary) {
    constexpr std::size_t kMostLinks = 65'530;  // a worksheet holds no more
    TextRowIndex index;
    for (const SummarySheet& sheet : summary.sheets) {
        const SheetTexts texts = read_sheet_texts(*sheet.sheet, sheet.id);
        const std::size_t first = index.rows + 1;
        index.by_sheet.push_back(texts.rows.empty() ? 0 : static_cast<std::uint32_t>(first));
        if (index.by_text.size() < kMostLinks)
            for (const auto& [text, row] : texts.first_row)
                index.by_text[text] = static_cast<std::uint32_t>(first + row);
        index.rows += texts.rows.size();
    }
    return index;
}

DataTable summary_indicators(const Summary& summary, const TextRowIndex* index) {
    DataTable table = {"目標一覧", "indicators", "目標と実績の一覧", kIndicators, kIndicatorKeys, {}};
    table.feed = [&summary, rows = IndicatorRows(summary, index)](const RowSink& sink) {
        for (const SummaryIndicator& one : summary.indicators) sink(rows.row(one));
    };
    table.fed_rows = summary.indicators.size();
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
        for (const SummarySheet& sheet : summary.sheets)
            for (DataRow& own : read_sheet_texts(*sheet.sheet, sheet.id).rows) {
                DataRow row = {year_cell(sheet.year), sheet.department, sheet.section};
                std::move(own.begin(), own.end(), std::back_inserter(row));
                sink(row);
            }
    };
    table.fed_rows = rows;
    return table;
}

DataTable summary_departments(const Summary& summary) {
    constexpr std::uint16_t kPrinted = 13;  // the rest is for the screen
    DataTable table = {"部門別", "departments", "部門別の集計", kDepartments, 2, {}};
    table.print_columns = kPrinted;
    for (const SummaryYear& year : summary.years)
        for (const SummaryDepartment& department : year.departments) {
            DataRow row = {year_cell(year.year), department.name, against_words(year.against).ja};
            add_counts(row, department.counts, year.against);
            table.rows.push_back(std::move(row));
        }
    return table;
}

std::size_t first_department_row(const Summary& summary, std::size_t year) {
    std::size_t row = 1;
    for (std::size_t i = 0; i < year; ++i) row += summary.years[i].departments.size();
    return row;
}

DataTable summary_years(const Summary& summary) {
    DataTable table = {"年度別", "years", "年度別の集計", year_columns(), 1, {}};
    for (const SummaryYear& year : summary.years) {
        DataRow row = {year_cell(year.year), against_words(year.against).ja, date_cell(year.as_of),
                       whole(year.departments.size())};
        add_counts(row, year.total, year.against);
        row.emplace_back(era_year_words(year.year));
        table.rows.push_back(std::move(row));
    }
    return table;
}

DataTable summary_statuses(const Summary& summary) {
    DataTable table = {"区分別", "statuses", "部門別・進捗区分別の指標数", kStatuses, 2, {}};
    for (const SummaryYear& year : summary.years)
        for (const SummaryDepartment& department : year.departments)
            for (std::size_t i = 0; i < kProgressStatusCount; ++i) {
                const auto status = static_cast<ProgressStatus>(i);
                table.rows.push_back({year_cell(year.year), department.name, status_words(status).ja,
                                      standing_words(standing_of(status)).ja, whole(department.counts.statuses[i])});
            }
    table.marks = kStatusMarks;
    return table;
}

DataTable summary_sdg_matrix(const Summary& summary) {
    DataTable table = {"SDGs", "sdg_matrix", "重点目標とSDGsの対応（1：掲げる、0：掲げない）", matrix_columns(), 4, {}};
    for (const SummarySheet& sheet : summary.sheets) {
        DataRow row = sheet_keys(sheet);
        row.resize(row.size() + kSdgCount, DataCell(std::int64_t{0}));
        for (const SdgGoal& sdg : sheet.sheet->sdgs)
            if (!sdg_name(sdg.number).empty())
                row[row.size() - kSdgCount + static_cast<std::size_t>(sdg.number) - 1] = std::int64_t{1};
        table.rows.push_back(std::move(row));
    }
    return table;
}

DataTable summary_sdg_list(const Summary& summary) {
    DataTable table = {"SDGs一覧", "sdgs", "重点目標が掲げるSDGsのゴール", kSdgList, 3, {}};
    for (const SummarySheet& sheet : summary.sheets)
        for (const SdgGoal& sdg : sheet.sheet->sdgs) {
            DataRow row = sheet_keys(sheet);
            row.emplace_back(std::int64_t{sdg.number});
            row.emplace_back(std::string(sdg_name(sdg.number)));
            row.emplace_back(sdg.name.text);
            table.rows.push_back(std::move(row));
        }
    return table;
}

DataTable summary_sdg_counts(const Summary& summary) {
    DataTable table = {"SDGs別", "sdg_counts", "SDGsのゴール別の重点目標数", kSdgCounts, 2, {}};
    for (const SummaryYear& year : summary.years)
        for (std::size_t i = 0; i < kSdgCount; ++i)
            table.rows.push_back({year_cell(year.year), whole(i + 1), std::string(sdg_name(static_cast<int>(i) + 1)),
                                  whole(year.sdgs[i])});
    return table;
}

DataTable summary_rate_bands(const Summary& summary) {
    DataTable table = {"達成率別", "rate_bands", "達成率の区分別の指標数", kRateBands, 2, {}};
    for (const SummaryYear& year : summary.years)
        for (std::size_t i = 0; i < kRateBandCount; ++i)
            table.rows.push_back({year_cell(year.year), against_words(year.against).ja, rate_band_words(i).ja,
                                  whole(year.rate_bands[i])});
    return table;
}

DataTable summary_trends(const Summary& summary) {
    DataTable table = {"推移", "trends", "部と重点目標の推移", kTrends, 4, {}};
    std::size_t number = 0;
    for (const Trend& trend : summary.departments) add_department_trend(table.rows, summary, trend, ++number);
    for (const Trend& trend : summary.goals) add_goal_trend(table.rows, summary, trend, ++number);
    return table;
}

DataTable summary_findings(const Summary& summary, const TextRowIndex* index) {
    DataTable table = {"要確認", "findings", "点検で見つかったこと（エラーと警告）", kFindings, 3, {}};
    for (const Fault& fault : summary.unreadable) table.rows.push_back(unreadable_row(fault, table.rows.size() + 1));
    for (const SummaryFinding& placed : summary.findings)
        if (placed.finding.severity >= Severity::warning)
            table.rows.push_back(finding_row(summary, placed, table.rows.size() + 1, index));
    table.marks = kSeverityMarks;
    return table;
}

DataTable summary_codes() {
    DataTable table = codes_table();
    constexpr const char* kStandingMeanings[] = {
        "進捗区分が達成・範囲内・順調・完了の指標",
        "進捗区分が実施中の指標（数値のない目標で、取組が進んでいるもの）",
        "進捗区分が遅れ・超過の指標",
        "進捗区分が判定保留・予定のみ・数値なし・準備中・記載ありの指標",
        "進捗区分が未報告の指標",
    };
    for (std::size_t i = 0; i < kStandingCount; ++i) {
        const std::string& words = standing_words(kStandings[i]).ja;
        table.rows.push_back(DataRow(code_row("集計区分", words, words, kStandingMeanings[i])));
    }
    constexpr std::pair<TrendLink, const char*> kLinks[] = {
        {TrendLink::first, "前の年度に対応するものがない"},
        {TrendLink::same_name, "前の年度と部の名前が同じ"},
        {TrendLink::renamed, "部の名前は違うが、重点目標の過半数が続く"},
        {TrendLink::same_wording, "前の年度と重点目標の文言が同じ"},
        {TrendLink::similar_wording, "前の年度と重点目標の文言が近い。類似度は根拠にある"},
    };
    for (const auto& [link, meaning] : kLinks)
        table.rows.push_back(code_row("つながり", link_words(link), link_words(link), meaning));
    for (const auto& [word, meaning] :
         {std::pair("エラー", "直さないと受け付けられないもの"), std::pair("警告", "人が見て判断するもの"),
          std::pair("読込不可", "入力を読めず、集計に入っていないもの")})
        table.rows.push_back(code_row("重大度", word, word, meaning));
    return table;
}

}  // namespace goalsheet
