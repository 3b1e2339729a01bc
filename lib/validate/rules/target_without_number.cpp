// SPDX-License-Identifier: MIT
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/deadlines.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/measures.hpp"
#include "validate/scope/template_text.hpp"

namespace goalsheet::rules {
namespace target_without_number_rule {
namespace {

// GS307 asks for the target itself.
bool is_template(const SheetScope& sheet, std::string_view text) {
    return sheet.page.policy.severity_of("GS307", sheet.page.stage) != Severity::off &&
           TemplateText(sheet.page.form()).find(text);
}

// What is done once is done or not: with a time to it, it is a target (by its own advice, a month will do).
constexpr std::array<std::string_view, 28> kOutcome = {
    "策定", "完了", "締結", "議決", "制定", "改定", "改訂", "供用", "開設", "竣工", "公表", "移行", "契約", "完成",
    "発注", "決定", "公布", "施行", "認定", "取得", "成立", "可決", "廃止", "統合", "改正", "刊行", "発行", "再編"};
constexpr std::array<std::string_view, 14> kDone = {"実施", "開始", "設置", "作成", "導入", "接続", "配布",
                                                    "提出", "開催", "選定", "着手", "全",   "接種", "開通"};
constexpr std::array<std::string_view, 9> kZero = {"ゼロ", "皆減", "零",   "全員", "全て",
                                                   "別紙", "別添", "再掲", "別表"};

// Of these a month does not say when it is done.
constexpr std::array<std::string_view, 35> kOpenEnded = {
    "推進", "促進", "検討",   "向上", "充実",   "強化", "図る", "努める", "支援", "活用",       "拡大", "周知",
    "啓発", "連携", "取り組", "取組", "進める", "継続", "増加", "減少",   "増や", "減ら",       "高め", "改善",
    "整え", "進展", "定着",   "醸成", "浸透",   "育成", "解消", "対応",   "把握", "前年度以上", "現状"};

bool is_dated_outcome(const SheetScope& sheet, const Measure& measure) {
    const std::string& target = measure.target.text;
    const std::string& deadline = measure.deadline.text;
    if (find_phrase<kZero>(target)) return true;
    const bool month = names_month(deadline) || names_month(target) || deadline_of(sheet, measure);
    const bool year_end = deadline.find("年度") != std::string::npos || target.find("年度内") != std::string::npos ||
                          target.find("年度末") != std::string::npos;
    if ((month || year_end) && find_phrase<kOutcome>(target)) return true;
    return month && (find_phrase<kDone>(target) || !find_phrase<kOpenEnded>(target));
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        const Unstruck unstruck(measure.target.text);
        const std::string_view text = unstruck.text();
        // 三回 is a number too, though it has no digit.
        if (is_blank(text) || has_digit(text) || !sheet.page.quantities(measure.target).empty()) return;
        if (is_template(sheet, measure.target.text) || is_dated_outcome(sheet, measure)) return;
        report.add(sheet, sheet.at(item, measure, FieldId::target), {measure_word(item, measure)});
    });
}

}  // namespace
}  // namespace target_without_number_rule

const RuleBody target_without_number{
    .texts = {.title = {"数値目標に数がない", "target has no number"},
              .message = {"{0}の数値目標に数がありません。件数・割合・完了月のどれかを足してください。",
                          "The target of {0} has no number; add a count, a rate or a month."},
              .why = {"「推進」「検討」だけでは、どこまでやれば達成なのか決まりません。",
                      "“Promote” or “consider” alone never says when it is done."},
              .wrong = "②数値目標: (1) 啓発イベントの推進",
              .right = "②数値目標: (1) 啓発イベント 4回"},
    .on_sheet = target_without_number_rule::check,
};

}  // namespace goalsheet::rules
