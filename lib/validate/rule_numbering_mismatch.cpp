// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "validate/measures.hpp"
#include "validate/rule_body.hpp"

namespace goalsheet::rules {
namespace {

const Message kUnknownNumber = {
    "{0}の{1}に({2})がありますが、方法・手段に({2})はありません。番号を直すか取組を足してください。",
    "The {1} of {0} has a ({2}) but there is no measure ({2}); correct the number or add the measure."};

std::set<int> numbers_of(const Item& item, FieldId field) {
    std::set<int> numbers;
    for (const Measure& measure : item.measures)
        if (!is_blank(text_of(measure, field).text)) numbers.insert(measure.number);
    return numbers;
}

std::string list_numbers(const std::set<int>& numbers) {
    const int first = *numbers.begin();
    const int last = *numbers.rbegin();
    const bool whole = numbers.size() > 2 && static_cast<int>(numbers.size()) == last - first + 1;
    if (whole) return fmt::format("({})～({})", first, last);
    std::string list;
    for (const int number : numbers) list += fmt::format("({})", number);
    return list;
}

// A cell may have the number and nothing behind it: that is an empty target, not a wrong number.
std::set<int> written_numbers(const Item& item, FieldId field) {
    std::set<int> numbers = numbers_of(item, field);
    if (const SourcedText* cell = cell_of(item, field)) numbers.merge(bracketed_numbers(cell->text));
    return numbers;
}

void check_column(const SheetScope& sheet, const Item& item, FieldId field, Reporter& report) {
    const std::set<int> actions = numbers_of(item, FieldId::action);
    const std::set<int> own = numbers_of(item, field);
    if (actions.empty() || own.empty()) return;
    for (const Measure& measure : item.measures) {
        if (!own.contains(measure.number) || actions.contains(measure.number)) continue;
        report.add(sheet, sheet.at(item, measure, field),
                   Saying{.arguments = {item_word(item), field_word(field), same(std::to_string(measure.number))},
                          .message = &kUnknownNumber});
        return;
    }
    const std::set<int> written = written_numbers(item, field);
    for (const int number : actions) {
        if (written.contains(number)) continue;
        report.add(sheet, sheet.at(item, field),
                   {same(list_numbers(actions)), field_word(field), same(list_numbers(own)),
                    same(fmt::format("({})", number)), item_word(item)});
        return;
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const Item& item : sheet.sheet.items) {
        if (item.measures.size() < 2) continue;
        for (const FieldId field : {FieldId::target, FieldId::midterm, FieldId::final})
            check_column(sheet, item, field, report);
    }
}

}  // namespace

const RuleBody numbering_mismatch{
    .texts = {.title = {"番号が欄の間で合わない", "numbers differ between the columns"},
              .message = {"{4}の方法・手段は{0}ですが{1}は{2}です。{3}を足すか番号を直してください。",
                          "{4} has measures {0} but its {1} has {2}; add {3} or correct the numbers."},
              .why = {"目標と報告は番号で取組に結び付きます。ずれると別の取組の実績になります。",
                      "Targets and reports belong to measures by number; a wrong one credits another measure."},
              .wrong = "数値目標: (1) 回収拠点数 20箇所\n  (3) 出前講座 12回",
              .right = "数値目標: (1) 回収拠点数 20箇所\n  (2) 出前講座 12回"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
