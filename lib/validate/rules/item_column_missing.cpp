// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>

#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace item_column_missing_rule {
namespace {

constexpr FieldId kColumns[] = {FieldId::item, FieldId::deadline, FieldId::target, FieldId::midterm, FieldId::final};

const Message kAll = {"取組の表がありません。見出し行（{0}）から下を様式のとおりに戻してください。",
                      "The table of items is missing; restore it from its heading row ({0})."};

const Message kNoItems = {"取組が1つもありません。見出し行の下に①から記入してください。",
                          "There is no item; fill in the rows below the headings, from ① on."};

// The headings that are there show where the lost one belongs.
Place at_heading_row(const SheetScope& sheet, FieldId field) {
    Place place = sheet.at(field);
    const auto other = std::find_if(std::begin(kColumns), std::end(kColumns),
                                    [&](FieldId one) { return sheet.label(one) != nullptr; });
    if (other != std::end(kColumns)) place.text = &sheet.label(*other)->text;
    return place;
}

void check(const SheetScope& sheet, Reporter& report) {
    std::vector<FieldId> missing;
    for (const FieldId field : kColumns)
        if (sheet.lacks_column(field)) missing.push_back(field);
    std::vector<Message> labels;
    for (const FieldId field : missing) labels.push_back(same(sheet.page.form().label(field)));
    if (missing.size() == std::size(kColumns)) {
        report.add(sheet, sheet.whole(), Saying{.arguments = {join(labels)}, .message = &kAll});
        return;
    }
    if (sheet.sheet.items.empty() && !sheet.sheet.labels.empty())
        report.add(sheet, sheet.at(FieldId::item), Saying{.arguments = {}, .message = &kNoItems});
    for (std::size_t i = 0; i < missing.size(); ++i) report.add(sheet, at_heading_row(sheet, missing[i]), {labels[i]});
}

}  // namespace
}  // namespace item_column_missing_rule

const RuleBody item_column_missing{
    .texts = {.title = {"取組の表の列がない", "a column of the items is missing"},
              .message = {"列「{0}」がありません。様式の見出し行を戻してください。",
                          "Column {0} is missing; restore the heading row."},
              .why = {"列が1つ欠けると、右の列の文章が別の意味に読まれます。",
                      "With a column gone, the texts to its right are taken for something else."},
              .wrong = "- 数値目標",
              .right = "見出し 数値目標: 数値目標（どの水準まで）"},
    .on_sheet = item_column_missing_rule::check,
};

}  // namespace goalsheet::rules
