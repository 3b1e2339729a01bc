// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/mojibake.hpp"

namespace goalsheet::rules {
namespace platform_dependent_char_rule {
namespace {

struct Substitute {
    std::string_view character;
    std::string_view words;
};
// Where NFKC alone would mislead (m³ → m3) or says nothing.
constexpr std::array<Substitute, 22> kSubstitutes = {{{"㎡", "平方メートル"},
                                                      {"㎥", "立方メートル"},
                                                      {"㎞", "キロメートル"},
                                                      {"㎢", "平方キロメートル"},
                                                      {"㏊", "ヘクタール"},
                                                      {"㎏", "キログラム"},
                                                      {"㎜", "ミリメートル"},
                                                      {"㎝", "センチメートル"},
                                                      {"㌔", "キロ"},
                                                      {"㌧", "トン"},
                                                      {"㌫", "%"},
                                                      {"㈱", "(株)"},
                                                      {"㈲", "(有)"},
                                                      {"№", "No."},
                                                      {"℡", "電話"},
                                                      {"髙", "高"},
                                                      {"﨑", "崎"},
                                                      {"德", "徳"},
                                                      {"濵", "浜"},
                                                      {"栁", "柳"},
                                                      {"巢", "巣"},
                                                      {"𠮷", "吉"}}};

const Message kAlone = {
    "「{0}"
    "」は環境依存文字（機種依存文字）で、環境により正しく表示されないことがあります。別の文字か言葉に置き換えてください"
    "{1}。",
    "“{0}” depends on the system and may not display everywhere; use another character or words{1}."};
const Message kName = {
    "「{0}」は人名などの字で、環境により正しく表示されないことがあります。その字のまま使うか「{1}"
    "」とするかは、本人や市の取扱いに合わせてください{2}。",
    "“{0}” is a character of names that may not display everywhere; keep it or write {1}, as the "
    "bearer or the city wants it{2}."};

// Characters of names, which nobody but the bearer may replace.
bool is_of_names(char32_t c) { return is_kanji(c); }

// m³ and not ³ alone: the unit that the sign belongs to.
std::size_t start_of_unit(std::string_view text, std::size_t at) {
    const char32_t sign = decode_at(text, at).value;
    if (sign != U'²' && sign != U'³') return at;
    if (at > 0 && is_space(decode_before(text, at).value)) at -= decode_before(text, at).length;
    while (at > 0) {
        const CodePoint before = decode_before(text, at);
        const bool letter = (before.value >= 'a' && before.value <= 'z') ||
                            (before.value >= 'A' && before.value <= 'Z') ||
                            (before.value >= 0xFF41 && before.value <= 0xFF5A);
        if (!letter) break;
        at -= before.length;
    }
    return at;
}

// The longer come first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kLengths = {{{"km", "キロメートル"},
                                                                                    {"ｋｍ", "キロメートル"},
                                                                                    {"cm", "センチメートル"},
                                                                                    {"mm", "ミリメートル"},
                                                                                    {"m", "メートル"},
                                                                                    {"ｍ", "メートル"},
                                                                                    {"m ", "メートル"},
                                                                                    {"km ", "キロメートル"}}};

std::string find_substitute(std::string_view character, std::string_view before) {
    for (const auto& [unit, words] : kLengths)
        if (before.ends_with(unit) && (character == "²" || character == "³"))
            return std::string(character == "²" ? "平方" : "立方") + std::string(words);
    for (const Substitute& one : kSubstitutes)
        if (one.character == character) return std::string(one.words);
    // 1,200 and a raised 1 written as 1,2001 would be another number.
    const char32_t last = decode_before(before, before.size()).value;
    const char32_t own = decode_at(character, 0).value;
    const bool raised = own == U'¹' || own == U'²' || own == U'³' || (own >= 0x2070 && own <= 0x208E);
    if (raised && (digit_value(last) || last == U'※' || last == '*')) return {};
    const std::string plain = nfkc(character);
    return plain == character ? std::string() : plain;
}

// 2 for ² alone would be another text.
bool is_kanji_or_kana(std::string_view words) {
    const char32_t first = decode_at(words, 0).value;
    return is_kanji(first) || is_katakana(first) || first == '%';
}

// Units alone: ㈱ and Ⅱ may be part of a name.
bool is_unit(std::string_view character) {
    constexpr std::size_t kUnits = 11;  // so many stand first in the list
    return character == "²" || character == "³" ||
           std::any_of(kSubstitutes.begin(), kSubstitutes.begin() + kUnits,
                       [&](const Substitute& one) { return one.character == character; });
}

// Every place of a unit's sign in the sheet.
std::vector<TextEdit> edits_of(const SheetScope& sheet, char32_t value) {
    std::vector<TextEdit> edits;
    for (const CharacterHit& hit : sheet.characters().of(CharacterClass::unsafe)) {
        if (hit.value != value) continue;
        const SourcedText& text = *sheet.texts()[hit.text].text;
        const std::size_t end = hit.offset + decode_at(text.text, hit.offset).length;
        const std::string_view character = std::string_view(text.text).substr(hit.offset, end - hit.offset);
        const std::string words = find_substitute(character, std::string_view(text.text).substr(0, hit.offset));
        if (!is_unit(character) || words.empty() || !is_kanji_or_kana(words)) return {};
        edits.push_back({&text, start_of_unit(text.text, hit.offset), end, words});
    }
    return edits;
}

// One finding for a character of a sheet, however often it stands there.
struct Occurrence {
    CharacterHit first;
    std::size_t count = 0;
};

Message how_often(std::size_t count) {
    if (count < 2) return {};
    return {"（" + std::to_string(count) + "か所）", " (" + std::to_string(count) + " places)"};
}

void speak(const SheetScope& sheet, const Occurrence& found, Reporter& report) {
    const FieldText& field = sheet.texts()[found.first.text];
    const std::string_view text = field.text->text;
    const std::size_t end = found.first.offset + decode_at(text, found.first.offset).length;
    const std::string_view character = text.substr(found.first.offset, end - found.first.offset);
    const std::string substitute = find_substitute(character, text.substr(0, found.first.offset));
    const std::size_t begin = start_of_unit(text, found.first.offset);
    const Message shown = same(text.substr(begin, end - begin));
    const Place place = sheet.at(field, found.first.offset, end);
    if (substitute.empty())
        report.add(sheet, place, Saying{.arguments = {shown, how_often(found.count)}, .message = &kAlone});
    else
        report.add(sheet, place,
                   Saying{.arguments = {shown, same(substitute), how_often(found.count)},
                          .edits = edits_of(sheet, found.first.value)});
}

std::string_view character_of(const SheetScope& sheet, const CharacterHit& hit) {
    const std::string_view text = sheet.texts()[hit.text].text->text;
    return text.substr(hit.offset, decode_at(text, hit.offset).length);
}

// Of names one finding for a sheet: there is nothing to correct, only to know.
void speak_of_names(const SheetScope& sheet, const std::vector<Occurrence>& names, Reporter& report) {
    if (names.empty()) return;
    std::string shown;
    std::string plain;
    std::size_t count = 0;
    const Occurrence* first = &names.front();
    for (const Occurrence& name : names) {
        const std::string_view character = character_of(sheet, name.first);
        shown += (shown.empty() ? "" : "」「") + std::string(character);
        plain += (plain.empty() ? "" : "」「") + find_substitute(character, {});
        count += name.count;
        if (std::pair(name.first.text, name.first.offset) < std::pair(first->first.text, first->first.offset))
            first = &name;
    }
    const CharacterHit& hit = first->first;
    report.add(sheet, sheet.at(sheet.texts()[hit.text], hit.offset, hit.offset + character_of(sheet, hit).size()),
               Saying{.arguments = {same(shown), same(plain), names.size() == count ? Message{} : how_often(count)},
                      .message = &kName,
                      .at_most = Severity::info});
}

void check(const SheetScope& sheet, Reporter& report) {
    const std::string& allowed = sheet.page.policy.allowed_characters;
    std::map<char32_t, Occurrence> found;
    std::size_t last_text = std::string::npos;
    bool garbled = false;
    for (const CharacterHit& hit : sheet.characters().of(CharacterClass::unsafe)) {
        if (hit.text != last_text) garbled = find_mojibake(sheet.texts()[hit.text].text->text).has_value();
        last_text = hit.text;
        if (garbled) continue;  // GS004 has spoken
        Occurrence& one = found.try_emplace(hit.value, Occurrence{hit, 0}).first->second;
        ++one.count;
    }
    std::vector<Occurrence> names;
    for (const auto& [value, occurrence] : found) {
        std::string character;
        append_utf8(character, value);
        if (allowed.find(character) != std::string::npos) continue;
        if (is_of_names(value) && !find_substitute(character, {}).empty())
            names.push_back(occurrence);
        else
            speak(sheet, occurrence, report);
    }
    speak_of_names(sheet, names, report);
}

}  // namespace
}  // namespace platform_dependent_char_rule

const RuleBody platform_dependent_char{
    .texts = {.title = {"機種依存文字", "character that does not display everywhere"},
              .message = {"「{0}」は環境依存文字（機種依存文字）で、環境により正しく表示されないことがあります。「{1}"
                          "」と書いてください{2}。",
                          "“{0}” depends on the system and may not display everywhere; write {1}{2}."},
              .why = {"JIS X 0208（と①〜⑳、～）にない文字は、古い端末や読み上げで欠けることがあります。",
                      "Characters outside JIS X 0208 (and ①–⑳, ～) get lost on older machines and in screen readers."},
              .wrong = "現況・課題: 処理量は年3,000m³である。",
              .right = "現況・課題: 処理量は年3,000立方メートルである。"},
    .on_sheet = platform_dependent_char_rule::check,
};

}  // namespace goalsheet::rules
