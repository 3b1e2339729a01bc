// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"
#include "numbers/quantity/counter_lexicon.hpp"
#include "numbers/quantity/unit_parser_parts.hpp"

namespace goalsheet::numbers {
namespace {

bool is_line_end(char32_t c) { return c == U'\n' || c == U'\r'; }

// The number that numbers a line: 「1 施設の整備」, 「２ 人材育成」.
bool heads_line(const Glyphs& g, const NumberToken& number) {
    if (number.is_range() || number.end - number.begin > 1 || number.low.kanji) return false;
    std::size_t at = skip_spaces_back(g, number.begin);
    if (std::u32string_view(U"-・○●◎◇◆■□•").find(g.before(at)) != std::u32string_view::npos && at > 0)
        at = skip_spaces_back(g, at - 1);
    return at == 0 || is_line_end(g.before(at));
}

bool ends_phrase(const Glyphs& g, std::size_t i) {
    const char32_t c = g.at(i);
    return !is_noun_glyph(c) && !is_hiragana(c) && !is_latin(c) && !is_digit(c);
}

}  // namespace

bool is_noun_unit(const Glyphs& g, const Suffix& s) {
    if (s.unit_end - s.unit_begin < 2) return false;
    for (std::size_t i = s.unit_begin; i < s.unit_end; ++i)
        if (!is_noun_glyph(g.text[i])) return false;
    return !has_unit(g, s,
                     U"箇所 カ所 ヵ所 ヶ所 ケ所 個所 世帯 団体 路線 店舗 種類 カ月 ヶ月 箇月 カ年 ヶ年 カ国 ヶ国 "
                     U"事業所 千円 万円 億円 年間 日間 週間 時間 ポイント パーセント");
}

bool is_heading(const Glyphs& g, const NumberToken& number, const Suffix& s) {
    const bool spaced = s.unit_begin != number.end;
    // Copied text runs headings together: つくる 5 地域雇用情勢に…
    const bool digit = number.end - number.begin == 1;
    if (spaced && digit && s.known && is_noun_unit(g, s) &&
        (is_noun_glyph(g.at(s.unit_end)) || g.at(s.unit_end) == U'の'))
        return true;
    if (!heads_line(g, number)) return false;
    const bool goes_on = !ends_phrase(g, s.unit_end) && !ends_open_unit(g, s.unit_end);
    if (!s.known) return goes_on;
    return is_noun_unit(g, s) ? goes_on && (spaced || is_noun_glyph(g.at(s.unit_end)))
                              : spaced && is_noun_glyph(g.at(s.unit_end)) && goes_on;
}

bool ends_in_name(const Glyphs& g, const Suffix& s) {
    const std::size_t at = s.unit_end;
    if (g.at(at) == U'目') return !match_any(g, at, U"目標 目的 目途 目処 目安 目指 目線 目前 目視");
    if (g.at(at) == U'制') return !match_any(g, at, U"制度 制作 制定 制限 制御 制覇");
    if (match_any(g, at, U"化 型 乗り 圏")) return !match_any(g, at, U"化学 化石 圏域 型枠");
    const bool measure = is_latin(g.before(at)) || match_any_before(g, at, U"メートル キロ");
    if (measure && match_any(g, at, U"プール 走 ウォーク マラソン 競走 クラス")) return true;
    if (g.before(at) == U't' && match_any(g, at, U"車 ダンプ トラック 級 積")) return true;
    if (is_duration_unit(g, s) && match_any(g, at, U"前 後 ぶり") &&
        !match_any(g, at, U"前後 前年 前期 後期 後半 前半"))
        return true;
    std::size_t tail = at;
    while (tail < at + 8 && is_noun_glyph(g.at(tail)) && !ends_open_unit(g, tail)) {
        const std::size_t length = match_any(g, tail, U"運動 構想 宣言 大作戦 作戦 体操 憲章");
        if (length > 0 && !is_noun_glyph(g.at(tail + length))) return true;
        ++tail;
    }
    // 植樹 is a verb elsewhere, but not in front of 運動.
    const std::size_t verb = match_any(g, at, U"植樹 植栽 削減 収集 回収 減量 募金");
    return verb > 0 && match_any(g, at + verb, U"運動 大作戦 作戦 プロジェクト チャレンジ キャンペーン");
}

std::size_t pair_end(const Glyphs& g, const NumberToken& number, const Suffix& s) {
    if (number.low.value.mantissa != 1 || number.is_range() || !is_digit(g.at(s.unit_end))) return 0;
    const Numeral next = read_numeral(g, s.unit_end);
    if (next.value.mantissa != 1 || next.end != s.unit_end + 1) return 0;
    const Suffix second = read_unit(g, next.end);
    return second.kind == Suffix::Kind::unit ? second.end : 0;
}

}  // namespace goalsheet::numbers
