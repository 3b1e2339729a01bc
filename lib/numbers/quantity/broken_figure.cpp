// SPDX-License-Identifier: MIT
#include "numbers/quantity/broken_figure.hpp"

#include "numbers/quantity/numeral.hpp"

namespace goalsheet::numbers {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kMostStrange = 3;  // glyphs between two digits of what was one figure

bool is_between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// Stands for a digit or a part of one, which makes what is in front of it another number: 1½, 1𝟐, ١, 1〇〇, 2十.
bool is_foreign_digit(char32_t c) {
    if (c < 0xBC) return false;
    return c <= 0xBE || c == U'〇' || c == U'○' || c == U'◯' || c == U'十' || is_between(c, 0x660, 0x66C) ||
           is_between(c, 0x6F0, 0x6F9) || is_between(c, 0x966, 0x96F) || is_between(c, 0x2150, 0x215F) ||
           is_between(c, 0x1D7CE, 0x1D7FF) || is_between(c, 0x1F100, 0x1F10A);
}

bool is_raised_digit(char32_t c) {
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || is_between(c, 0x2074, 0x2079);
}

// 5¹/2割: the number below the line of a fraction, or `i`.
std::size_t fraction_below(const Glyphs& g, std::size_t i) {
    std::size_t at = i;
    while (is_raised_digit(g.at(at))) ++at;
    const bool line = g.at(at) == U'/' || g.at(at) == U'⁄';
    return at > i && line && is_digit(g.at(at + 1)) ? at + 1 : i;
}

// Between two digits it says nothing that a reader knows.
bool is_strange(char32_t c) {
    static constexpr GlyphSet kSigns = U"!\"#$&'*+;=?@\\^_`|¡¢£¤¦¨©ª¬®¯´¶¸º¿〓。";
    if (c == 0) return false;
    if (c < 0x20) return c != U'\n' && c != U'\r' && c != U'\t';
    if (c < 0xC0) return is_between(c, 0x7F, 0x9F) || kSigns.contains(c);
    if (is_between(c, 0x3041, 0x9FFF)) return false;
    return kSigns.contains(c) || is_between(c, 0x2B0, 0x36F) || is_between(c, 0x2016, 0x2027) ||
           is_between(c, 0x2032, 0x203A) || is_between(c, 0x203C, 0x205E) || is_between(c, 0x2400, 0x2426) ||
           is_between(c, 0xE000, 0xF8FF) || is_between(c, 0xFE10, 0xFE6F) || is_between(c, 0xFFF0, 0xFFFF);
}

// 1'200, 1..5, 1.,200; and 1½, where no digit need follow.
std::size_t strange_end(const Glyphs& g, std::size_t i) {
    if (g.at(i) == kReplacement || is_foreign_digit(g.at(i))) return i + 1;
    if (const std::size_t below = fraction_below(g, i); below != i) return below;
    if (g.starts_with(i, U"[上付き:") || g.starts_with(i, U"[下付き:")) {
        const std::size_t close = g.text.find(U']', i);
        return close != std::u32string::npos && is_digit(g.at(close + 1)) ? close + 1 : i;
    }
    std::size_t at = i;
    bool strange = false;
    while (at < i + kMostStrange && (is_strange(g.at(at)) || g.at(at) == U'.' || g.at(at) == U',')) {
        strange = strange || is_strange(g.at(at));
        ++at;
    }
    return (strange || at > i + 1) && is_digit(g.at(at)) ? at : i;
}

bool is_of_three_digits(const Glyphs& g, std::size_t i) { return digits_end(g, i) == i + 3; }

// 1 200人: thousands, or a number of something and 200人.
std::size_t spaced_thousands(const Glyphs& g, std::size_t begin, std::size_t end) {
    const bool first = end - begin <= 3 && g.at(begin) != U'0';
    return first && g.at(end) == U' ' && is_of_three_digits(g, end + 1) ? end + 1 : end;
}

// 2 0 0人 and 97 .5％; 97. 5％ where 97. heads no line.
std::size_t spaced_digits(const Glyphs& g, std::size_t begin, std::size_t end) {
    if (g.at(end) == U' ' && (g.at(end + 1) == U'0' || g.at(end + 1) == U'.') &&
        is_digit(g.at(g.at(end + 1) == U'.' ? end + 2 : end + 1)))
        return g.at(end + 1) == U'.' ? end + 2 : end + 1;
    const bool heads_line = begin == 0 || g.before(begin) == U'\n';
    return !heads_line && g.at(end) == U'.' && g.at(end + 1) == U' ' && is_digit(g.at(end + 2)) ? end + 2 : end;
}

// 97・5％ and 1、200人: a point, thousands or a list.
std::size_t list_sign(const Glyphs& g, std::size_t begin, std::size_t end) {
    const bool sign = g.at(end) == U'、' || g.at(end) == U'・';
    return sign && is_digit(g.at(end + 1)) && !is_list_step(g, begin, end) ? end + 1 : end;
}

bool is_year_alone(const Glyphs& g, std::size_t begin, std::size_t end) {
    return end - begin == 4 && (begin == 0 || g.before(begin) == U'\n');
}

// "1,\n200人", "12\n00人"; a line that begins with a number of its own (2 講座, 3. 研修) is another one.
std::size_t broken_line(const Glyphs& g, std::size_t begin, std::size_t end) {
    const std::size_t at = g.at(end) == U',' ? end + 1 : end;
    if (g.at(at) != U'\n' || !is_digit(g.at(at + 1)) || is_year_alone(g, begin, end)) return end;
    static constexpr GlyphSet kBehindListNumber = U" .)、:\n";
    const char32_t behind = g.at(digits_end(g, at + 1));
    return behind == 0 || kBehindListNumber.contains(behind) ? end : at + 1;
}

}  // namespace

bool is_list_step(const Glyphs& g, std::size_t begin, std::size_t sign) {
    const auto value = [&g](std::size_t from, std::size_t to) {
        std::size_t number = 0;
        for (; from < to; ++from) number = number * 10 + (g.text[from] - U'0');
        return number;
    };
    constexpr std::size_t kMostDigits = 2;
    const std::size_t end = digits_end(g, sign + 1);
    const bool plain = sign - begin <= kMostDigits && digits_end(g, begin) == sign;
    return plain && end > sign + 1 && end - sign <= kMostDigits + 1 && value(sign + 1, end) == value(begin, sign) + 1;
}

std::size_t broken_figure_end(const Glyphs& g, std::size_t begin, std::size_t end) {
    if (g.at(end) == 0) return end;
    while (true) {
        std::size_t next = strange_end(g, end);
        if (next == end) next = spaced_thousands(g, begin, end);
        if (next == end) next = spaced_digits(g, begin, end);
        if (next == end) next = list_sign(g, begin, end);
        if (next == end) next = broken_line(g, begin, end);
        if (next == end) return end;
        begin = next;
        end = digits_end(g, next);
    }
}

bool follows_doubtful_glyph(const Glyphs& g, std::size_t begin) {
    const char32_t before = g.before(begin);
    static constexpr GlyphSet kOpen = U" \n:(";
    const bool line = before == U'/' || before == U'⁄';
    if (line && is_raised_digit(g.before(begin - 1))) return true;
    if (before == U'.') return begin == 1 || kOpen.contains(g.before(begin - 1));
    if (before == U'○' || before == U'◯' || before == U'十') return false;  // a mark, or a number of its own
    return before == kReplacement || before == U'±' || is_foreign_digit(before);
}

}  // namespace goalsheet::numbers
