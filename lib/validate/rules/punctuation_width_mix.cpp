// SPDX-License-Identifier: MIT
#include <array>
#include <utility>
#include <vector>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace punctuation_width_mix_rule {
namespace {

const Message kBrackets = {"「（」（{0}か所）と「(」（{1}か所）が混ざっています。どちらかにそろえてください。",
                           "Brackets of both widths are mixed (（ {0}, ( {1}); use one."};

struct Site {
    const SheetScope* sheet = nullptr;
    CharacterHit hit{};
};

using Uses = std::vector<Site>;

bool is_ascii_word(char32_t c) { return c > 0x20 && c < 0x7F; }

char32_t before(const FieldText& field, const CharacterHit& hit) {
    return decode_before(field.text->text, hit.offset).value;
}
char32_t after(const FieldText& field, const CharacterHit& hit) {
    return decode_at(field.text->text, hit.offset + 1).value;
}

// 10:00, https://, 1:2 are no punctuation of a sentence.
bool is_technical_colon(const FieldText& field, const CharacterHit& hit) {
    const char32_t right = after(field, hit);
    return right == '/' ||
           (is_ascii_word(before(field, hit)) && (digit_value(right) && digit_value(before(field, hit))));
}

constexpr std::size_t kBracketBytes = 400;  // a longer one is a whole sentence, and its width is not the question

// (1), (ア), (株) and (n/m) are half width by custom: only brackets around words count.
bool is_short_bracket(const FieldText& field, const CharacterHit& hit) {
    if (hit.value != '(') return true;
    const std::string_view text = field.text->text;
    const std::size_t close = text.substr(0, hit.offset + kBracketBytes).find(')', hit.offset);
    if (close == std::string_view::npos) return true;
    const std::string_view inner = text.substr(hit.offset + 1, close - hit.offset - 1);
    std::size_t wide = 0;
    for (std::size_t at = 0; at < inner.size(); at += decode_at(inner, at).length)
        wide += decode_at(inner, at).value >= 0x80;
    return wide < 2;
}

void count_colons(const SheetScope& sheet, Uses& full, Uses& half) {
    for (const CharacterHit& hit : sheet.characters().of(CharacterClass::fullwidth_colon))
        full.push_back({&sheet, hit});
    for (const CharacterHit& hit : sheet.characters().of(CharacterClass::ascii_colon))
        if (!is_technical_colon(sheet.texts()[hit.text], hit)) half.push_back({&sheet, hit});
}

void count_brackets(const SheetScope& sheet, Uses& full, Uses& half) {
    for (const CharacterHit& hit : sheet.characters().of(CharacterClass::fullwidth_paren))
        if (hit.value == U'（') full.push_back({&sheet, hit});
    for (const CharacterHit& hit : sheet.characters().of(CharacterClass::ascii_paren))
        if (!is_short_bracket(sheet.texts()[hit.text], hit)) half.push_back({&sheet, hit});
}

// The other width of a sign.
std::string_view other_width(std::string_view sign) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kPairs = {
        {{"：", ":"}, {"（", "("}, {"）", ")"}}};
    for (const auto& [full, half] : kPairs) {
        if (sign == full) return half;
        if (sign == half) return full;
    }
    return {};
}

void add_edit(const SourcedText& text, std::size_t at, std::vector<TextEdit>& edits) {
    const std::size_t length = decode_at(text.text, at).length;
    const std::string_view sign = std::string_view(text.text).substr(at, length);
    edits.push_back({&text, at, at + length, std::string(other_width(sign))});
}

// Every one of the rarer form; a bracket with the one that closes it.
std::vector<TextEdit> edits_of(const Uses& rarer) {
    std::vector<TextEdit> edits;
    for (const Site& site : rarer) {
        const SourcedText& text = *site.sheet->texts()[site.hit.text].text;
        add_edit(text, site.hit.offset, edits);
        const bool bracket = site.hit.value == '(' || site.hit.value == U'（';
        if (!bracket) continue;
        const std::size_t inside = site.hit.offset + decode_at(text.text, site.hit.offset).length;
        const std::size_t close = text.text.find(site.hit.value == '(' ? ")" : "）", inside);
        const std::string_view between =
            std::string_view(text.text).substr(inside, close == std::string::npos ? close : close - inside);
        // Brackets in brackets are for somebody who reads them.
        if (close == std::string::npos || between.find("(") != std::string_view::npos ||
            between.find("（") != std::string_view::npos)
            return {};
        add_edit(text, close, edits);
    }
    return edits;
}

// Points at the rarer form, which is the one to change.
void compare(const Uses& full, const Uses& half, const Message* message, Reporter& report) {
    if (full.empty() || half.empty()) return;
    const Uses& rarer = half.size() <= full.size() ? half : full;
    const Site& site = rarer.front();
    const FieldText& field = site.sheet->texts()[site.hit.text];
    const std::size_t end = site.hit.offset + decode_at(field.text->text, site.hit.offset).length;
    report.add(*site.sheet, site.sheet->at(field, site.hit.offset, end),
               Saying{.arguments = {count_word(full.size()), count_word(half.size())},
                      .message = message,
                      .edits = edits_of(rarer)});
}

void check(const DocumentScope& page, Reporter& report) {
    Uses full_colons;
    Uses half_colons;
    Uses full_brackets;
    Uses half_brackets;
    for (const auto& sheet : page.sheets) {
        count_colons(*sheet, full_colons, half_colons);
        count_brackets(*sheet, full_brackets, half_brackets);
    }
    compare(full_colons, half_colons, nullptr, report);
    compare(full_brackets, half_brackets, &kBrackets, report);
}

}  // namespace
}  // namespace punctuation_width_mix_rule

const RuleBody punctuation_width_mix{
    .texts = {.title = {"約物の全角と半角の混在", "punctuation of both widths"},
              .message = {"「：」（{0}か所）と「:」（{1}か所）が混ざっています。どちらかにそろえてください。",
                          "Colons of both widths are mixed (： {0}, : {1}); use one."},
              .why = {"検索や項目の切り出しで片方しか見つかりません。",
                      "Searches and programs find only one of the two."},
              .wrong = "数値目標: (1) 回収拠点数：20箇所\n  (2) 出前講座:12回",
              .right = "数値目標: (1) 回収拠点数：20箇所\n  (2) 出前講座：12回"},
    .on_document = punctuation_width_mix_rule::check,
};

}  // namespace goalsheet::rules
