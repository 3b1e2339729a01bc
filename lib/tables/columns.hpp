// SPDX-License-Identifier: MIT
#pragma once

#include "tables/table.hpp"

/// Each column that several tables have: one name and one meaning in all of them. A table says how wide it is there,
/// and more of its meaning where its rows tell more.
namespace goalsheet::columns {

constexpr Column describe(const char* header, const char* physical, ColumnType type, const char* meaning,
                          const char* unit = "") {
    return {header, physical, type, 0, unit, meaning};
}

// What a row is about.
inline constexpr Column kSheetId =
    describe("目標ID", "sheet_id", ColumnType::code, "年度-部局名-優先順位。すべてのシートに共通の鍵");
inline constexpr Column kItemId =
    describe("項目ID", "item_id", ColumnType::code, "目標IDと取組項目の番号。00は目標全体");
inline constexpr Column kMeasureId =
    describe("方法・手段ID", "measure_id", ColumnType::code, "項目IDと枝番。方法・手段のない行では空");
inline constexpr Column kIndicatorId =
    describe("目標値ID", "indicator_id", ColumnType::code, "目標ID-項目番号-枝番-指標の順番");
inline constexpr Column kCityCode =
    describe("全国地方公共団体コード", "city_code", ColumnType::code, "検査数字を含む6桁。書き出しのときに与えたもの");
inline constexpr Column kCityName =
    describe("地方公共団体名", "city_name", ColumnType::text, "書き出しのときに与えたもの");
inline constexpr Column kRowId = describe("ID", "id", ColumnType::code, "行の番号。ほかの行と重ならない");
inline constexpr Column kFiscalYear =
    describe("年度", "fiscal_year", ColumnType::year, "西暦の年度。2025は2025-04-01から2026-03-31まで");
/// 年度 would make it a column of dates for the rules of machine readability.
inline constexpr Column kFiscalYearLabel =
    describe("和暦", "fiscal_year_label", ColumnType::text, "シートに書かれた表記。令和7年度など");
inline constexpr Column kDepartment = describe("部局名", "department", ColumnType::text, "シートに書かれた部局の名前");
inline constexpr Column kPriority = describe("優先順位", "priority", ColumnType::integer, "1位は1。読めないときは空");
inline constexpr Column kGoal = describe("重点目標", "goal", ColumnType::text, "シートの重点目標");
inline constexpr Column kItemNumberText =
    describe("項目番号", "item_number_text", ColumnType::code, "取組項目の番号。①は(1)と書く");
inline constexpr Column kItemTitle = describe("取組項目", "item_title", ColumnType::text, "取組項目の名前");
inline constexpr Column kMeasureNumber =
    describe("枝番", "measure_number", ColumnType::integer, "方法・手段の番号。(1)は1");
inline constexpr Column kAction = describe("方法・手段", "action", ColumnType::text, "改行は「 / 」");
inline constexpr Column kStartDate =
    describe("開始日", "start_date", ColumnType::date, "ISO 8601。文言と年度から確かなときだけ");
inline constexpr Column kEndDate =
    describe("終了日", "end_date", ColumnType::date, "ISO 8601。文言と年度から確かなときだけ");

// What a target says.
inline constexpr Column kIndicator =
    describe("指標名", "indicator", ColumnType::text, "目標の数が表すもの。数値のない目標では目標の1行目");
inline constexpr Column kBaseline =
    describe("基準値", "baseline", ColumnType::number, "「51%→53%」の51など、目標の出発点", "目標単位");
inline constexpr Column kTargetValue =
    describe("目標値", "target_value", ColumnType::number, "目標に書かれた数", "目標単位");
inline constexpr Column kComparator =
    describe("比較", "comparator", ColumnType::code, "コード表の「比較」。書かれていないときは以上");
inline constexpr Column kTargetUnit = describe("目標単位", "target_unit", ColumnType::code, "目標に書かれた単位");
inline constexpr Column kTargetText =
    describe("目標原文", "target_text", ColumnType::text, "数値目標の文言。改行は「 / 」");
inline constexpr Column kDirection =
    describe("方向", "direction", ColumnType::code, "増は多い方がよい目標、減は少ない方がよい目標");

// What reports say of it.
inline constexpr Column kResultValue =
    describe("実績値", "result_value", ColumnType::number, "報告から確かに読み取れた数", "実績単位");
inline constexpr Column kResultUnit = describe("実績単位", "result_unit", ColumnType::code, "報告に書かれた単位");
inline constexpr Column kRate =
    describe("達成率(%)", "rate", ColumnType::percent, "実績値÷目標値。少ない方がよい目標では空", "%");
inline constexpr Column kImprovement = describe("改善率(%)", "improvement", ColumnType::percent,
                                                "(実績値－基準値)÷(目標値－基準値)。基準値がある目標だけ", "%");
inline constexpr Column kMidtermValue =
    describe("中間実績値", "midterm_value", ColumnType::number, "中間報告から確かに読み取れた数", "中間実績単位");
inline constexpr Column kMidtermUnit =
    describe("中間実績単位", "midterm_unit", ColumnType::code, "中間報告に書かれた単位");
inline constexpr Column kMidtermRate =
    describe("中間達成率(%)", "midterm_rate", ColumnType::percent, "中間実績値÷目標値。少ない方がよい目標では空", "%");
inline constexpr Column kMidtermImprovement =
    describe("中間改善率(%)", "midterm_improvement", ColumnType::percent,
             "(中間実績値－基準値)÷(目標値－基準値)。基準値がある目標だけ", "%");
inline constexpr Column kMidtermText =
    describe("中間実績原文", "midterm_text", ColumnType::text, "中間報告の文言。改行は「 / 」");
inline constexpr Column kFinalValue =
    describe("期末実績値", "final_value", ColumnType::number, "期末報告から確かに読み取れた数", "期末実績単位");
inline constexpr Column kFinalUnit = describe("期末実績単位", "final_unit", ColumnType::code, "期末報告に書かれた単位");
inline constexpr Column kFinalRate =
    describe("期末達成率(%)", "final_rate", ColumnType::percent, "期末実績値÷目標値。少ない方がよい目標では空", "%");
inline constexpr Column kFinalImprovement =
    describe("期末改善率(%)", "final_improvement", ColumnType::percent,
             "(期末実績値－基準値)÷(目標値－基準値)。基準値がある目標だけ", "%");
inline constexpr Column kFinalText =
    describe("期末実績原文", "final_text", ColumnType::text, "期末報告の文言。改行は「 / 」");
inline constexpr Column kStatus = describe("進捗区分", "status", ColumnType::status, "コード表の「進捗区分」");
inline constexpr Column kStanding = describe("集計区分", "standing", ColumnType::status, "コード表の「集計区分」");
inline constexpr Column kFigureKind =
    describe("算定区分", "figure_kind", ColumnType::code, "コード表の「算定区分」。報告のある最も新しい時点のもの");
inline constexpr Column kNote = describe("備考", "note", ColumnType::text, "読み取りの注意");

// SDGs.
inline constexpr Column kGoalNumber =
    describe("ゴール番号", "goal_number", ColumnType::integer, "SDGsのゴール。1から17まで");
inline constexpr Column kGoalName =
    describe("ゴール名", "goal_name", ColumnType::text, "コード表の「SDGsゴール」の名称");
inline constexpr Column kNameAsWritten =
    describe("記載名", "name_as_written", ColumnType::text, "シートの文言または画像の代替テキスト");

// What is counted.
inline constexpr Column kItemCount =
    describe("取組項目数(件)", "item_count", ColumnType::integer, "取組項目の数", "件");
inline constexpr Column kMeasureCount =
    describe("方法・手段数(件)", "measure_count", ColumnType::integer, "方法・手段の数", "件");
inline constexpr Column kGoalCount =
    describe("重点目標数(件)", "goal_count", ColumnType::integer, "目標管理シートの数", "件");
inline constexpr Column kIndicatorCount =
    describe("指標数(件)", "indicator_count", ColumnType::integer, "順調＋概ね順調＋遅れ＋判定なし＋未報告", "件");
inline constexpr Column kOnCourseCount =
    describe("順調(件)", "on_course_count", ColumnType::integer, "指標の数。コード表の「集計区分」", "件");
inline constexpr Column kUnderWayCount =
    describe("概ね順調(件)", "under_way_count", ColumnType::integer, "指標の数。コード表の「集計区分」", "件");
inline constexpr Column kBehindCount =
    describe("遅れ(件)", "behind_count", ColumnType::integer, "指標の数。コード表の「集計区分」", "件");
inline constexpr Column kOpenCount =
    describe("判定なし(件)", "open_count", ColumnType::integer, "指標の数。コード表の「集計区分」", "件");
inline constexpr Column kNotReportedCount =
    describe("未報告(件)", "not_reported_count", ColumnType::integer, "指標の数。コード表の「集計区分」", "件");
inline constexpr Column kMidtermRateCount =
    describe("中間算定可能(件)", "midterm_rate_count", ColumnType::integer, "中間達成率を平均した指標の数", "件");
inline constexpr Column kMidtermRateMean = describe("平均中間達成率(%)", "midterm_rate_mean", ColumnType::percent,
                                                    "算定可能な指標の中間達成率の単純平均", "%");
inline constexpr Column kFinalRateCount =
    describe("期末算定可能(件)", "final_rate_count", ColumnType::integer, "期末達成率を平均した指標の数", "件");
inline constexpr Column kFinalRateMean =
    describe("平均期末達成率(%)", "final_rate_mean", ColumnType::percent, "算定可能な指標の期末達成率の単純平均", "%");

// What findings and records say.
inline constexpr Column kNumber = describe("番号", "number", ColumnType::integer, "通し番号");
inline constexpr Column kSeverity = describe("重大度", "severity", ColumnType::status, "コード表の「重大度」");
inline constexpr Column kRule =
    describe("規則", "rule", ColumnType::code, "点検の規則の番号。goalsheet rules で説明を読める");
inline constexpr Column kAddress = describe("場所", "address", ColumnType::text, "シートの中の場所");
inline constexpr Column kMessage = describe("内容", "message", ColumnType::text, "何が問題で、どう書けばよいか");
inline constexpr Column kSourceFile = describe("変換元", "source_file", ColumnType::text, "読み込んだファイルの名前");
inline constexpr Column kSourceLine =
    describe("変換元の行番号", "source_line", ColumnType::integer, "その文言がある行");
inline constexpr Column kRecordText = describe("内容", "record_text", ColumnType::text, "記録の中身");

// What a column is.
inline constexpr Column kColumnNumber = describe("列番号", "column_number", ColumnType::integer, "左からの順番");
inline constexpr Column kLogicalName = describe("論理名", "logical_name", ColumnType::text, "見出し");
inline constexpr Column kPhysicalName = describe("物理名", "physical_name", ColumnType::code, "英数字の名前");
inline constexpr Column kType = describe("型", "type", ColumnType::code, "文字列、コード、整数、数値、日付");
inline constexpr Column kUnit = describe("単位", "unit", ColumnType::code, "数の単位。ないときは空");
inline constexpr Column kMeaning = describe("算出方法・凡例", "meaning", ColumnType::text, "値の作り方と意味");

// What a sheet says beyond its form.
inline constexpr Column kLabel =
    describe("見出し", "label", ColumnType::text, "シートに書かれた見出し。単位や年度もそのまま");
inline constexpr Column kText = describe("内容", "text", ColumnType::text, "シートに書かれた文言。改行は「 / 」");

}  // namespace goalsheet::columns
