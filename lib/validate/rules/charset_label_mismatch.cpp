// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/remarks.hpp"

namespace goalsheet::rules {
namespace {

const Message kShiftJis = {
    "宣言は{0}ですが「①」などCP932だけの文字があります。`charset=windows-31j` とするかUTF-8で保存してください。",
    "Declared {0} but CP932-only bytes occur; relabel it windows-31j or save it as UTF-8."};

bool is_shift_jis(std::string_view label) {
    const std::string plain = fold(label);
    return plain.find("shift") != std::string::npos || plain.find("sjis") != std::string::npos;
}

void check(const DocumentScope& page, Reporter& report) {
    for_each_remark(page, remark::kCharsetMismatch, [&](const Remark& remark, const Place& place) {
        const std::string_view detail = remark.detail;
        const std::string_view declared = trim(detail.substr(0, detail.find(' ')));
        const Message* message =
            is_shift_jis(declared) && page.document.source.encoding == "windows-31j" ? &kShiftJis : nullptr;
        report.add(
            page, place,
            Saying{.arguments = {same(excerpt(declared)), same(page.document.source.encoding)}, .message = message});
    });
}

}  // namespace

const RuleBody charset_label_mismatch{
    .texts = {.title = {"文字コードの宣言と中身が違う", "declared and actual encoding differ"},
              .message = {"文字コードの宣言は{0}ですが中身は{1}です。宣言を直すかUTF-8で保存してください。",
                          "Declared {0} but the content is {1}; correct the declaration or save it as UTF-8."},
              .why = {"宣言を信じる閲覧ソフトでは①や㈱が文字化けします。",
                      "Software that trusts the declaration garbles characters such as ① and ㈱."},
              .wrong = "# <meta charset=\"Shift_JIS\"> と宣言し、①（0x87 0x40）を含むファイル",
              .right = "# <meta charset=\"utf-8\"> と宣言し、UTF-8で保存したファイル"},
    .on_document = check,
};

}  // namespace goalsheet::rules
