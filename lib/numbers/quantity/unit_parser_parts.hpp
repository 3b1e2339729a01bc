// SPDX-License-Identifier: MIT
#pragma once

#include "numbers/quantity/unit_parser.hpp"

// The readers that read_suffix() is put together from; each file of theirs knows one kind of word.
namespace goalsheet::numbers {

inline Suffix masked_suffix(std::size_t end) { return {Suffix::Kind::masked, end, end, end, false, false}; }
inline Suffix unit_suffix(std::size_t begin, std::size_t end, bool known) {
    return {Suffix::Kind::unit, begin, end, end, known, false};
}

/// Whether the unit of s is one of the words.
bool has_unit(const Glyphs& g, const Suffix& s, const Words& words);
bool is_kanji_numeral(char32_t c);
/// 1900 to 2150 without a comma: 2030プラン.
bool is_year_number(const NumberToken& number);

// suffix_name.cpp
/// Units that are nouns of their own, so that a heading may begin with them: 施設, 地域, 事業.
bool is_noun_unit(const Glyphs& g, const Suffix& s);
/// 「1 施設の整備」, 「２ 人材育成」: the number of a heading, not of things.
bool is_heading(const Glyphs& g, const NumberToken& number, const Suffix& s);
/// 2回目, 4車線化, 25mプール, 100万本植樹運動.
bool ends_in_name(const Glyphs& g, const Suffix& s);
/// The end of 1人1台 or 1校1取組, a name for one each; 0 where s begins none.
std::size_t pair_end(const Glyphs& g, const NumberToken& number, const Suffix& s);

// suffix_period.cpp
bool is_duration_unit(const Glyphs& g, const Suffix& s);
/// 2時間半, 1年半; 後半 and 半額 are other words.
bool is_half(const Glyphs& g, std::size_t i);
/// 1人あたり, 3年に1回, 1日3回: another figure is counted by this.
bool counts_others(const Glyphs& g, const NumberToken& number, const Suffix& s);
/// 年, 日 and 分 are dates or times unless the words around say that they are lengths of time.
Suffix read_year(const Glyphs& g, const NumberToken& number, Suffix s);
Suffix read_day(const Glyphs& g, const NumberToken& number, Suffix s);
Suffix read_minute(const Glyphs& g, const NumberToken& number, Suffix s);
/// 3分の1, or 3分の遅れ.
Suffix read_fraction(const Glyphs& g, const NumberToken& number, Suffix s);

// suffix_open.cpp
/// A noun that is in no list as the unit of the number before it.
Suffix read_open_unit(const Glyphs& g, std::size_t i);

// suffix_kanji.cpp
/// Kanji numbers stand in many names: they count only before a counter, with nothing around that makes a word of them.
Suffix read_kanji_suffix(const Glyphs& g, const NumberToken& number);

// suffix.cpp
/// The last look at a number with a unit: names, headings and rates are sorted out.
Suffix finish_unit(const Glyphs& g, const NumberToken& number, Suffix s);

}  // namespace goalsheet::numbers
