// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "goalsheet/text.hpp"
#include "validate/rule_body.hpp"

namespace goalsheet::rules {
namespace {

const Message kFirst = {"取組番号が{0}から始まっています。①から付け直してください。",
                        "Item numbers start at {0}; start at ①."};
const Message kOrder = {"取組番号{1}が{0}の次にあります。番号を付け直してください。",
                        "Item {1} comes after {0}; renumber the items."};
const Message kMeasures = {"{0}の方法・手段の番号が({1})の次に({2})です。番号を付け直してください。",
                           "Measures of {0} jump from ({1}) to ({2}); renumber them."};

void check_items(const SheetScope& sheet, Reporter& report) {
    int last = 0;
    for (const Item& item : sheet.sheet.items) {
        if (item.number <= 0) continue;
        const Message before = same(circled(last));
        const Message number = same(circled(item.number));
        if (last == 0 && item.number > 1)
            report.add(sheet, sheet.at(item), Saying{.arguments = {number}, .message = &kFirst});
        else if (last > 0 && item.number <= last)
            report.add(sheet, sheet.at(item), Saying{.arguments = {before, number}, .message = &kOrder});
        else if (last > 0 && item.number > last + 1)
            report.add(sheet, sheet.at(item), {before, number, same(circled(last + 1))});
        last = item.number;
    }
}

// Numbers that only another column has are GS501's.
void check_measures(const SheetScope& sheet, const Item& item, Reporter& report) {
    int last = 0;
    for (const Measure& measure : item.measures) {
        if (is_blank(measure.action.text)) continue;
        if (measure.number != last + 1)
            report.add(
                sheet, sheet.at(item, measure, FieldId::action),
                Saying{.arguments = {item_word(item), same(std::to_string(last)), same(std::to_string(measure.number))},
                       .message = &kMeasures});
        last = measure.number;
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    check_items(sheet, report);
    for (const Item& item : sheet.sheet.items) check_measures(sheet, item, report);
}

}  // namespace

const RuleBody item_number_gap{
    .texts = {.title = {"取組番号が飛んでいる", "item numbers have a gap"},
              .message = {"取組番号が{0}の次に{1}です。{2}を追加するか番号を付け直してください。",
                          "Item numbers jump from {0} to {1}; add {2} or renumber."},
              .why = {"番号で報告や議事録が取組を指すので、飛びや重なりは取り違えのもとです。",
                      "Reports and minutes refer to items by number; gaps and repetitions mix them up."},
              .wrong = "②番号: ③",
              .right = "②番号: ②"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
