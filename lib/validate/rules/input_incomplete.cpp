// SPDX-License-Identifier: MIT
#include "goalsheet/review_remarks.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/remarks.hpp"

namespace goalsheet::rules {
namespace input_incomplete_rule {
namespace {

const Message kLimit = {"上限（{0}）を超えた部分は読んでいません。ファイルを分けてください。",
                        "What exceeds a limit ({0}) was not read; split the file."};

const Message kPart = {"文書に差し込まれた部品（{0}）は読めません。内容を本文に貼り付けてください。",
                       "A file that was put into the document ({0}) cannot be read; paste its content into the text."};

void check(const DocumentScope& page, Reporter& report) {
    for_each_remark(page, remark::kTruncated, [&](const Remark& remark, const Place& place) {
        report.add(page, place, {same(excerpt(remark.detail))});
    });
    for_each_remark(page, remark::kLimit, [&](const Remark& remark, const Place& place) {
        report.add(page, place, Saying{.arguments = {same(excerpt(remark.detail))}, .message = &kLimit});
    });
    for_each_remark(page, remark::kNotRead, [&](const Remark& remark, const Place& place) {
        report.add(page, place, Saying{.arguments = {same(excerpt(remark.detail))}, .message = &kPart});
    });
}

}  // namespace
}  // namespace input_incomplete_rule

const RuleBody input_incomplete{
    .texts = {.title = {"ファイルが途中で切れている", "the file breaks off"},
              .message = {"ファイルが途中で切れています（閉じていない要素: {0}）。元のファイルを保存し直してください。",
                          "The file breaks off (element left open: {0}); save it again from the source."},
              .why = {"切れた後の取組や報告は点検も集計もされません。",
                      "Items and reports behind the break are neither checked nor counted."},
              .wrong = "# 表の途中（</table> の前）で終わるHTML",
              .right = "# </html> まであるHTML"},
    .on_document = input_incomplete_rule::check,
};

}  // namespace goalsheet::rules
