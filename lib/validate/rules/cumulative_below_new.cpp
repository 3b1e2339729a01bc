// SPDX-License-Identifier: MIT
#include <cmath>

#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace cumulative_below_new_rule {
namespace {

bool is_cumulative(std::string_view text, const Quantity& quantity) {
    const std::string_view before = text.substr(0, quantity.begin);
    return quantity.modifier == "累計" || before.ends_with("累計") || before.ends_with("累計 ") ||
           before.ends_with("累計：") || before.ends_with("累計で");
}

// 861人（累計761人）: the figure right in front of the bracket or the 、 that the running total stands behind.
bool belong_together(std::string_view text, const Quantity& first, const Quantity& second) {
    const std::string_view middle = between(text, first, second);
    return has_same_unit(first.unit, second.unit) && !first.unit.empty() && middle.size() < 24 &&
           (middle.starts_with("（") || middle.starts_with("(") || middle.starts_with("、"));
}

void check_text(const SheetScope& sheet, const Place& place, Reporter& report) {
    const std::string_view text = place.text->text;
    const std::vector<Quantity>& quantities = sheet.page.quantities(*place.text);
    for (std::size_t i = 1; i < quantities.size(); ++i) {
        const Quantity& part = quantities[i - 1];
        const Quantity& total = quantities[i];
        if (!is_cumulative(text, total) || is_cumulative(text, part) || !belong_together(text, part, total)) continue;
        if (canonical_value(total) >= canonical_value(part)) continue;
        report.add(sheet, place.part(total.begin, total.end),
                   {same(as_written(text, total)), same(as_written(text, part))});
    }
}

struct Running {
    const Quantity* fresh = nullptr;
    const Quantity* total = nullptr;
};

// 19件（累計194件）.
std::optional<Running> find_running(std::string_view text, const std::vector<Quantity>& quantities) {
    std::optional<Running> found;
    for (std::size_t i = 1; i < quantities.size(); ++i) {
        if (!is_cumulative(text, quantities[i]) || is_cumulative(text, quantities[i - 1]) ||
            !belong_together(text, quantities[i - 1], quantities[i]))
            continue;
        if (found) return std::nullopt;
        found = Running{&quantities[i - 1], &quantities[i]};
    }
    return found;
}

const Message kBelowStart = {
    "累計「{0}」が、目標から分かる前年度末の累計（{1}）より少なくなっています。数字を確認してください。",
    "The running total {0} is below the {1} that the target starts from; check the figures."};
const Message kBelowMidterm = {
    "期末の累計「{0}」が中間の累計「{1}」より少なくなっています。数字を確認してください。",
    "The running total at year end, {0}, is below that of mid-term, {1}; check the figures."};

std::optional<Running> running_of(const SheetScope& sheet, const SourcedText& text) {
    if (text.text.find("累計") == std::string::npos) return std::nullopt;
    return find_running(text.text, sheet.page.quantities(text));
}

// A running total begins with what the target adds to, and does not fall within the year.
void check_start(const SheetScope& sheet, const Item& item, const Measure& measure, Reporter& report) {
    const auto target = running_of(sheet, measure.target);
    const auto midterm = running_of(sheet, measure.midterm);
    const auto final = running_of(sheet, measure.final);
    for (const FieldId field : {FieldId::midterm, FieldId::final}) {
        const auto& now = field == FieldId::midterm ? midterm : final;
        if (!now) continue;
        const SourcedText& text = text_of(measure, field);
        const Place place = sheet.at(item, measure, field).part(now->total->begin, now->total->end);
        const Message shown = same(as_written(text.text, *now->total));
        const double total = canonical_value(*now->total);
        if (field == FieldId::final && midterm && has_same_unit(midterm->total->unit, now->total->unit) &&
            total < canonical_value(*midterm->total)) {
            report.add(sheet, place,
                       Saying{.arguments = {shown, same(as_written(measure.midterm.text, *midterm->total))},
                              .message = &kBelowMidterm});
        } else if (target && has_same_unit(target->total->unit, now->total->unit) &&
                   total < canonical_value(*target->total) - canonical_value(*target->fresh) &&
                   total >= canonical_value(*now->fresh)) {
            const double start = target->total->value.to_double() - target->fresh->value.to_double();
            report.add(
                sheet, place,
                Saying{.arguments = {shown, same(figure_word(Decimal{std::llround(start), 0}, target->total->unit))},
                       .message = &kBelowStart});
        }
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        for (const FieldId field : {FieldId::target, FieldId::midterm, FieldId::final})
            if (text_of(measure, field).text.find("累計") != std::string::npos)
                check_text(sheet, sheet.at(item, measure, field), report);
        check_start(sheet, item, measure, report);
    });
}

}  // namespace
}  // namespace cumulative_below_new_rule

const RuleBody cumulative_below_new{
    .texts = {.title = {"累計が今年度分より少ない", "a running total below this year's figure"},
              .message = {"累計「{0}」が新規（今年度分）の「{1}」より少なくなっています。数字を確認してください。",
                          "The running total {0} is below this year's own {1}; check the figures."},
              .why = {"累計には今年度分も含まれるので、少なくなることはありません。",
                      "A running total holds this year's figure and cannot be below it."},
              .wrong = "②数値目標: (1) 啓発イベント 4回（累計 3回）",
              .right = "②数値目標: (1) 啓発イベント 4回（累計 13回）"},
    .on_sheet = cumulative_below_new_rule::check,
};

}  // namespace goalsheet::rules
