// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>

#include "numbers/quantity/bounds.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/digit_slips.hpp"
#include "validate/scope/indicators.hpp"
#include "validate/scope/numbering.hpp"
#include "validate/scope/open_words.hpp"

namespace goalsheet::rules {
namespace regression_rule {
namespace {

// Counts of what happens add up over a year.
constexpr std::array<std::string_view, 40> kAddingUnits = {
    "筆",   "棟",   "匹",   "羽", "組",   "通", "点", "泊",   "食", "株", "軒", "戸分", "隻", "橋",
    "枚",   "講座", "教室", "品", "区画", "件", "回", "人",   "個", "本", "台", "冊",   "部", "箇所",
    "施設", "校",   "基",   "枚", "km",   "m",  "ha", "地区", "戸", "頭", "t",  "㎡"};
constexpr std::array<std::string_view, 12> kUnderWay = {"している", "受講中", "入校中", "施工中", "申込", "応募",
                                                        "内定",     "申請",   "審査中", "受付中", "着手", "見込"};
// These are stocks whatever their unit: they may fall.
constexpr std::array<std::string_view, 20> kStocks = {"会員", "登録", "在籍", "人口", "残高",     "加入", "待機",
                                                      "現在", "滞納", "保有", "定員", "率",       "空き", "未",
                                                      "加盟", "協力", "認定", "数（", "参加団体", "従業"};

// 未登記道路の解消, 空き家の除却: work on what would be a stock.
constexpr std::array<std::string_view, 8> kWork = {"解消", "除却", "撤去", "解体", "補助", "交付", "養成", "整備"};

bool adds_up(const ProgressRow& row) {
    const std::string unit = find_unit(row.unit).canonical;
    const bool counts = std::find(kAddingUnits.begin(), kAddingUnits.end(), unit) != kAddingUnits.end();
    static constexpr std::array<std::string_view, 6> kIncome = {"収入", "売上", "徴収額", "寄附", "寄付", "納税"};
    const bool income = unit == "円" && find_phrase<kIncome>(row.indicator + row.action);
    const bool falls = row.comparator == Comparator::at_most || row.comparator == Comparator::less_than;
    const bool stock = find_phrase<kStocks>(row.indicator) && !find_phrase<kWork>(row.indicator);
    return (counts || income) && !falls && !row.baseline && !stock;
}

// 12人が受講している and the 9 of them who finish: the figure of the half-year is of those who are at it.
bool was_under_way(const SheetScope& sheet, const Measure& measure, const ProgressRow& midterm) {
    const SourcedText& text = measure.midterm;
    for (const Quantity& one : sheet.page.quantities(text)) {
        if (one.unit != midterm.result_unit || one.value.to_text() != midterm.result->to_text()) continue;
        const Phrase clause = clause_around(text.text, {one.begin, one.end});
        const std::string_view words = std::string_view(text.text).substr(clause.begin, clause.end - clause.begin);
        if (find_phrase<kUnderWay>(words)) return true;
    }
    for (const Quantity& one : sheet.page.quantities(measure.final))
        if (one.unit == midterm.result_unit && one.value.to_text() == midterm.result->to_text()) return true;
    return false;
}

bool is_done(const ProgressRow& row) { return row.result && row.state == ReportState::done; }

void compare(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& midterm,
             const ProgressRow& final, Reporter& report) {
    if (!is_done(midterm) || !is_done(final) || !adds_up(final)) return;
    if (find_unit(midterm.result_unit).canonical != find_unit(final.result_unit).canonical) return;
    if (final.result->to_double() >= midterm.result->to_double() || is_told_as_slip(sheet, measured, final) ||
        was_under_way(sheet, measured.measure, midterm))
        return;
    report.add(
        sheet, result_place(sheet.at(measured.item, measured.measure, FieldId::final), final),
        {same(figure_word(*final.result, final.result_unit)), same(figure_word(*midterm.result, midterm.result_unit))});
}

// All figures of the mid-term report together: no result that is read from it can be more.
double most_at_midterm(const SheetScope& sheet, const Measure& measure) {
    double most = 0;
    for (const Quantity& quantity : sheet.page.quantities(measure.midterm))
        most += std::abs(quantity.value_hi.value_or(quantity.value).to_double());
    constexpr double kRounding = 1 + 1e-9;
    return most * kRounding;
}

// Holding a report against its targets is dear, and most mid-term reports are seen at once to be below.
bool may_fall(const SheetScope& sheet, const MeasuredMeasure& final) {
    const auto any_below = [&](double most) {
        return std::any_of(final.rows.begin(), final.rows.end(), [most](const ProgressRow& row) {
            return is_done(row) && row.result->to_double() < most && adds_up(row);
        });
    };
    return any_below(numbers::most_in_all(final.measure.midterm.text)) &&
           any_below(most_at_midterm(sheet, final.measure));
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measured(sheet, Against::final, [&](const MeasuredMeasure& final) {
        if (!may_fall(sheet, final) || is_misnumbered(sheet, final.item, FieldId::midterm)) return;
        const std::span<const ProgressRow> midterm = sheet.page.progress_of(final.rows.front(), Against::midterm);
        if (midterm.size() != final.rows.size()) return;
        for (std::size_t i = 0; i < midterm.size(); ++i) compare(sheet, final, midterm[i], final.rows[i], report);
    });
}

}  // namespace
}  // namespace regression_rule

const RuleBody regression{
    .texts = {.title = {"期末の実績が中間より少ない", "year-end figure below mid-term"},
              .message = {"期末{0}が中間{1}を下回ります。集計期間か転記を確認してください。",
                          "Year-end {0} is below mid-term {1}; check the period or the figure."},
              .why = {"積み上げる数が減ることはありません。後期だけの数か、写し誤りです。",
                      "A running count cannot fall: it is the second half alone, or a slip."},
              .wrong = "期末報告: (1) 回収拠点数 20箇所\n  (2) 出前講座 5回\n②期末報告: (1) 啓発イベント 4回\n"
                       "取組による効果・残された課題: 拠点が増えた。回収時間の周知が課題である。\n"
                       "シート2 期末報告: (1) 参加者数 320人\nシート2 取組による効果・残された課題: "
                       "参加者が増えた。若い世代の参加が課題である。",
              .right = "期末報告: (1) 回収拠点数 20箇所\n  (2) 出前講座 12回\n②期末報告: (1) 啓発イベント 4回\n"
                       "取組による効果・残された課題: 拠点が増えた。回収時間の周知が課題である。\n"
                       "シート2 期末報告: (1) 参加者数 320人\nシート2 取組による効果・残された課題: "
                       "参加者が増えた。若い世代の参加が課題である。"},
    .on_sheet = regression_rule::check,
};

}  // namespace goalsheet::rules
