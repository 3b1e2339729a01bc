// SPDX-License-Identifier: MIT
#include "tables/summary_tables.hpp"

#include <fmt/format.h>

#include <array>

#include "goalsheet/text.hpp"
#include "model/sdgs/sdgs.hpp"
#include "tables/cells.hpp"
#include "tables/columns.hpp"
#include "tables/document_tables.hpp"
#include "tables/summary_cells.hpp"

namespace goalsheet {
namespace {

constexpr Column kSheetId = columns::kSheetId.wide(22);
constexpr Column kGoal = columns::kGoal.wide(28);

constexpr Column kDepartments[] = {
    kYear,
    kDepartment,
    kAgainst,
    columns::kGoalCount.wide(11),
    columns::kIndicatorCount.wide(10),
    columns::kOnCourseCount.wide(9),
    columns::kUnderWayCount.wide(11),
    columns::kBehindCount.wide(9),
    columns::kOpenCount.wide(11),
    columns::kNotReportedCount.wide(10),
    {"算定可能(件)", "rate_count", ColumnType::integer, 11, "件",
     "集計した報告の達成率を平均した指標の数。減少目標、定性、判定保留を除く"},
    {"平均達成率(%)", "rate_mean", ColumnType::percent, 11, "%",
     "算定可能な指標の、集計した報告の達成率の単純平均。100%"
     "を超える率もそのまま"},
    {"達成率の中央値(%)", "rate_median", ColumnType::percent, 12, "%", "算定可能な指標の達成率の中央値"},
    {"報告済(件)", "reported_count", ColumnType::integer, 10, "件", "未報告でない指標の数"},
    columns::kMidtermRateCount.wide(14),
    columns::kMidtermRateMean.wide(14),
    columns::kFinalRateCount.wide(14),
    columns::kFinalRateMean.wide(14),
    columns::kItemCount.wide(13),
    columns::kMeasureCount.wide(13),
};
constexpr std::size_t kCountColumns = std::size(kDepartments) - 3;

constexpr Column kStatuses[] = {
    kYear,
    kDepartment,
    columns::kStatus.wide(12),
    columns::kStanding.wide(12),
    columns::kIndicatorCount.wide(13).meaning_here("その区分の指標の数"),
};

constexpr Column kSdgList[] = {
    kYear,
    kDepartment,
    kSheetId,
    kGoal,
    columns::kGoalNumber.wide(12),
    columns::kGoalName.wide(36),
    columns::kNameAsWritten.wide(36),
};

constexpr Column kSdgCounts[] = {
    kYear,
    columns::kGoalNumber.wide(12),
    columns::kGoalName.wide(40),
    columns::kGoalCount.wide(13).meaning_here("そのゴールを掲げる重点目標の数"),
};

constexpr Column kRateBands[] = {
    kYear,
    kAgainst,
    {"達成率の区分", "rate_band", ColumnType::code, 16, "", "達成率を25%ごとに分けたもの"},
    columns::kIndicatorCount.wide(13).meaning_here("その区分の、達成率を算定した指標の数"),
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
    columns::kIndicatorCount.wide(13),
    columns::kOnCourseCount.wide(11),
    columns::kUnderWayCount.wide(14),
    columns::kBehindCount.wide(11),
    columns::kOpenCount.wide(14),
    columns::kNotReportedCount.wide(13),
    columns::kMidtermRateCount.wide(14),
    columns::kMidtermRateMean.wide(14),
    columns::kFinalRateCount.wide(14),
    columns::kFinalRateMean.wide(14),
};

constexpr Column kFindings[] = {
    columns::kNumber.wide(8),
    columns::kSeverity.wide(9),
    columns::kRule.wide(9),
    kYear,
    kDepartment,
    kSection,
    kSheetId,
    columns::kAddress.wide(36),
    columns::kMessage.wide(62),
    columns::kSourceFile.wide(24),
    columns::kSourceLine.wide(12),
    {"変換元のセル", "source_cell", ColumnType::code, 15, "", "ブックのセル。ブックでないときは空"},
};

constexpr Mark kSeverityMarks[] = {{"エラー", Tone::bad}, {"読込不可", Tone::bad}};

DataCell mean_cell(const RateAverage& average) {
    return average.n == 0 ? DataCell() : DataCell(percent_of(average.mean));
}
DataCell median_cell(const RateAverage& average) {
    return average.n == 0 ? DataCell() : DataCell(percent_of(average.median));
}

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
        all.push_back(columns::kFiscalYearLabel.wide(14));
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
    return {whole_cell(sheet.year), sheet.department, sheet.id, sheet.goal};
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

void add_department_trend(const RowSink& sink, const Summary& summary, const Trend& trend, std::size_t number) {
    const auto department = [&](const TrendPoint& point) -> const SummaryDepartment& {
        return summary.years[point.year].departments[point.index];
    };
    for (const TrendPoint& point : trend) {
        DataRow row = {whole(number),
                       std::string("部"),
                       department(trend.back()).name,
                       whole_cell(summary.years[point.year].year),
                       department(point).name,
                       DataCell(),
                       DataCell(),
                       std::string(link_words(point.link)),
                       point.how.ja};
        add_trend_counts(row, department(point).counts);
        sink(row);
    }
}

void add_goal_trend(const RowSink& sink, const Summary& summary, const Trend& trend, std::size_t number) {
    for (const TrendPoint& point : trend) {
        const SummarySheet& sheet = summary.sheets[point.index];
        DataRow row = {whole(number),
                       std::string("重点目標"),
                       summary.sheets[trend.back().index].goal,
                       whole_cell(sheet.year),
                       sheet.department,
                       sheet.id,
                       sheet.goal,
                       std::string(link_words(point.link)),
                       point.how.ja};
        add_trend_counts(row, summary.count(sheet));
        sink(row);
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
            sheet ? whole_cell(sheet->year) : DataCell(),
            sheet ? DataCell(sheet->department) : DataCell(),
            sheet ? DataCell(sheet->section) : DataCell(),
            std::move(id),
            finding.address_in(Lang::ja),
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

DataTable summary_departments(const Summary& summary) {
    constexpr std::uint16_t kPrinted = 13;  // the rest is for the screen
    DataTable table = {"部門別", "departments", "部門別の集計", kDepartments, 2, {}};
    table.print_columns = kPrinted;
    for (const SummaryYear& year : summary.years)
        for (const SummaryDepartment& department : year.departments) {
            DataRow row = {whole_cell(year.year), department.name, against_words(year.against).ja};
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
        DataRow row = {whole_cell(year.year), against_words(year.against).ja, date_cell(year.as_of),
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
                table.rows.push_back({whole_cell(year.year), department.name, status_words(status).ja,
                                      standing_words(standing_of(status)).ja, whole(department.counts.statuses[i])});
            }
    table.marks = kStatusMarks;
    return table;
}

DataTable summary_sdg_matrix(const Summary& summary) {
    DataTable table = {"SDGs", "sdg_matrix", "重点目標とSDGsの対応（1：掲げる、0：掲げない）", matrix_columns(), 4, {}};
    table.feed = [&summary](const RowSink& sink) {
        for (const SummarySheet& sheet : summary.sheets) {
            DataRow row = sheet_keys(sheet);
            for (const bool named : sheet.sdgs) row.emplace_back(std::int64_t{named ? 1 : 0});
            sink(row);
        }
    };
    table.fed_rows = summary.sheets.size();
    return table;
}

DataTable summary_sdg_list(const Summary& summary) {
    DataTable table = {"SDGs一覧", "sdgs", "重点目標が掲げるSDGsのゴール", kSdgList, 3, {}};
    table.feed = [&summary](const RowSink& sink) {
        for (const SummarySheet& sheet : summary.sheets)
            for (const SdgGoal& sdg : sheet.named_sdgs()) {
                DataRow row = sheet_keys(sheet);
                row.emplace_back(std::int64_t{sdg.number});
                row.emplace_back(std::string(sdg_name(sdg.number)));
                row.emplace_back(sdg.name.text);
                sink(row);
            }
    };
    for (const SummarySheet& sheet : summary.sheets) table.fed_rows += sheet.named_sdgs().size();
    return table;
}

DataTable summary_sdg_counts(const Summary& summary) {
    DataTable table = {"SDGs別", "sdg_counts", "SDGsのゴール別の重点目標数", kSdgCounts, 2, {}};
    for (const SummaryYear& year : summary.years)
        for (std::size_t i = 0; i < kSdgCount; ++i)
            table.rows.push_back({whole_cell(year.year), whole(i + 1), std::string(sdg_name(static_cast<int>(i) + 1)),
                                  whole(year.sdgs[i])});
    return table;
}

DataTable summary_rate_bands(const Summary& summary) {
    DataTable table = {"達成率別", "rate_bands", "達成率の区分別の指標数", kRateBands, 2, {}};
    for (const SummaryYear& year : summary.years)
        for (std::size_t i = 0; i < kRateBandCount; ++i)
            table.rows.push_back({whole_cell(year.year), against_words(year.against).ja, rate_band_words(i).ja,
                                  whole(year.rate_bands[i])});
    return table;
}

DataTable summary_trends(const Summary& summary) {
    DataTable table = {"推移", "trends", "部と重点目標の推移", kTrends, 4, {}};
    table.feed = [&summary](const RowSink& sink) {
        std::size_t number = 0;
        for (const Trend& trend : summary.departments) add_department_trend(sink, summary, trend, ++number);
        for (const Trend& trend : summary.goals) add_goal_trend(sink, summary, trend, ++number);
    };
    for (const auto* trends : {&summary.departments, &summary.goals})
        for (const Trend& trend : *trends) table.fed_rows += trend.size();
    return table;
}

DataTable summary_findings(const Summary& summary, const TextRowIndex* index) {
    DataTable table = {"要確認", "findings", "点検で見つかったこと（エラーと警告）", kFindings, 3, {}};
    table.feed = [&summary, index](const RowSink& sink) {
        std::size_t number = 0;
        for (const Fault& fault : summary.unreadable) sink(unreadable_row(fault, ++number));
        for (std::size_t i = 0; i < summary.findings.size(); ++i)
            if (summary.findings.severity(i) >= Severity::warning)
                sink(finding_row(summary, summary.finding(i), ++number, index));
    };
    table.fed_rows =
        summary.unreadable.size() + summary.count_findings(Severity::warning) + summary.count_findings(Severity::error);
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
