// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "validate/measures.hpp"
#include "validate/phrases.hpp"
#include "validate/rule_body.hpp"

namespace goalsheet::rules {
namespace {

// „All of it is done“ answers a target of 3箇所 without a figure.
constexpr std::array<std::string_view, 9> kComplete = {"完了",   "達成",   "実施済", "終了", "整備済",
                                                       "設置済", "締結済", "すべて", "全て"};

const Quantity* first_value(const std::vector<Quantity>& quantities) {
    const auto found = std::find_if(quantities.begin(), quantities.end(),
                                    [](const Quantity& one) { return one.role == QuantityRole::value; });
    return found == quantities.end() ? nullptr : &*found;
}

void check(const SheetScope& sheet, Reporter& report) {
    const FieldId field = sheet.page.stage == Stage::final ? FieldId::final : FieldId::midterm;
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        const SourcedText& text = text_of(measure, field);
        if (is_blank(text.text) || find_phrase(text.text, kComplete)) return;
        const Quantity* target = first_value(sheet.page.quantities(measure.target));
        if (!target || !sheet.page.quantities(text).empty()) return;
        report.add(sheet, sheet.at(item, measure, field),
                   {same(figure_word(target->value, target->unit)), same("0" + target->unit)});
    });
}

}  // namespace

const RuleBody progress_without_number{
    .texts = {.title = {"報告に数がない", "report has no number"},
              .message = {"目標は{0}ですが報告に数がありません。実績（{1}でも可）を書いてください。",
                          "Target {0} but the report has no number; give the result, even if it is {1}."},
              .why = {"数で立てた目標は、数でしか確かめられません。",
                      "A target in figures can only be checked by a figure."},
              .wrong = "②中間報告: (1) 開催に向け関係者と打ち合わせた",
              .right = "②中間報告: (1) 啓発イベント 2回（11月に2回開催予定）"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
