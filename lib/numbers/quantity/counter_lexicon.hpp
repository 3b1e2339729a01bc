// SPDX-License-Identifier: MIT
#pragma once

#include "text/normalized_text.hpp"

namespace goalsheet::numbers {

/// What the longest word behind a number is.
enum class SuffixWord {
    none,
    unit,      ///< units.tsv
    ordinal,   ///< 3番, 2丁目, 4階
    age,       ///< 3歳児, 20代, 4年生
    name,      ///< 2次元, 5本柱: part of a name
    foreign,   ///< 人材, 社会: begins like a unit and is none
    date,      ///< 年度, 年生
    year,      ///< 年
    month,     ///< 月
    day,       ///< 日
    hour,      ///< 時
    minute,    ///< 分
    rank,      ///< 位
    issue,     ///< 号
    fraction,  ///< 分の
};

struct SuffixMatch {
    std::size_t length = 0;
    SuffixWord word = SuffixWord::none;
};

SuffixMatch find_suffix_word(const Glyphs& g, std::size_t i);

/// Verbs and nouns at which a unit of the open class ends: 67団体|加入, 5水系|調査.
bool ends_open_unit(const Glyphs& g, std::size_t i);

/// Words that may follow a kanji number's counter without making it part of a name.
bool may_follow_kanji_counter(const Glyphs& g, std::size_t i);

/// Counters that kanji numbers are trusted with; the length, or 0.
std::size_t match_kanji_counter(const Glyphs& g, std::size_t i);

}  // namespace goalsheet::numbers
