// SPDX-License-Identifier: MIT
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"
#include "validate/scope/template_text.hpp"

namespace goalsheet::rules {
namespace {

// GS307 asks for the target itself.
bool is_template(const SheetScope& sheet, std::string_view text) {
    return sheet.page.policy.severity_of("GS307", sheet.page.stage) != Severity::off &&
           TemplateText(sheet.page.form()).find(text);
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        const Unstruck unstruck(measure.target.text);
        const std::string_view text = unstruck.text();
        // 三回 is a number too, though it has no digit.
        if (is_blank(text) || has_digit(text) || !sheet.page.quantities(measure.target).empty()) return;
        if (is_template(sheet, measure.target.text)) return;
        report.add(sheet, sheet.at(item, measure, FieldId::target), {measure_word(item, measure)});
    });
}

}  // namespace

const RuleBody target_without_number{
    .texts = {.title = {"数値目標に数がない", "target has no number"},
              .message = {"{0}の数値目標に数がありません。件数・割合・完了月のどれかを足してください。",
                          "Target of {0} has no number; add a count, a rate or a month."},
              .why = {"「推進」「検討」だけでは、どこまでやれば達成なのか決まりません。",
                      "“Promote” or “consider” alone never says when it is done."},
              .wrong = "②数値目標: (1) 啓発イベントの推進",
              .right = "②数値目標: (1) 啓発イベント 4回"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
