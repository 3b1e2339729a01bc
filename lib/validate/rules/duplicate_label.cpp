// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"
#include "validate/scope/remarks.hpp"

namespace goalsheet::rules {
namespace duplicate_label_rule {
namespace {

void check(const SheetScope& sheet, Reporter& report) {
    for_each_remark(sheet, remark::kDuplicateLabel, [&](const Remark& remark, const Place& place) {
        report.add(sheet, place.named(label_word(remark.text.text)),
                   {same(excerpt(remark.text.text.empty() ? remark.detail : remark.text.text))});
    });
}

}  // namespace
}  // namespace duplicate_label_rule

const RuleBody duplicate_label{
    .texts = {.title = {"同じ見出しが2つある", "the same label twice"},
              .message = {"「{0}」が2か所あります。1つにしてください。", "Label {0} appears twice; keep one."},
              .why = {"どちらの記入が正しいか、読む側では決められません。",
                      "A reader cannot tell which of the two entries holds."},
              .wrong = "見出し 優先順位: 部局名",
              .right = "見出し 優先順位: 優先順位"},
    .on_sheet = duplicate_label_rule::check,
};

}  // namespace goalsheet::rules
