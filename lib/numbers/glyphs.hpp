// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace goalsheet::numbers {

/// A text as code points in the one spelling that the readers of this room know: full-width ASCII as ASCII, every space
/// as ' ', every dash as '-', every wave as '~', every right arrow as '→'. One glyph stands for one code point, so
/// places carry over.
struct Glyphs {
    std::u32string text;
    std::vector<std::size_t> offsets;  ///< byte offset of each glyph, and of the end

    std::size_t size() const { return text.size(); }
    char32_t at(std::size_t i) const { return i < text.size() ? text[i] : U'\0'; }
    /// The glyph just before i; 0 at the start of the text.
    char32_t before(std::size_t i) const { return i > 0 ? text[i - 1] : U'\0'; }
    bool starts_with(std::size_t i, std::u32string_view word) const;
    bool ends_with(std::size_t end, std::u32string_view word) const;
    std::u32string_view slice(std::size_t begin, std::size_t end) const {
        return std::u32string_view(text).substr(begin, end - begin);
    }
};

Glyphs fold_glyphs(std::string_view utf8);
char32_t fold_glyph(char32_t c);

/// Past at most `most` spaces from i on; a line break is none.
std::size_t skip_spaces(const Glyphs& g, std::size_t i, std::size_t most = 2);
/// The place before at most `most` spaces that end at i.
std::size_t skip_spaces_back(const Glyphs& g, std::size_t i, std::size_t most = 2);

bool is_digit(char32_t c);
bool is_latin(char32_t c);
/// Kanji and katakana: what nouns are written in.
bool is_noun_glyph(char32_t c);

/// The first of the words (given with one space between) that stands at i; its length, or 0.
std::size_t match_any(const Glyphs& g, std::size_t i, std::u32string_view words);
/// Likewise for a word that ends at `end`.
std::size_t match_any_before(const Glyphs& g, std::size_t end, std::u32string_view words);

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
