// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "goalsheet/text.hpp"
#include "model/numbering/list_marker_at.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/numbering.hpp"

namespace goalsheet::rules {
namespace numbering_mismatch_rule {
namespace {

const Message kUnknownNumber = {
    "{0}の{1}に{2}がありますが、方法・手段に{2}はありません。番号を直すか取組を足してください。",
    "The {1} of {0} has {2} but there is no measure {2}; correct the number or add the measure."};
const Message kDisordered = {"{0}の{1}の番号が方法・手段と違う順に並んでいます。同じ順に直してください。",
                             "The numbers in the {1} of {0} are not in the order of the measures; reorder them."};

const Message kReference = {"「{0}」とありますが、取組{1}に{2}はありません。番号を確かめてください。",
                            "It refers to {0}, but item {1} has no {2}; check the number."};

std::string list_numbers(const std::set<int>& numbers) {
    const int first = *numbers.begin();
    const int last = *numbers.rbegin();
    const bool whole = numbers.size() > 2 && static_cast<int>(numbers.size()) == last - first + 1;
    if (whole) return fmt::format("({})～({})", first, last);
    std::string list;
    for (const int number : numbers) list += fmt::format("({})", number);
    return list;
}

void check_column(const SheetScope& sheet, const Item& item, FieldId field, Reporter& report) {
    const NumberingFault& fault = sheet.page.numbering(item, field);
    if (!fault.any()) return;
    const Place place = sheet.at(item, field);
    if (!fault.unknown.empty())
        report.add(sheet, place,
                   Saying{.arguments = {item_word(item), field_word(field), same(list_numbers(fault.unknown))},
                          .message = &kUnknownNumber});
    else if (!fault.missing.empty())
        report.add(sheet, place,
                   {same(list_numbers(fault.actions)), field_word(field), same(list_numbers(fault.written)),
                    same(list_numbers(fault.missing)), item_word(item)});
    else if (fault.disordered)
        report.add(sheet, place, Saying{.arguments = {item_word(item), field_word(field)}, .message = &kDisordered});
}

bool has_measure(const Item& item, int number) {
    return std::any_of(item.measures.begin(), item.measures.end(),
                       [&](const Measure& measure) { return measure.number == number; });
}

// ①(4)の事業と併せて where ① ends with (3). At the head of a text the numbers are its own.
void check_references(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    const std::string_view text = field.text->text;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const auto circle = circled_number(point.value);
        const std::size_t begin = at;
        at += point.length;
        if (!circle || begin == 0 || is_space(decode_before(text, begin).value)) continue;
        const auto number = numbering::bracketed_at(text, at);
        const auto& items = sheet.sheet.items;
        const auto item =
            std::find_if(items.begin(), items.end(), [&](const Item& one) { return one.number == *circle; });
        if (!number || item == items.end() || item->measures.size() < 2 || has_measure(*item, number->number)) continue;
        report.add(sheet, sheet.at(field, begin, number->end),
                   Saying{.arguments = {same(text.substr(begin, number->end - begin)), same(circled(*circle)),
                                        same(text.substr(at, number->end - at))},
                          .message = &kReference,
                          .at_most = Severity::warning});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts()) check_references(sheet, field, report);
    for (const Item& item : sheet.sheet.items) {
        if (is_miscounted(sheet, item)) continue;
        for (const FieldId field : {FieldId::target, FieldId::midterm, FieldId::final})
            check_column(sheet, item, field, report);
    }
}

}  // namespace
}  // namespace numbering_mismatch_rule

const RuleBody numbering_mismatch{
    .texts = {.title = {"番号が欄の間で合わない", "numbers differ between the columns"},
              .message = {"{4}の方法・手段は{0}ですが{1}は{2}です。{3}を足すか番号を直してください。",
                          "{4} has measures {0} but its {1} has {2}; add {3} or correct the numbers."},
              .why = {"目標と報告は番号で取組に結び付きます。ずれると別の取組の実績になります。",
                      "Targets and reports belong to measures by number; a wrong one credits another measure."},
              .wrong = "数値目標: (1) 回収拠点数 20箇所\n  (3) 出前講座 12回",
              .right = "数値目標: (1) 回収拠点数 20箇所\n  (2) 出前講座 12回"},
    .on_sheet = numbering_mismatch_rule::check,
};

}  // namespace goalsheet::rules
