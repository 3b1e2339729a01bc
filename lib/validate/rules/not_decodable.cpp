// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"
#include "validate/scope/remarks.hpp"

namespace goalsheet::rules {
namespace not_decodable_rule {
namespace {

const Message kPartly = {
    "UTF-8でもCP932でもないバイトが{0}か所あり、�で置き換えました。元の文書からUTF-8で保存し直してください。",
    "Bytes in {0} places are neither UTF-8 nor CP932 and were replaced by �; save the source again as UTF-8."};

// Once for a file: a wrong encoding breaks it in thousands of places.
void check(const DocumentScope& page, Reporter& report) {
    std::size_t count = 0;
    Place first;
    for_each_remark(page, remark::kUndecodable, [&](const Remark&, const Place& place) {
        if (count++ == 0) first = place;
    });
    if (count > 0) report.add(page, first, Saying{.arguments = {count_word(count)}, .message = &kPartly});
}

}  // namespace
}  // namespace not_decodable_rule

const RuleBody not_decodable{
    .texts =
        {.title = {"文字コードを判別できない", "the text cannot be decoded"},
         .message = {"文字コードを判別できません。UTF-8で保存し直すか、`--encoding cp932` を付けて実行してください。",
                     "Cannot decode the file. Save it as UTF-8 or pass `--encoding cp932`."},
         .why = {"読めない文字があるまま進むと、数値や題名が黙って欠けます。",
                 "Going on with characters nobody can read would silently lose figures and titles."},
         .wrong = "# UTF-8でもCP932でもないバイト列（0xFF 0x80 …）を含むファイル",
         .right = "# UTF-8で保存したファイル"},
    .on_document = not_decodable_rule::check,
};

}  // namespace goalsheet::rules
