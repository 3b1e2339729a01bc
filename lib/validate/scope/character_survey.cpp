// SPDX-License-Identifier: MIT
#include "validate/scope/character_survey.hpp"

#include <iconv.h>

#include <array>
#include <memory>
#include <string>

#include "goalsheet/text.hpp"
#include "validate/scope/message_words.hpp"

namespace goalsheet {
namespace {

using Table = std::array<CharacterClass, 0x10000>;

// The Unicode characters of one JIS X 0208 row, through iconv's ISO-2022-JP, which holds nothing else.
std::string decode_jis_row(char row) {
    std::string jis = "\x1B$B";
    for (char cell = 0x21; cell < 0x7F; ++cell) jis += {row, cell};
    jis += "\x1B(B";
    std::string utf8;
    const iconv_t converter = iconv_open("UTF-8", "ISO-2022-JP");
    if (converter == reinterpret_cast<iconv_t>(-1)) return utf8;
    std::array<char, 1024> buffer{};
    char* in = jis.data();
    std::size_t in_left = jis.size();
    while (in_left > 0) {
        char* out = buffer.data();
        std::size_t out_left = buffer.size();
        const bool stopped = iconv(converter, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1);
        utf8.append(buffer.data(), buffer.size() - out_left);
        if (!stopped || in_left < 2) continue;
        in += 2;  // a position that the standard leaves empty
        in_left -= 2;
    }
    iconv_close(converter);
    return utf8;
}

void mark(Table& table, std::string_view utf8, CharacterClass kind) {
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        if (point.value < table.size()) table[point.value] = kind;
        at += point.length;
    }
}

void mark_range(Table& table, char32_t first, char32_t last, CharacterClass kind) {
    for (char32_t c = first; c <= last; ++c) table[c] = kind;
}

std::unique_ptr<Table> make_table() {
    auto table = std::make_unique<Table>();
    table->fill(CharacterClass::unsafe);
    mark_range(*table, 0x20, 0x7E, CharacterClass::plain);
    for (char row = 0x21; row < 0x75; ++row) mark(*table, decode_jis_row(row), CharacterClass::plain);
    // What CP932 and Unicode map differently from the standard's own characters, and the circled numbers of the form.
    mark(*table, "－∥―‖−—¢£¬￠￡￢￣￥¥…・\t\n\r", CharacterClass::plain);
    mark_range(*table, 0x2460, 0x2473, CharacterClass::plain);
    for (char32_t c = 0; c < table->size(); ++c)
        if (is_space(c)) (*table)[c] = CharacterClass::plain;
    mark_range(*table, 0xFF61, 0xFF9F, CharacterClass::halfwidth_kana);
    mark_range(*table, 0xFF10, 0xFF19, CharacterClass::fullwidth_digit);
    mark_range(*table, '0', '9', CharacterClass::ascii_digit);
    mark(*table, "〜", CharacterClass::wave_dash);
    mark(*table, "～", CharacterClass::fullwidth_tilde);
    mark(*table, "：", CharacterClass::fullwidth_colon);
    mark(*table, ":", CharacterClass::ascii_colon);
    mark(*table, "（）", CharacterClass::fullwidth_paren);
    mark(*table, "()", CharacterClass::ascii_paren);
    mark(*table, "<", CharacterClass::tag_start);
    for (char32_t c = 0; c < table->size(); ++c)
        if (is_invisible(c)) (*table)[c] = CharacterClass::invisible;
    mark_range(*table, 0x3099, 0x309A, CharacterClass::combining_voice);
    mark(*table, "\uFFFD〓", CharacterClass::replacement);
    return table;
}

const Table& character_table() {
    static const std::unique_ptr<const Table> table = make_table();
    return *table;
}

// The bytes of hiragana, ぁ to ん, that the text goes on with at an offset: half of every text, and all of them plain.
std::size_t hiragana_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (text.size() - end >= 3 && text[end] == '\xE3' &&
           (text[end + 1] == '\x81' ? text[end + 2] != '\x80' : text[end + 1] == '\x82' && text[end + 2] <= '\x93'))
        end += 3;
    return end - at;
}

CharacterClass classify(const Table& table, char32_t c) {
    if (c < table.size()) return table[c];
    // Which shape of a kanji a name has (葛󠄀城市) is part of the name.
    if (c >= 0xE0100 && c <= 0xE01EF) return CharacterClass::plain;
    return is_invisible(c) ? CharacterClass::invisible : CharacterClass::unsafe;
}

}  // namespace

void CharacterSurvey::add(std::size_t text_index, std::string_view text) {
    const Table& table = character_table();
    for (std::size_t at = 0; at < text.size();) {
        at += hiragana_at(text, at);
        if (at == text.size()) break;
        const CodePoint point = decode_at(text, at);
        const CharacterClass kind = classify(table, point.value);
        if (kind != CharacterClass::plain)
            hits_[static_cast<std::size_t>(kind)].push_back({text_index, at, point.value, kind});
        at += point.length;
    }
}

}  // namespace goalsheet
