// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace goalsheet::dates {

char32_t to_half_width(char32_t c);
/// An ASCII letter or digit of either width.
bool is_word_letter(char32_t c);
bool may_start_date(char32_t c);

/// Walks along a text; every take moves on only when it fits. Widths do not matter.
class Walker {
public:
    Walker(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    std::size_t position() const { return at_; }
    char32_t peek() const;
    bool done() const { return at_ >= text_.size(); }

    bool take(char32_t wanted);
    bool take(std::string_view word);
    bool take_any(std::initializer_list<std::string_view> words);
    bool take_open_bracket() { return take(U'('); }
    bool take_close_bracket() { return take(U')'); }
    void skip_spaces();
    /// A number of at most `most` digits that ends there; nothing otherwise.
    std::optional<int> take_number(int most);
    /// A number in kanji: 八, 三十一.
    std::optional<int> take_kanji_number();

private:
    std::string_view text_;
    std::size_t at_;
};

/// A year in one of the calendars, without its 年.
struct Year {
    int gregorian = 0;
    bool era = false;
};
/// 令和8, R8, 令和元, 2026. `before`: the character in front, which must not go on with the number or letter.
std::optional<Year> take_year(Walker& walker, char32_t before);

/// A part behind its sign (年 6 月, . 6); leaves the walker alone and gives 0 where none can be one.
int take_part(Walker& walker, int highest);

}  // namespace goalsheet::dates
