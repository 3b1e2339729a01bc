// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"
#include "validate/scope/numbering.hpp"

namespace goalsheet::rules {
namespace period_range_wrong_rule {
namespace {

const Message kBackwards = {"期間の範囲「{0}」が逆です。小さい番号から書いてください。",
                            "Period range {0} runs backwards; start with the smaller number."};
const Message kTooFar = {"期間は({0})までありますが取組は({1})までです。「{2}」に直してください。",
                         "Period goes up to ({0}) but the last measure is ({1}); write {2}."};

std::set<int> planned_numbers(const Item& item) {
    std::set<int> numbers;
    for (const Measure& measure : item.measures)
        if (!is_blank(measure.action.text)) numbers.insert(measure.number);
    return numbers;
}

Message range_word(int first, int last) {
    return first == last ? same(fmt::format("({})", first)) : same(fmt::format("({})～({})", first, last));
}

// (3)～(1): the first range whose end is below its start, as one mark.
std::optional<NumberMark> find_backwards(std::string_view text) {
    const std::vector<NumberMark> marks = find_number_marks(text);
    for (std::size_t i = 0; i + 1 < marks.size(); ++i)
        if (marks[i].opens_range && marks[i].value > marks[i + 1].value)
            return NumberMark{marks[i].value, marks[i].begin, marks[i + 1].end};
    return std::nullopt;
}

// Deadlines that stand one by one are missed one by one (GS303).
bool is_ranged(std::string_view text) {
    const std::vector<NumberMark> marks = find_number_marks(text);
    return std::any_of(marks.begin(), marks.end(), [](const NumberMark& one) { return one.opens_range; });
}

void check_item(const SheetScope& sheet, const Item& item, Reporter& report) {
    const SourcedText* cell = cell_of(item, FieldId::deadline);
    const std::set<int> planned = planned_numbers(item);
    if (!cell || planned.empty() || is_miscounted(sheet, item)) return;
    const Place place = sheet.at(item, FieldId::deadline);
    if (const auto backwards = find_backwards(cell->text)) {
        const std::string shown = cell->text.substr(backwards->begin, backwards->end - backwards->begin);
        report.add(sheet, place.part(backwards->begin, backwards->end),
                   Saying{.arguments = {same(excerpt(shown))}, .message = &kBackwards});
        return;
    }
    const std::set<int> covered = bracketed_numbers(cell->text);
    if (covered.empty()) return;
    const Message whole = range_word(*planned.begin(), *planned.rbegin());
    if (*covered.rbegin() > *planned.rbegin()) {
        report.add(sheet, place,
                   Saying{.arguments = {same(std::to_string(*covered.rbegin())),
                                        same(std::to_string(*planned.rbegin())), whole},
                          .message = &kTooFar});
    } else if (is_ranged(cell->text) &&
               !std::includes(covered.begin(), covered.end(), planned.begin(), planned.end())) {
        report.add(sheet, place,
                   {range_word(*covered.begin(), *covered.rbegin()), same(std::to_string(*planned.rbegin())), whole});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const Item& item : sheet.sheet.items) check_item(sheet, item, report);
}

}  // namespace
}  // namespace period_range_wrong_rule

const RuleBody period_range_wrong{
    .texts = {.title = {"期間の範囲が取組と合わない", "period does not cover the measures"},
              .message = {"期間は{0}ですが取組は({1})まであります。「{2}」に直してください。",
                          "Period covers {0} but there are measures up to ({1}); write {2}."},
              .why = {"範囲から漏れた取組には期限がないことになります。",
                      "A measure outside the range has no deadline."},
              .wrong = "期間・期限: (1)～(3) 年度末まで",
              .right = "期間・期限: (1)～(2) 年度末まで"},
    .on_sheet = period_range_wrong_rule::check,
};

}  // namespace goalsheet::rules
