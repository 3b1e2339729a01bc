// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"
#include "validate/scope/numbering.hpp"

namespace goalsheet::rules {
namespace item_number_gap_rule {
namespace {

const Message kGap = {"取組番号が{0}の次に{1}です。{2}を追加するか番号を付け直してください。",
                      "Item numbers jump from {0} to {1}; add {2} or renumber."};
const Message kFirst = {"取組番号が{0}から始まっています。①から付け直してください。",
                        "Item numbers start at {0}; start at ①."};
const Message kItemTwice = {"取組番号{1}が2回あります（番号の重複）。番号を付け直してください。",
                            "Item number {1} is there twice; renumber the items."};
const Message kOrder = {"取組番号{1}が{0}の次にあります。番号を付け直してください。",
                        "Item {1} comes after {0}; renumber the items."};
const Message kEmpty = {"{0}の番号に方法・手段が書かれていません。書くか、番号を消してください。",
                        "{0} has a number but no words; write the measure or delete its number."};
const Message kTwice = {"{0}の方法・手段に({1})が2回あります（番号の重複）。番号を付け直してください。",
                        "Measure ({1}) of {0} is there twice; renumber the measures."};
const Message kMeasures = {"{0}の方法・手段の番号が({1})の次に({2})です。番号を付け直してください。",
                           "Measures of {0} jump from ({1}) to ({2}); renumber them."};

// How the number of one item is wrong behind the last one; nothing where it is right.
const Message* fault_of(int last, int number) {
    if (last == 0) return number > 1 ? &kFirst : nullptr;
    if (number == last) return &kItemTwice;
    if (number < last) return &kOrder;
    return number > last + 1 ? &kGap : nullptr;
}

// ① ② ④ ⑤ written ① ② ③ ④: all of them or none, so that no other gap comes of it.
std::vector<TextEdit> edits_of(const std::vector<const Item*>& numbered) {
    std::vector<TextEdit> edits;
    for (std::size_t i = 0; i < numbered.size(); ++i) {
        const SourcedText& text = numbered[i]->number_text;
        const int number = static_cast<int>(i) + 1;
        if (numbered[i]->number == number) continue;
        const std::string_view mark = trim(text.text);
        if (mark != circled(numbered[i]->number)) return {};
        const std::size_t at = text.text.find(mark);
        edits.push_back({&text, at, at + mark.size(), circled(number)});
    }
    return edits;
}

void check_items(const SheetScope& sheet, Reporter& report) {
    std::vector<const Item*> numbered;
    for (const Item& item : sheet.sheet.items)
        if (item.number > 0) numbered.push_back(&item);
    int last = 0;
    for (std::size_t i = 0; i < numbered.size(); ++i) {
        const int number = numbered[i]->number;
        const Message* fault = fault_of(last, number);
        if (fault)
            report.add(sheet, sheet.at(*numbered[i]),
                       Saying{.arguments = {same(circled(last == 0 ? number : last)), same(circled(number)),
                                            same(circled(last + 1))},
                              .message = fault,
                              .edits = edits_of(numbered)});
        // ① ② ④ ④ ⑤: only the third is wrong, the others go on as if it were right.
        const bool goes_on = fault && i + 1 < numbered.size() && numbered[i + 1]->number == last + 2;
        last = goes_on ? last + 1 : number;
    }
}

// (1) with nothing behind it: the measure is there, but nobody wrote what it is.
bool is_marked(const Item& item, const Measure& measure) {
    const SourcedText* cell = cell_of(item, FieldId::action);
    return cell && bracketed_numbers(cell->text).contains(measure.number);
}

// （２） for （３）: in the digits and brackets that stand there.
std::string renumbered(std::string_view mark, int number) {
    const std::size_t open = decode_at(mark, 0).length;
    const std::size_t close = decode_before(mark, mark.size()).length;
    const bool wide = decode_at(mark, open).value >= U'０';
    std::string written(mark.substr(0, open));
    for (const char digit : std::to_string(number))
        append_utf8(written, static_cast<char32_t>(digit) + (wide ? U'０' - U'0' : U'\0'));
    return written.append(mark.substr(mark.size() - close));
}

std::vector<TextEdit> edits_of(const Item& item) {
    std::vector<TextEdit> edits;
    for (const MarkChange& change : count_on(item)) {
        const std::string_view text = change.cell->text;
        const NumberMark& mark = change.mark;
        edits.push_back({change.cell, mark.begin, mark.end,
                         renumbered(text.substr(mark.begin, mark.end - mark.begin), change.number)});
    }
    return edits;
}

void check_measure(const SheetScope& sheet, const Item& item, const Measure& measure, int last, Reporter& report) {
    const Place place = sheet.at(item, measure, FieldId::action);
    if (is_blank(measure.action.text))
        report.add(sheet, place, Saying{.arguments = {measure_word(item, measure)}, .message = &kEmpty});
    else if (measure.number == last)
        report.add(sheet, place,
                   Saying{.arguments = {item_word(item), same(std::to_string(last))},
                          .message = &kTwice,
                          .edits = edits_of(item)});
    else
        report.add(
            sheet, place,
            Saying{.arguments = {item_word(item), same(std::to_string(last)), same(std::to_string(measure.number))},
                   .message = &kMeasures,
                   .edits = edits_of(item)});
}

// Numbers that only another column has are GS501's.
void check_measures(const SheetScope& sheet, const Item& item, Reporter& report) {
    std::vector<const Measure*> measures;
    for (const Measure& measure : item.measures)
        if (!is_blank(measure.action.text) || is_marked(item, measure)) measures.push_back(&measure);
    int last = 0;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const int number = measures[i]->number;
        const bool right = number == last + 1;
        if (!right || is_blank(measures[i]->action.text)) check_measure(sheet, item, *measures[i], last, report);
        // (1) (4) (3): only the second is wrong.
        const bool goes_on = !right && i + 1 < measures.size() && measures[i + 1]->number == last + 2;
        last = goes_on ? last + 1 : number;
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    check_items(sheet, report);
    for (const Item& item : sheet.sheet.items) check_measures(sheet, item, report);
}

}  // namespace
}  // namespace item_number_gap_rule

const RuleBody item_number_gap{
    .texts = {.title = {"取組番号が飛んでいる", "item numbers have a gap"},
              .message = item_number_gap_rule::kGap,
              .why = {"番号で報告や議事録が取組を指すので、飛びや重なりは取り違えのもとです。",
                      "Reports and minutes refer to items by number; gaps and repetitions mix them up."},
              .wrong = "②番号: ③",
              .right = "②番号: ②"},
    .on_sheet = item_number_gap_rule::check,
};

}  // namespace goalsheet::rules
