// SPDX-License-Identifier: MIT
#include "numbers/quantity/counter_lexicon.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "goalsheet/text.hpp"
#include "numbers/quantity/unit_lexicon.hpp"

namespace goalsheet {

namespace embedded {
extern const std::string_view kCounters;
}

namespace numbers {
namespace {

// In the order of SuffixWord.
constexpr std::array<std::string_view, 15> kNames = {"none",    "unit",   "ordinal", "age",   "name",
                                                     "foreign", "date",   "year",    "month", "day",
                                                     "hour",    "minute", "rank",    "issue", "fraction"};

struct Tables {
    Tables() {
        for (const std::string_view line : split_lines(embedded::kCounters)) {
            if (line.empty() || line.front() == '#') continue;
            const std::size_t tab = line.find('\t');
            const std::u32string words = fold_glyphs(line.substr(tab + 1)).text;
            table_of(line.substr(0, tab)).add_all(words, kind_of(line.substr(0, tab)));
        }
        add_units(suffixes, static_cast<int>(SuffixWord::unit));
    }

    WordTable& table_of(std::string_view name) {
        if (name == "unit_end") return unit_ends;
        return name == "kanji_counter" ? kanji_counters : suffixes;
    }
    static int kind_of(std::string_view name) {
        return static_cast<int>(std::find(kNames.begin(), kNames.end(), name) - kNames.begin());
    }

    WordTable suffixes;
    WordTable unit_ends;
    WordTable kanji_counters;
};

const Tables& tables() {
    static const Tables all;
    return all;
}

}  // namespace

// The longest word wins, unless a shorter unit leaves a verb behind it: 3点|検討 and 10戸|建設 are no 点検 and no 戸建.
SuffixMatch find_suffix_word(const Glyphs& g, std::size_t i) {
    SuffixMatch longest;
    tables().suffixes.for_each_at(g, i, [&](WordTable::Match match) {
        const auto word = static_cast<SuffixWord>(match.value);
        if (longest.length == 0) {
            longest = {match.length, word};
            const bool before_after = word == SuffixWord::name && g.ends_with(i + match.length, U"前");
            return word != SuffixWord::foreign && word != SuffixWord::ordinal && !before_after;
        }
        const bool cut = word == SuffixWord::unit && match.length < longest.length &&
                         (longest.word == SuffixWord::name ? g.starts_with(i + match.length, U"前後")
                                                           : ends_open_unit(g, i + match.length));
        if (cut) longest = {match.length, word};
        return cut;
    });
    return longest;
}

bool ends_open_unit(const Glyphs& g, std::size_t i) { return tables().unit_ends.find_longest(g, i).length > 0; }

bool may_follow_kanji_counter(const Glyphs& g, std::size_t i) {
    const char32_t c = g.at(i);
    if (!is_noun_glyph(c) && !is_latin(c) && !is_digit(c)) return !match_any(g, i, U"ひと ずつ目 とも でも");
    return ends_open_unit(g, i);
}

std::size_t match_kanji_counter(const Glyphs& g, std::size_t i) {
    return tables().kanji_counters.find_longest(g, i).length;
}

}  // namespace numbers
}  // namespace goalsheet
