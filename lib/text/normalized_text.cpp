// SPDX-License-Identifier: MIT
#include "text/normalized_text.hpp"

#include <algorithm>

#include "goalsheet/text.hpp"

namespace goalsheet::numbers {

char32_t fold_glyph(char32_t c) {
    if (c < 0x80 && c != '\t') return c;
    if (c >= 0x3041 && c <= 0x9FFF && c != U'〜') return c;
    if (c == U'～' || c == U'〜' || c == 0x223C) return U'~';
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + '!';
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return U'-';
    if (c == U'⇒' || c == U'➡' || c == U'⇨' || c == U'➔' || c == U'➜' || c == U'⟶') return U'→';
    if (c == 0xFFE5 || c == 0xA5) return U'¥';
    if (c == 0xFF65 || c == 0xB7) return U'・';
    const bool line_end = c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
    return is_space(c) && !line_end ? U' ' : c;
}

Glyphs fold_glyphs(std::string_view utf8) {
    Glyphs g;
    g.text.resize(utf8.size());  // at most so many; every text of a run comes through here, so nothing grows on the way
    g.offsets.resize(utf8.size() + 1);
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); ++count) {
        const CodePoint point = decode_at(utf8, at);
        const bool plain = point.value >= 0x3041 && point.value <= 0x9FFF;  // kana and kanji
        g.text[count] = plain ? point.value : fold_glyph(point.value);
        g.offsets[count] = at;
        at += point.length;
    }
    g.text.resize(count);
    g.offsets.resize(count + 1);
    g.offsets[count] = utf8.size();
    return g;
}

std::size_t skip_spaces(const Glyphs& g, std::size_t i, std::size_t most) {
    while (most-- > 0 && g.at(i) == U' ') ++i;
    return i;
}

std::size_t skip_spaces_back(const Glyphs& g, std::size_t i, std::size_t most) {
    while (most-- > 0 && g.before(i) == U' ') --i;
    return i;
}

std::size_t longest_prefix(std::u32string_view text, const Words& words) {
    if (text.empty() || !words.may_begin_with(text.front())) return 0;
    std::size_t longest = 0;
    for_each_word(words.list(), [&](std::u32string_view word) {
        if (word.front() == text.front() && word.size() > longest && text.starts_with(word)) longest = word.size();
    });
    return longest;
}

std::size_t longest_suffix(std::u32string_view text, const Words& words) {
    if (text.empty() || !words.may_end_with(text.back())) return 0;
    std::size_t longest = 0;
    for_each_word(words.list(), [&](std::u32string_view word) {
        if (word.back() == text.back() && word.size() > longest && text.ends_with(word)) longest = word.size();
    });
    return longest;
}

std::size_t match_any(const Glyphs& g, std::size_t i, const Words& words) {
    if (!words.may_begin_with(g.at(i))) return 0;
    std::size_t found = 0;
    for_each_word(words.list(), [&](std::u32string_view word) {
        if (found == 0 && word.front() == g.at(i) && g.starts_with(i, word)) found = word.size();
    });
    return found;
}

std::size_t match_any_before(const Glyphs& g, std::size_t end, const Words& words) {
    if (!words.may_end_with(g.before(end))) return 0;
    std::size_t found = 0;
    for_each_word(words.list(), [&](std::u32string_view word) {
        if (found == 0 && word.back() == g.before(end) && g.ends_with(end, word)) found = word.size();
    });
    return found;
}

void WordTable::add(std::u32string word, int value) {
    auto& list = by_first_[word.front()];
    const auto place =
        std::find_if(list.begin(), list.end(), [&](const Entry& e) { return e.word.size() < word.size(); });
    list.insert(place, {std::move(word), value});
}

void WordTable::add_all(std::u32string_view words, int value) {
    for_each_word(words, [&](std::u32string_view word) { add(std::u32string(word), value); });
}

WordTable::Match WordTable::find_longest(const Glyphs& g, std::size_t i) const {
    const auto list = by_first_.find(g.at(i));
    if (list == by_first_.end()) return {};
    for (const Entry& entry : list->second)
        if (g.starts_with(i, entry.word)) return {entry.word.size(), entry.value};
    return {};
}

}  // namespace goalsheet::numbers
