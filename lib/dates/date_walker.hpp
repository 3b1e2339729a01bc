// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "goalsheet/text.hpp"
#include "text/normalized_text.hpp"

namespace goalsheet::dates {

char32_t to_half_width(char32_t c);
/// An ASCII letter or digit of either width.
bool is_word_letter(char32_t c);
bool may_start_date(char32_t c);

/// A text as it stands. Its full-width letters, digits and signs are read as those of half width.
struct Utf8Text {
    std::string_view utf8;

    std::size_t end() const { return utf8.size(); }
    CodePoint at(std::size_t i) const {
        CodePoint point = decode_at(utf8, i);
        point.value = to_half_width(point.value);
        return point;
    }
};

/// Glyphs in front of an end.
struct GlyphText {
    const numbers::Glyphs* glyphs = nullptr;
    std::size_t last = 0;

    std::size_t end() const { return last; }
    CodePoint at(std::size_t i) const { return i < last ? CodePoint{glyphs->text[i], 1} : CodePoint{}; }
};

/// Walks along a text; every take moves on only when it fits. Widths do not matter.
template <class Text>
class BasicWalker {
public:
    BasicWalker(Text text, std::size_t at) : text_(text), at_(at) {}

    std::size_t position() const { return at_; }
    char32_t peek() const { return text_.at(at_).value; }
    bool done() const { return at_ >= text_.end(); }

    bool take(char32_t wanted) {
        const CodePoint point = text_.at(at_);
        if (point.length == 0 || point.value != wanted) return false;
        at_ += point.length;
        return true;
    }
    bool take(std::u32string_view word) {
        BasicWalker ahead = *this;
        for (const char32_t c : word)
            if (!ahead.take(c)) return false;
        at_ = ahead.at_;
        return true;
    }
    bool take_any(std::initializer_list<std::u32string_view> words) {
        return std::any_of(words.begin(), words.end(), [this](std::u32string_view word) { return take(word); });
    }
    bool take_open_bracket() { return take(U'('); }
    bool take_close_bracket() { return take(U')'); }
    void skip_spaces(bool over_lines = false) {
        for (CodePoint point = text_.at(at_);
             point.length && is_space(point.value) && (over_lines || point.value != U'\n'); point = text_.at(at_))
            at_ += point.length;
    }
    /// A number of at most `most` digits that ends there; nothing otherwise.
    std::optional<int> take_number(int most) {
        BasicWalker ahead = *this;
        int value = 0;
        int digits = 0;
        for (auto digit = digit_value(ahead.peek()); !ahead.done() && digit; digit = digit_value(ahead.peek())) {
            if (++digits > most) return std::nullopt;
            value = value * 10 + *digit;
            ahead.at_ += ahead.text_.at(ahead.at_).length;
        }
        if (digits == 0) return std::nullopt;
        at_ = ahead.at_;
        return value;
    }
    /// A number in kanji: 七, 十二, 三十, 三一, 二〇二五; up to 99 with 十, up to four digits without.
    std::optional<int> take_kanji_number() {
        BasicWalker ahead = *this;
        const auto first = ahead.take_kanji_digits();
        int value = first.value_or(1);
        if (ahead.take(U'十')) {
            const int ones = ahead.take_kanji_digits().value_or(0);
            if (value < 1 || value > 9 || ones > 9) return std::nullopt;
            value = value * 10 + ones;
        } else if (!first) {
            return std::nullopt;
        }
        *this = ahead;
        return value;
    }

private:
    // Digits that follow one another, at most four.
    std::optional<int> take_kanji_digits() {
        constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
        constexpr int kMost = 9999;
        std::optional<int> value;
        for (; !done(); at_ += text_.at(at_).length) {
            const std::size_t digit = peek() == U'零' ? 0 : kDigits.find(peek());
            if (digit == std::u32string_view::npos || value.value_or(0) > kMost / 10) break;
            value = value.value_or(0) * 10 + static_cast<int>(digit);
        }
        return value;
    }

    Text text_;
    std::size_t at_;
};

class Walker : public BasicWalker<Utf8Text> {
public:
    Walker(std::string_view utf8, std::size_t at) : BasicWalker({utf8}, at) {}
};
class GlyphWalker : public BasicWalker<GlyphText> {
public:
    GlyphWalker(const numbers::Glyphs& glyphs, std::size_t at, std::size_t end) : BasicWalker({&glyphs, end}, at) {}
};

/// A year in one of the calendars, without its 年.
struct Year {
    int gregorian = 0;
    bool era = false;
    bool letter = false;  ///< R8: the era's letter alone
};

/// What is taken for a year where.
struct YearRules {
    int first;           ///< years of the Western calendar
    int last;            ///< likewise
    bool spaced;         ///< 令和 7, R 7; else no space
    bool over_lines;     ///< and a line break may be one
    bool showa_letter;   ///< S50
    bool after_letters;  ///< FY2025; else a Western year stands apart from letters
};
/// Any date of a sentence: old years are named there, too.
inline constexpr YearRules kYearsOfTexts = {1868, 2199, true, false, true, false};
/// What a heading calls its year, however it is set.
inline constexpr YearRules kYearsOfHeadings = {1950, 2150, true, true, true, true};
/// Years among figures, where 1,900 and S50 are rather something else.
inline constexpr YearRules kYearsOfFigures = {1950, 2150, false, false, false, true};

/// 令和8, R8, 令和元, 2026. `before`: the character in front, which must not go on with the number or letter.
template <class Walker>
std::optional<Year> take_year(Walker& walker, char32_t before, const YearRules& rules = kYearsOfTexts);

/// （令和8年）, (2026), （西暦2026年度）: a year alone in brackets, as it stands behind the same one of the other
/// calendar.
template <class Walker>
std::optional<Year> take_year_in_brackets(Walker& walker, const YearRules& rules = kYearsOfTexts);

/// A part behind its sign (年 6 月, . 6); leaves the walker alone and gives 0 where none can be one.
int take_part(Walker& walker, int highest);

}  // namespace goalsheet::dates
