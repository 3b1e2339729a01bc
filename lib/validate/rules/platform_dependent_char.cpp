// SPDX-License-Identifier: MIT
#include <array>
#include <map>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/mojibake.hpp"

namespace goalsheet::rules {
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

std::string find_substitute(std::string_view character, std::string_view before) {
    const bool metre = before.ends_with("m") || before.ends_with("ｍ") || before.ends_with("m ");
    if (metre && character == "³") return "立方メートル";
    if (metre && character == "²") return "平方メートル";
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
    if (is_of_names(found.first.value) && !substitute.empty())
        return report.add(sheet, place,
                          Saying{.arguments = {shown, same(substitute), how_often(found.count)}, .message = &kName});
    if (substitute.empty())
        report.add(sheet, place, Saying{.arguments = {shown, how_often(found.count)}, .message = &kAlone});
    else
        report.add(sheet, place, {shown, same(substitute), how_often(found.count)});
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
    for (const auto& [value, occurrence] : found) {
        std::string character;
        append_utf8(character, value);
        if (allowed.find(character) == std::string::npos) speak(sheet, occurrence, report);
    }
}

}  // namespace

const RuleBody platform_dependent_char{
    .texts = {.title = {"機種依存文字", "character that does not display everywhere"},
              .message = {"「{0}」は環境依存文字（機種依存文字）で、環境により正しく表示されないことがあります。「{1}"
                          "」と書いてください{2}。",
                          "“{0}” depends on the system and may not display everywhere; write {1}{2}."},
              .why = {"JIS X 0208（と①〜⑳、～）にない文字は、古い端末や読み上げで欠けることがあります。",
                      "Characters outside JIS X 0208 (and ①–⑳, ～) get lost on older machines and in screen readers."},
              .wrong = "現況・課題: 処理量は年3,000m³である。",
              .right = "現況・課題: 処理量は年3,000立方メートルである。"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
