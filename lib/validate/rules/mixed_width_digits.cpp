// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace {

void check(const SheetScope& sheet, Reporter& report) {
    const auto& wide = sheet.characters().of(CharacterClass::fullwidth_digit);
    if (wide.empty() || sheet.characters().of(CharacterClass::ascii_digit).empty()) return;
    const CharacterHit& first = wide.front();
    report.add(sheet, sheet.at(sheet.texts()[first.text], first.offset, first.offset + 3), {count_word(wide.size())});
}

}  // namespace

const RuleBody mixed_width_digits{
    .texts = {.title = {"全角数字と半角数字の混在", "digits of both widths"},
              .message = {"全角数字（{0}字）と半角数字が混ざっています。半角にそろえてください。",
                          "Full-width digits ({0}) stand beside half-width ones; use half-width."},
              .why = {"検索や表計算では、全角の数は数として扱われません。",
                      "Searches and spreadsheets do not take full-width digits for numbers."},
              .wrong = "②数値目標: (1) 啓発イベント ４回",
              .right = "②数値目標: (1) 啓発イベント 4回"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
