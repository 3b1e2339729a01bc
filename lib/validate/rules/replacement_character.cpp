// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/mojibake.hpp"

namespace goalsheet::rules {
namespace replacement_character_rule {
namespace {

constexpr std::array<std::string_view, 10> kExcelErrors = {"#DIV/0!", "#REF!",  "#N/A",    "#VALUE!", "#NAME?",
                                                           "#NUM!",   "#NULL!", "#SPILL!", "#CALC!",  "####"};

const Message kMojibake = {"「{0}」は文字化けしています。元の文書から貼り直してください。",
                           "“{0}” is garbled: it was read in the wrong encoding. Paste it again from the source."};
const Message kMeant = {"「{0}」は「{1}」の文字化けと思われます。元の文書から貼り直してください。",
                        "“{0}” is garbled and probably meant “{1}”; paste it again from the source."};
const Message kExcelError = {"Excelのエラー値「{0}」が残っています。正しい値を書いてください。",
                             "An error value of Excel ({0}) was left in; write the right value."};

// Where the reader itself put U+FFFD for bytes it could not decode, GS001 has spoken already.
bool was_undecodable(const SheetScope& sheet) {
    const auto is_it = [](const Remark& one) { return one.kind == remark::kUndecodable; };
    const auto& remarks = sheet.page.document.remarks;
    return std::any_of(remarks.begin(), remarks.end(), is_it);
}

void check_mojibake(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    const std::string_view text = field.text->text;
    const auto found = find_mojibake(text);
    if (!found) return;
    const Phrase& at = found->phrase;
    report.add(
        sheet, sheet.at(field, at.begin, at.end),
        Saying{.arguments = {same(excerpt(text.substr(at.begin, at.end - at.begin))), same(excerpt(found->meant))},
               .message = found->meant.empty() ? &kMojibake : &kMeant});
}

void check_excel_error(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    const std::string_view text = field.text->text;
    if (text.find('#') == std::string_view::npos) return;
    const auto found = find_phrase<kExcelErrors>(text);
    if (!found) return;
    report.add(
        sheet, sheet.at(field, found->begin, found->end),
        Saying{.arguments = {same(text.substr(found->begin, found->end - found->begin))}, .message = &kExcelError});
}

const Message kFormula = {"数式「{0}」が文字のまま残っています。計算した値を書いてください。",
                          "A formula ({0}) was left as text; write its value."};

// =SUM(C3:C8) as text.
void check_formula(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    const std::string_view text = field.text->text;
    for (std::size_t at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
        std::size_t end = at + 1;
        while (end < text.size() && text[end] >= 'A' && text[end] <= 'Z') ++end;
        if (end - at < 3 || end >= text.size() || text[end] != '(') continue;
        const std::size_t close = std::min(text.find(')', end), text.size() - 1) + 1;
        report.add(sheet, sheet.at(field, at, close),
                   Saying{.arguments = {same(excerpt(text.substr(at, close - at)))}, .message = &kFormula});
        return;
    }
}

void check_characters(const SheetScope& sheet, Reporter& report) {
    const bool undecodable = was_undecodable(sheet);
    std::size_t last_text = std::string::npos;
    for (const CharacterHit& hit : sheet.characters().of(CharacterClass::replacement)) {
        if (hit.text == last_text || (undecodable && hit.value == 0xFFFD)) continue;
        last_text = hit.text;
        const Message shown = same(hit.value == 0xFFFD ? "�" : "〓");
        report.add(sheet, sheet.at(sheet.texts()[hit.text], hit.offset, hit.offset + 3), {shown});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    check_characters(sheet, report);
    for (const FieldText& field : sheet.texts()) {
        check_mojibake(sheet, field, report);
        check_excel_error(sheet, field, report);
        check_formula(sheet, field, report);
    }
}

}  // namespace
}  // namespace replacement_character_rule

const RuleBody replacement_character{
    .texts = {.title = {"文字化け", "garbled character"},
              .message = {"文字化け（{0}）があります。元の文書から該当箇所を貼り直してください。",
                          "Garbled character ({0}); paste this part again from the source."},
              .why = {"元の文字は失われていて、誰にも復元できません。",
                      "The original character is lost; nobody can restore it."},
              .wrong = "現況・課題: ごみの排出量が�加している。",
              .right = "現況・課題: ごみの排出量が増加している。"},
    .on_sheet = replacement_character_rule::check,
};

}  // namespace goalsheet::rules
