// SPDX-License-Identifier: MIT
#include <algorithm>

#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace wave_dash_mix_rule {
namespace {

// Ranges of numbers become structure; the cells as written still have their signs.
std::size_t count_in_cells(const SheetScope& sheet, std::string_view sign) {
    std::size_t count = 0;
    for (const Item& item : sheet.sheet.items) {
        const SourcedText* cell = cell_of(item, FieldId::deadline);
        for (std::size_t at = cell ? cell->text.find(sign) : std::string::npos; at != std::string::npos;
             at = cell->text.find(sign, at + sign.size()))
            ++count;
    }
    return count;
}

// Every 〜 of the sheet.
std::vector<TextEdit> edits_of(const SheetScope& sheet, const std::vector<CharacterHit>& hits) {
    constexpr std::string_view kWave = "〜";
    std::vector<TextEdit> edits;
    for (const CharacterHit& hit : hits)
        edits.push_back({sheet.texts()[hit.text].text, hit.offset, hit.offset + kWave.size(), "～"});
    for (const Item& item : sheet.sheet.items) {
        const SourcedText* cell = cell_of(item, FieldId::deadline);
        for (std::size_t at = cell ? cell->text.find(kWave) : std::string::npos; at != std::string::npos;
             at = cell->text.find(kWave, at + kWave.size()))
            edits.push_back({cell, at, at + kWave.size(), "～"});
    }
    return edits;
}

Place first_of(const SheetScope& sheet, const std::vector<CharacterHit>& hits, std::string_view sign) {
    if (!hits.empty())
        return sheet.at(sheet.texts()[hits.front().text], hits.front().offset, hits.front().offset + sign.size());
    for (const Item& item : sheet.sheet.items) {
        const SourcedText* cell = cell_of(item, FieldId::deadline);
        const std::size_t at = cell ? cell->text.find(sign) : std::string::npos;
        if (at != std::string::npos) return sheet.at(item, FieldId::deadline).part(at, at + sign.size());
    }
    return sheet.whole();
}

void check(const SheetScope& sheet, Reporter& report) {
    constexpr std::string_view kWave = "〜";
    constexpr std::string_view kTilde = "～";
    const auto& hits = sheet.characters().of(CharacterClass::wave_dash);
    const std::size_t waves = std::max(hits.size(), count_in_cells(sheet, kWave));
    const std::size_t tildes =
        std::max(sheet.characters().of(CharacterClass::fullwidth_tilde).size(), count_in_cells(sheet, kTilde));
    if (waves == 0 || tildes == 0) return;
    report.add(sheet, first_of(sheet, hits, kWave),
               Saying{.arguments = {count_word(waves), count_word(tildes)}, .edits = edits_of(sheet, hits)});
}

}  // namespace
}  // namespace wave_dash_mix_rule

const RuleBody wave_dash_mix{
    .texts = {.title = {"波ダッシュと全角チルダの混在", "two kinds of wave dash"},
              .message = {"波ダッシュ「〜」（U+301C、{0}か所）と全角チルダ「～」（U+FF5E、{1}"
                          "字）が混ざっています。「～」にそろえてください。",
                          "U+301C ({0}) and U+FF5E ({1}) are mixed; use ～ (U+FF5E)."},
              .why = {"見た目が同じでも別の文字で、検索で片方しか見つかりません。",
                      "They look alike but are two characters; a search finds only one of them."},
              .wrong = "期間・期限: (1)～(2) 年度末まで\n②期間・期限: (1) 4月〜10月",
              .right = "期間・期限: (1)～(2) 年度末まで\n②期間・期限: (1) 4月～10月"},
    .on_sheet = wave_dash_mix_rule::check,
};

}  // namespace goalsheet::rules
