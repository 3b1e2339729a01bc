// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/mojibake.hpp"

namespace goalsheet::rules {
namespace halfwidth_kana_rule {
namespace {

constexpr std::size_t kBytes = 3;  // of a half-width kana in UTF-8

void check(const SheetScope& sheet, Reporter& report) {
    const auto& hits = sheet.characters().of(CharacterClass::halfwidth_kana);
    for (std::size_t i = 0; i < hits.size();) {
        std::size_t last = i;
        while (last + 1 < hits.size() && hits[last + 1].text == hits[i].text &&
               hits[last + 1].offset == hits[last].offset + kBytes)
            ++last;
        const FieldText& field = sheet.texts()[hits[i].text];
        const std::size_t next = last + 1;
        // What GS004 calls garbled has no kana to be widened.
        if (find_mojibake(field.text->text)) {
            i = next;
            continue;
        }
        const std::string word = field.text->text.substr(hits[i].offset, hits[last].offset + kBytes - hits[i].offset);
        report.add(sheet, sheet.at(field, hits[i].offset, hits[last].offset + kBytes),
                   Saying{.arguments = {same(excerpt(word)), same(excerpt(nfkc(word)))},
                          .edits = {{field.text, hits[i].offset, hits[last].offset + kBytes, nfkc(word)}}});
        i = next;
    }
}

}  // namespace
}  // namespace halfwidth_kana_rule

const RuleBody halfwidth_kana{
    .texts = {.title = {"半角カナ", "half-width katakana"},
              .message = {"半角カナ「{0}」を全角の「{1}」にしてください。", "Write half-width {0} as full-width {1}."},
              .why = {"半角カナは検索で見つからず、文字化けの原因にもなります。",
                      "Half-width katakana is not found by searches and gets garbled."},
              .wrong = "現況・課題: ﾘｻｲｸﾙ率が伸びない。",
              .right = "現況・課題: リサイクル率が伸びない。"},
    .on_sheet = halfwidth_kana_rule::check,
};

}  // namespace goalsheet::rules
