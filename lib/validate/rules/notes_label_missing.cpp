// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"
#include "validate/scope/remarks.hpp"

namespace goalsheet::rules {
namespace notes_label_missing_rule {
namespace {

const Message kNoNotes = {"「{0}」の欄がありません。表が途中で切れていないか確かめ、様式のとおりに戻してください。",
                          "The notes ({0}) are missing; see whether the table was cut off and restore them."};

void check(const SheetScope& sheet, Reporter& report) {
    for_each_remark(sheet, remark::kNotesLabelMissing, [&](const Remark&, const Place& place) {
        report.add(sheet, place.named(field_word(FieldId::notes)), {});
    });
    const FormField* wanted = sheet.page.form().find(FieldId::notes);
    if (wanted && sheet.lacks_notes())
        report.add(sheet, sheet.at(sheet.sheet.items.back()).named(field_word(FieldId::notes)),
                   Saying{.arguments = {same(wanted->label)}, .message = &kNoNotes});
}

}  // namespace
}  // namespace notes_label_missing_rule

const RuleBody notes_label_missing{
    .texts = {.title = {"特記事項の見出しがない", "the notes row has no label"},
              .message = {"特記事項の行に見出しがありません。左端に「特記事項」を入れてください。",
                          "The notes row has no label; add 特記事項 at its left."},
              .why = {"読み上げや集計では、見出しのない行は取組の続きに見えます。",
                      "For a screen reader or a program the row looks like one more item."},
              .wrong = "見出し 特記事項:",
              .right = "見出し 特記事項: 特記事項"},
    .on_sheet = notes_label_missing_rule::check,
};

}  // namespace goalsheet::rules
