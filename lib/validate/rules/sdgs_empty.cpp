// SPDX-License-Identifier: MIT
#include <algorithm>

#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace {

bool has_unplaced(const SheetScope& sheet) {
    const auto& unplaced = sheet.sheet.unplaced;
    return std::any_of(unplaced.begin(), unplaced.end(), [&](const Unplaced& one) {
        return sheet.page.form().match(one.label) == FieldId::sdgs && !is_blank(one.text.text);
    });
}

void check(const SheetScope& sheet, Reporter& report) {
    if (!sheet.sheet.sdgs.empty() || has_unplaced(sheet)) return;
    // A form without the label asks for nothing; a model read from JSON has no labels at all.
    if (!sheet.label(FieldId::sdgs) && !sheet.sheet.labels.empty()) return;
    report.add(sheet, sheet.at(FieldId::sdgs), {});
}

}  // namespace

const RuleBody sdgs_empty{
    .texts = {.title = {"SDGsの目標が空", "no SDG is given"},
              .message = {"「該当するSDGsの目標」が空です。画像だけの場合は alt に「8 "
                          "働きがいも経済成長も」のように入れてください。",
                          "SDG cell is empty; if it is an image, give it alt text like 8 働きがいも経済成長も."},
              .why = {"画像だけでは読み上げにも集計にも伝わりません。",
                      "An image alone tells neither screen readers nor programs anything."},
              .wrong = "該当するSDGsの目標:",
              .right = "該当するSDGsの目標: 8 働きがいも経済成長も"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
