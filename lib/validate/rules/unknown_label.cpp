// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/remarks.hpp"

namespace goalsheet::rules {
namespace unknown_label_rule {
namespace {

const Message kNothingNear = {"見出し「{0}」は様式にありません。様式の見出しに直すか、特記事項に移してください。",
                              "The form has no label {0}; use one of the form's labels or move the text to the notes."};

// Where the heading row is gone (GS102), items are taken for labels.
bool is_item(const SheetScope& sheet, std::string_view label) {
    return sheet.lacks_column(FieldId::item) && circled_number(decode_at(label, 0).value).has_value();
}

// （方法・手段）: a known label in brackets.
bool is_known_in_brackets(const SheetScope& sheet, std::string_view label) {
    const std::string folded = fold(label);
    if (!folded.starts_with('(') || !folded.ends_with(')')) return false;
    const std::string inner = folded.substr(1, folded.size() - 2);
    return sheet.page.form().match(inner).has_value() || inner == fold(sheet.page.form().nearest(inner));
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_remark(sheet, remark::kUnknownLabel, [&](const Remark& remark, const Place& place) {
        if (is_item(sheet, remark.text.text) || is_known_in_brackets(sheet, remark.text.text)) return;
        const Message* message = remark.detail.empty() ? &kNothingNear : nullptr;
        report.add(
            sheet, place.named(label_word(remark.text.text)),
            Saying{.arguments = {same(excerpt(remark.text.text)), same(excerpt(remark.detail))}, .message = message});
    });
}

}  // namespace
}  // namespace unknown_label_rule

const RuleBody unknown_label{
    .texts = {.title = {"様式にない見出し", "label that is not in the form"},
              .message = {"見出し「{0}」は様式にありません。「{1}」の誤りではありませんか。",
                          "The form has no label {0}; did you mean {1}?"},
              .why = {"知らない見出しの下の文章は、どの欄のものか決められません。",
                      "What stands under an unknown label belongs to no field."},
              .wrong = "見出し 数値目標: 数値目票",
              .right = "見出し 数値目標: 数値目標"},
    .on_sheet = unknown_label_rule::check,
};

}  // namespace goalsheet::rules
