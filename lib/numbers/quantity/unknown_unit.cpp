// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"
#include "numbers/quantity/counter_lexicon.hpp"
#include "numbers/quantity/unit_parser_parts.hpp"

namespace goalsheet::numbers {
namespace {

constexpr std::size_t kMaxOpenUnit = 12;  // the longest counters seen have nine letters (まちづくり協議会)

bool is_upper(char32_t c) { return c >= U'A' && c <= U'Z'; }

// A noun that a verb is made of when し, す, さ follow; or a verb's stem before other hiragana.
bool is_verb(const Glyphs& g, std::size_t begin, std::size_t end) {
    constexpr std::u32string_view kParticles = U"のをがはにでともへやかまよごなほくぐずだ";
    const char32_t next = g.at(end);
    if (!is_hiragana(next)) return false;
    if (next == U'し' || next == U'す' || next == U'さ') return true;
    return end - begin == 1 && kParticles.find(next) == std::u32string_view::npos;
}

constexpr Words kNoOpenUnit =
    U"中 内 外 上 下 前 後 間 他 計 約 各 全 比 差 数 強 弱 円以 点以 者以 以 同 左 右 又 並 及 月 日 一 単独 連続 番 "
    U"次 世 歳";

}  // namespace

Suffix read_open_unit(const Glyphs& g, std::size_t i) {
    std::size_t end = i;
    while (end < i + kMaxOpenUnit && (is_noun_glyph(g.at(end)) || is_upper(g.at(end))) &&
           !is_kanji_numeral(g.at(end)) && !ends_open_unit(g, end))
        ++end;
    const bool latin_only = is_upper(g.at(i)) && !is_upper(g.at(i + 1));  // 5G, 3D, 4K
    const bool too_long = end == i + kMaxOpenUnit && is_noun_glyph(g.at(end)) && !ends_open_unit(g, end);
    if (end == i || latin_only || too_long || is_latin(g.at(end)) || match_any(g, i, kNoOpenUnit) || is_verb(g, i, end))
        return {};
    if (match_any_before(g, end, U"運動 構想 宣言 作戦 体操 憲章 戦略 時代 世代")) return masked_suffix(end);
    return unit_suffix(i, end, false);
}

}  // namespace goalsheet::numbers
