// SPDX-License-Identifier: MIT
#include <algorithm>

#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace {

// Where the reader itself put U+FFFD for bytes it could not decode, GS001 has spoken already.
bool was_undecodable(const SheetScope& sheet) {
    const auto is_it = [](const Remark& one) { return one.kind == remark::kUndecodable; };
    const auto& remarks = sheet.page.document.remarks;
    return std::any_of(remarks.begin(), remarks.end(), is_it);
}

void check(const SheetScope& sheet, Reporter& report) {
    const bool undecodable = was_undecodable(sheet);
    std::size_t last_text = std::string::npos;
    for (const CharacterHit& hit : sheet.characters().of(CharacterClass::replacement)) {
        if (hit.text == last_text || (undecodable && hit.value == 0xFFFD)) continue;
        last_text = hit.text;
        const Message shown = same(hit.value == 0xFFFD ? "�" : "〓");
        report.add(sheet, sheet.at(sheet.texts()[hit.text], hit.offset, hit.offset + 3), {shown});
    }
}

}  // namespace

const RuleBody replacement_character{
    .texts = {.title = {"文字化け", "garbled character"},
              .message = {"文字化け（{0}）があります。元の文書から該当箇所を貼り直してください。",
                          "Garbled character ({0}); paste this part again from the source."},
              .why = {"元の文字は失われていて、誰にも復元できません。",
                      "The original character is lost; nobody can restore it."},
              .wrong = "現況・課題: ごみの排出量が�加している。",
              .right = "現況・課題: ごみの排出量が増加している。"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
