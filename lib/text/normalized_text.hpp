// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "goalsheet/text.hpp"

namespace goalsheet::numbers {

/// A text as code points in the one spelling that the readers of this room know: full-width ASCII as ASCII, every space
/// as ' ', every dash as '-', every wave as '~', every right arrow as '→'. One glyph stands for one code point that can
/// be seen, so places carry over.
struct Glyphs {
    std::u32string text;
    std::vector<std::size_t> offsets;  ///< byte offset of each glyph, and of the end

    std::size_t size() const { return text.size(); }
    char32_t at(std::size_t i) const { return i < text.size() ? text[i] : U'\0'; }
    /// The glyph just before i; 0 at the start of the text.
    char32_t before(std::size_t i) const { return i > 0 ? text[i - 1] : U'\0'; }
    bool starts_with(std::size_t i, std::u32string_view word) const {
        return at(i) == word.front() && std::u32string_view(text).substr(i).starts_with(word);
    }
    bool ends_with(std::size_t end, std::u32string_view word) const {
        return word.size() <= end && starts_with(end - word.size(), word);
    }
    std::u32string_view slice(std::size_t begin, std::size_t end) const {
        return std::u32string_view(text).substr(begin, end - begin);
    }
};

/// Glyphs [begin, end) of a text.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool empty() const { return begin >= end; }
};

Glyphs fold_glyphs(std::string_view utf8);
char32_t fold_glyph(char32_t c);
/// Takes no place and separates nothing (U+200B, U+2060, a byte order mark, marks of direction): no glyph.
bool parts_nothing(char32_t c);

/// Past at most `most` spaces from i on; a line break is none.
std::size_t skip_spaces(const Glyphs& g, std::size_t i, std::size_t most = 2);
/// The place before at most `most` spaces that end at i.
std::size_t skip_spaces_back(const Glyphs& g, std::size_t i, std::size_t most = 2);

inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
inline bool is_latin(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }
/// Kanji and katakana: what nouns are written in.
inline bool is_noun_glyph(char32_t c) { return is_kanji(c) || is_katakana(c); }

/// Whether a glyph may be among some: no is certain, yes is a guess by its last eight bits.
class GlyphMask {
public:
    constexpr void add(char32_t c) { bits_[slot(c)] |= bit(c); }
    constexpr bool may_hold(char32_t c) const { return (bits_[slot(c)] & bit(c)) != 0; }

private:
    static constexpr std::size_t slot(char32_t c) { return (c >> 6U) & 3U; }
    static constexpr std::uint64_t bit(char32_t c) { return std::uint64_t{1} << (c & 63U); }

    std::uint64_t bits_[4] = {};
};

/// A few words with one space between, told apart at compile time by the glyphs they begin and end with: most places in
/// a text are no match, and are left after one look.
class Words {
public:
    consteval Words(const char32_t* list) : list_(list) {  // NOLINT: a literal is meant to become one
        char32_t before = U' ';
        for (const char32_t c : list_) {
            if (before == U' ') firsts_.add(c);
            if (c == U' ') lasts_.add(before);
            before = c;
        }
        lasts_.add(before);
    }
    constexpr std::u32string_view list() const { return list_; }
    constexpr bool may_begin_with(char32_t c) const { return firsts_.may_hold(c); }
    constexpr bool may_end_with(char32_t c) const { return lasts_.may_hold(c); }

private:
    std::u32string_view list_;
    GlyphMask firsts_;
    GlyphMask lasts_;
};

/// A few glyphs, told apart from nearly all others by one look as Words are.
class GlyphSet {
public:
    consteval GlyphSet(const char32_t* list) : list_(list) {  // NOLINT: a literal is meant to become one
        for (const char32_t c : list_) mask_.add(c);
    }
    constexpr bool contains(char32_t c) const {
        return mask_.may_hold(c) && list_.find(c) != std::u32string_view::npos;
    }

private:
    std::u32string_view list_;
    GlyphMask mask_;
};

/// The longest of the words that the text begins with; its length, or 0.
std::size_t longest_prefix(std::u32string_view text, const Words& words);
/// Likewise for what the text ends with.
std::size_t longest_suffix(std::u32string_view text, const Words& words);

/// The first of the words that stands at i; its length, or 0.
std::size_t match_any(const Glyphs& g, std::size_t i, const Words& words);
/// Likewise for a word that ends at `end`.
std::size_t match_any_before(const Glyphs& g, std::size_t end, const Words& words);

/// Words looked up by their longest match. Values are the caller's.
class WordTable {
public:
    struct Match {
        std::size_t length = 0;
        int value = 0;
    };
    void add(std::u32string word, int value);
    void add_all(std::u32string_view words, int value);  ///< words with one space between
    Match find_longest(const Glyphs& g, std::size_t i) const;
    /// Calls take(match) for every word that stands at i, the longest first, until it says true.
    template <typename Take>
    void for_each_at(const Glyphs& g, std::size_t i, Take take) const {
        const auto list = by_first_.find(g.at(i));
        if (list == by_first_.end()) return;
        for (const Entry& entry : list->second)
            if (g.starts_with(i, entry.word) && take(Match{entry.word.size(), entry.value})) return;
    }

private:
    struct Entry {
        std::u32string word;
        int value;
    };
    std::unordered_map<char32_t, std::vector<Entry>> by_first_;  // each list has its longest word first
};

/// Calls take(word) for every word of a list with spaces between.
template <typename Take>
void for_each_word(std::u32string_view words, Take take) {
    while (!words.empty()) {
        const std::size_t end = words.find(U' ');
        if (end != 0) take(words.substr(0, end));
        words = end == std::u32string_view::npos ? std::u32string_view{} : words.substr(end + 1);
    }
}

}  // namespace goalsheet::numbers
