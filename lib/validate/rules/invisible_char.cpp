// SPDX-License-Identifier: MIT
#include <map>
#include <vector>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace invisible_char_rule {
namespace {

const Message kCombining = {"濁点・半濁点が文字と分かれています（{0}）{1}。入力し直してください。",
                            "A voicing mark stands apart from its letter ({0}){1}; type the letter again."};

Message how_often(std::size_t count) {
    if (count < 2) return {};
    return {"（" + std::to_string(count) + "か所）", " (" + std::to_string(count) + " places)"};
}

// 葛󠄀: the shape of a name's character.
bool selects_variant(const SheetScope& sheet, const CharacterHit& hit) {
    const bool selector =
        (hit.value >= 0xFE00 && hit.value <= 0xFE0F) || (hit.value >= 0xE0100 && hit.value <= 0xE01EF);
    return selector && is_kanji(decode_before(sheet.texts()[hit.text].text->text, hit.offset).value);
}

// Gone; a voicing mark joins its letter.
TextEdit edit_of(const SourcedText& text, const CharacterHit& hit) {
    const std::size_t end = hit.offset + decode_at(text.text, hit.offset).length;
    if (hit.kind != CharacterClass::combining_voice) return {&text, hit.offset, end, {}};
    const std::size_t begin = hit.offset - decode_before(text.text, hit.offset).length;
    return {&text, begin, end, nfkc(std::string_view(text.text).substr(begin, end - begin))};
}

// One finding for a character of a sheet, however often it stands there.
void check_class(const SheetScope& sheet, CharacterClass kind, const Message* message, Reporter& report) {
    std::map<char32_t, std::pair<CharacterHit, std::size_t>> found;
    std::map<char32_t, std::vector<TextEdit>> edits;
    for (const CharacterHit& hit : sheet.characters().of(kind)) {
        if (selects_variant(sheet, hit)) continue;
        ++found.try_emplace(hit.value, hit, 0U).first->second.second;
        edits[hit.value].push_back(edit_of(*sheet.texts()[hit.text].text, hit));
    }
    for (const auto& [value, one] : found) {
        const auto& [hit, count] = one;
        const FieldText& field = sheet.texts()[hit.text];
        const std::size_t end = hit.offset + decode_at(field.text->text, hit.offset).length;
        report.add(sheet, sheet.at(field, hit.offset, end),
                   Saying{.arguments = {same(code_point_name(value)), how_often(count)},
                          .message = message,
                          .edits = edits[value]});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    check_class(sheet, CharacterClass::invisible, nullptr, report);
    check_class(sheet, CharacterClass::combining_voice, &kCombining, report);
}

}  // namespace
}  // namespace invisible_char_rule

const RuleBody invisible_char{
    .texts = {.title = {"見えない文字", "invisible character"},
              .message = {"見えない文字（{0}）があります{1}。削除してください。",
                          "Invisible character ({0}){1}; delete it."},
              .why = {"検索や比較が一致せず、XMLなどの形式では読めなくなります。",
                      "Searches and comparisons miss the word, and formats such as XML forbid some of them."},
              .wrong = "現況・課題: ごみの\u200B排出量が増加している。",
              .right = "現況・課題: ごみの排出量が増加している。"},
    .on_sheet = invisible_char_rule::check,
};

}  // namespace goalsheet::rules
