// SPDX-License-Identifier: MIT
#include "text/normalized_text.hpp"

#include <algorithm>

#include "goalsheet/text.hpp"
#include "text/display.hpp"

namespace goalsheet::numbers {

namespace {

// ⼈ and its like look as kanji do and are copied out of PDFs in their place.
char32_t fold_radical(char32_t c) {
    constexpr char32_t kFirst = 0x2E80;
    constexpr std::size_t kCount = 0x2FE0 - kFirst;
    static const std::u32string table = [] {
        std::u32string kanji(kCount, U'\0');
        for (std::size_t i = 0; i < kCount; ++i) {
            std::string utf8;
            append_utf8(utf8, kFirst + static_cast<char32_t>(i));
            kanji[i] = decode_at(nfkc(utf8), 0).value;
        }
        return kanji;
    }();
    return table[c - kFirst];
}

constexpr char32_t kVoiced = 0x3099;
constexpr char32_t kHalfVoiced = 0x309A;

// か and the mark behind it as が; 0 where they make no letter.
char32_t join_voiced(char32_t kana, char32_t mark) {
    const char32_t shift = kana >= 0x30A1 ? 0x60 : 0;
    const char32_t base = kana - shift;
    const bool h_row = base >= U'は' && base <= U'ほ' && (base - U'は') % 3 == 0;
    if (mark == kHalfVoiced) return h_row ? kana + 2 : 0;
    if (base == U'う') return U'ゔ' + shift;
    const bool k_to_t = base >= U'か' && base <= U'ち' && (base - U'か') % 2 == 0;
    return h_row || k_to_t || base == U'つ' || base == U'て' || base == U'と' ? kana + 1 : 0;
}

bool is_thin_space(char32_t c) { return (c >= 0x2006 && c <= 0x200A) || c == 0x202F; }

}  // namespace

bool parts_nothing(char32_t c) {
    if (c < 0xAD || (c > 0x206F && c < 0xFE00)) return false;  // nearly all of Japanese
    return c != 0x2028 && c != 0x2029 && !(c >= 0xFFF9 && c <= 0xFFFB) && is_invisible(c);
}

char32_t fold_glyph(char32_t c) {
    if (c < 0x80 && c != '\t') return c;
    if (c >= 0x3041 && c <= 0x9FFF && c != U'〜') return c;
    if (c == U'～' || c == U'〜' || c == 0x223C) return U'~';
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + '!';
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2796 || c == 0xFE63) return U'-';
    if (c == U'⁄' || c == U'∕' || c == U'⧸') return U'/';
    if (c == U'⇒' || c == U'➡' || c == U'⇨' || c == U'➔' || c == U'➜' || c == U'⟶') return U'→';
    if (c == 0xFFE5 || c == 0xA5) return U'¥';
    if (c == 0xFF65 || c == 0xB7) return U'・';
    if (c == 0xFF64) return U'、';
    if (c == 0xFF61) return U'。';
    if (c == 0xFF70) return U'ー';
    if (c >= 0x2E80 && c < 0x2FE0) return fold_radical(c);
    const bool line_end = c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
    return is_space(c) && !line_end ? U' ' : c;
}

Glyphs fold_glyphs(std::string_view utf8) {
    Glyphs g;
    g.text.resize(utf8.size());  // at most so many; every text of a run comes through here, so nothing grows on the way
    g.offsets.resize(utf8.size() + 1);
    std::size_t count = 0;
    bool thin = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        const bool plain = point.value >= 0x3041 && point.value <= 0x9FFF;  // kana and kanji
        if (!plain && parts_nothing(point.value)) {
            at += point.length;
            continue;
        }
        g.text[count] = plain ? point.value : fold_glyph(point.value);
        g.offsets[count] = at;
        at += point.length;
        if (plain && (point.value == kVoiced || point.value == kHalfVoiced) && count > 0) {
            const char32_t joined = join_voiced(g.text[count - 1], point.value);
            if (joined != 0) g.text[--count] = joined;
        }
        // 1 200 with a thin space is 1,200
        if (thin && count > 1 && is_digit(g.text[count]) && is_digit(g.text[count - 2])) g.text[count - 1] = U',';
        thin = is_thin_space(point.value);
        ++count;
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
