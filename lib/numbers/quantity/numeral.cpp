// SPDX-License-Identifier: MIT
#include "numbers/quantity/numeral.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "numbers/quantity/broken_figure.hpp"

namespace goalsheet::numbers {
namespace {

constexpr int kMaxDigits = 18;  // what an int64 holds whatever the digits are

constexpr std::array<std::int64_t, 19> make_powers() {
    std::array<std::int64_t, 19> powers{};
    powers[0] = 1;
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}
constexpr std::array<std::int64_t, 19> kPowers = make_powers();

int count_digits(std::int64_t mantissa) {
    int digits = 0;
    for (; mantissa != 0; mantissa /= 10) ++digits;
    return digits;
}

std::optional<Decimal> try_scale_up(Decimal value, int zeros) {
    const int drop = std::min(zeros, value.scale);
    value.scale -= drop;
    zeros -= drop;
    if (count_digits(value.mantissa) + zeros > kMaxDigits) return std::nullopt;
    value.mantissa *= kPowers[static_cast<std::size_t>(zeros)];
    return value;
}

std::optional<Decimal> try_add(Decimal a, Decimal b) {
    const int scale = std::max(a.scale, b.scale);
    const auto widen = [scale](Decimal d) -> std::optional<Decimal> {
        if (count_digits(d.mantissa) + scale - d.scale > kMaxDigits - 1) return std::nullopt;
        return Decimal{d.mantissa * kPowers[static_cast<std::size_t>(scale - d.scale)], scale};
    };
    const auto wide_a = widen(a);
    const auto wide_b = widen(b);
    if (!wide_a || !wide_b) return std::nullopt;
    return Decimal{wide_a->mantissa + wide_b->mantissa, scale};
}

int kanji_digit(char32_t c) {
    constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
    const std::size_t at = kDigits.find(c);
    return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

int small_zeros(char32_t c) { return c == U'十' ? 1 : c == U'百' ? 2 : c == U'千' ? 3 : 0; }
int big_zeros(char32_t c) { return c == U'万' ? 4 : c == U'億' ? 8 : c == U'兆' ? 12 : 0; }

// Words that begin with a scale word: 3百貨店 are three shops.
constexpr Words kScaleWords =
    U"百貨 百選 百景 百条 百歳 百名山 百科 千葉 千曲 千代 千歳 千枚田 万博 万引 万全 万能 万一 万葉 億劫";

// Part of a number under 万: digits with commas and a fraction, or 二百五十, perhaps 5千.
struct Section {
    Decimal value;
    Decimal plain;
    int scale = 0;
    std::size_t end = 0;
    bool readable = true;
    bool kanji = true;
    bool grouped = false;
};

// The end of a group ",200" or ", 200" (the space is left over from a PDF); i itself where there is none.
std::size_t group_end(const Glyphs& g, std::size_t i) {
    if (g.at(i) != U',') return i;
    const std::size_t start = g.at(i + 1) == U' ' ? i + 2 : i + 1;
    std::size_t end = start;
    while (end < start + 4 && is_digit(g.at(end))) ++end;
    return end == start + 3 ? end : i;
}

// 10,00 and 21,7: commas that part no thousands. 2,3 may be a list.
bool is_grouped_wrongly(const Glyphs& g, std::size_t begin, std::size_t end) {
    if (g.at(end) != U',' || !is_digit(g.at(end + 1))) return false;
    const bool more = g.at(end + 2) == U',' && is_digit(g.at(end + 3));
    const bool list = end == begin + 1 && g.at(end + 1) == g.text[begin] + 1 && !is_digit(g.at(end + 2)) && !more;
    return !list;
}

std::size_t skip_unreadable(const Glyphs& g, std::size_t i) {
    while (is_digit(g.at(i)) || ((g.at(i) == U',' || g.at(i) == U'.') && is_digit(g.at(i + 1)))) ++i;
    return i;
}

bool has_fraction(const Glyphs& g, std::size_t i) { return g.at(i) == U'.' && is_digit(g.at(i + 1)); }

Section read_arabic(const Glyphs& g, std::size_t i) {
    Section s;
    s.kanji = false;
    const std::size_t first_end = digits_end(g, i);
    s.end = first_end;
    const std::size_t first_length = first_end - i;
    if (first_length <= 3 && g.at(i) != U'0')
        for (std::size_t next = group_end(g, s.end); next != s.end; next = group_end(g, s.end)) s.end = next;
    s.grouped = s.end != first_end;
    const std::size_t point = s.end;
    if (has_fraction(g, point)) s.end = digits_end(g, point + 1);
    int digits = 0;
    for (std::size_t at = i; at < s.end && digits <= kMaxDigits; ++at) {
        if (!is_digit(g.text[at])) continue;
        if (s.value.mantissa != 0 || g.text[at] != U'0') ++digits;
        if (digits > kMaxDigits) break;
        s.value.mantissa = s.value.mantissa * 10 + static_cast<std::int64_t>(g.text[at] - U'0');
        if (at > point) ++s.value.scale;
    }
    const bool code = g.at(i) == U'0' && (first_length > 2 || (first_length == 2 && g.at(i + 1) == U'0'));
    s.readable = digits <= kMaxDigits && s.value.scale < kMaxDigits && !code;
    s.plain = s.value;
    if (is_grouped_wrongly(g, i, s.end)) {
        s.readable = false;
        s.end = skip_unreadable(g, s.end);
    }
    if (const std::size_t broken = broken_figure_end(g, i, s.end); broken != s.end || follows_doubtful_glyph(g, i)) {
        s.readable = false;
        s.end = skip_unreadable(g, broken);
    }
    return s;
}

// 5千, 3百: an Arabic number with a small scale word. 21,000千円 and 5百万円 keep 千円 and 百万円 as their printed
// unit.
void take_small_scale(const Glyphs& g, Section& s, bool after_big) {
    const int zeros = small_zeros(g.at(s.end));
    if (zeros < 2 || match_any(g, s.end, kScaleWords)) return;
    if (!after_big && match_any(g, s.end, U"千円 百万円")) return;
    const auto scaled = try_scale_up(s.value, zeros);
    if (!scaled) return;
    s.value = *scaled;
    s.scale = zeros;
    ++s.end;
    if (big_zeros(g.at(s.end)) || !is_digit(g.at(s.end))) return;
    const Section rest = read_arabic(g, s.end);  // 2千500
    const auto sum = try_add(s.value, rest.value);
    if (sum && rest.readable && less_than(rest.value, {kPowers[static_cast<std::size_t>(zeros)], 0})) {
        s.value = *sum;
        s.plain = s.value;
        s.scale = 0;
        s.end = rest.end;
    }
}

// 二〇八: digits in their places.
Section read_positional(const Glyphs& g, std::size_t i) {
    Section s;
    int digits = 0;
    for (s.end = i; kanji_digit(g.at(s.end)) >= 0; ++s.end)
        if (++digits <= kMaxDigits) s.value.mantissa = s.value.mantissa * 10 + kanji_digit(g.text[s.end]);
    s.readable = digits <= kMaxDigits;
    s.plain = s.value;
    return s;
}

// 二百五十: each scale word is smaller than the one before.
Section read_additive(const Glyphs& g, std::size_t i) {
    Section s;
    s.end = i;
    int last = 4;
    while (true) {
        const int digit = kanji_digit(g.at(s.end));
        const int zeros = small_zeros(g.at(s.end + (digit > 0 ? 1 : 0)));
        if (zeros == 0 || zeros >= last || digit == 0) {
            if (digit > 0) s.value.mantissa += digit, ++s.end;
            break;
        }
        s.value.mantissa += (digit > 0 ? digit : 1) * kPowers[static_cast<std::size_t>(zeros)];
        s.end += digit > 0 ? 2 : 1;
        last = zeros;
    }
    s.plain = s.value;
    return s;
}

// 八十七・六パーセント: a fraction only where a unit that has fractions follows; 三・四年 is a list.
void take_kanji_fraction(const Glyphs& g, Section& s) {
    if (g.at(s.end) != U'・' && g.at(s.end) != U'点') return;
    const Section digits = read_positional(g, s.end + 1);
    const auto places = static_cast<int>(digits.end - s.end - 1);
    if (places == 0 || places > 3 ||
        !match_any(g, digits.end, U"パーセント % ポイント 倍 ヘクタール ha キロ km トン メートル 割"))
        return;
    const auto whole = try_scale_up(s.value, places);
    if (!whole) return;
    s.value = {whole->mantissa + digits.value.mantissa, places};
    s.plain = s.value;
    s.end = digits.end;
}

Section read_section(const Glyphs& g, std::size_t i, bool after_big) {
    if (is_digit(g.at(i))) {
        Section s = read_arabic(g, i);
        if (s.readable) take_small_scale(g, s, after_big);
        return s;
    }
    const bool positional = kanji_digit(g.at(i)) >= 0 && kanji_digit(g.at(i + 1)) >= 0;
    Section s = positional ? read_positional(g, i) : read_additive(g, i);
    take_kanji_fraction(g, s);
    return s;
}

// The place of 万, 億, 兆 after a section; a PDF may leave one space before it.
std::size_t big_scale_at(const Glyphs& g, const Section& s) {
    const std::size_t at = !s.kanji && g.at(s.end) == U' ' ? s.end + 1 : s.end;
    return big_zeros(g.at(at)) && !match_any(g, at, kScaleWords) ? at : s.end;
}

// 1千,200人 and 1万.5人; 九七・五％, but not 一・二年生.
std::size_t broken_numeral_end(const Glyphs& g, const Numeral& n) {
    const char32_t sign = g.at(n.end);
    if (n.end == n.begin) return n.end;
    const bool after_scale = !is_digit(g.text[n.end - 1]);
    if (after_scale && (sign == U',' || sign == U'.') && is_digit(g.at(n.end + 1))) return skip_unreadable(g, n.end);
    if (!n.kanji || sign != U'・' || kanji_digit(g.at(n.end + 1)) < 0) return n.end;
    const bool step = n.end == n.begin + 1 && kanji_digit(g.at(n.end + 1)) == kanji_digit(g.text[n.begin]) + 1;
    return step ? n.end : n.end + 2;
}

bool starts_section(char32_t c) { return is_digit(c) || kanji_digit(c) > 0 || small_zeros(c) > 0; }

}  // namespace

std::size_t digits_end(const Glyphs& g, std::size_t i) {
    while (is_digit(g.at(i))) ++i;
    return i;
}

bool starts_numeral(char32_t c) {
    static constexpr GlyphSet kBeginnings = U"0123456789〇一二三四五六七八九十百千";
    return kBeginnings.contains(c);
}

Decimal scale_up(Decimal value, int zeros) { return try_scale_up(value, zeros).value_or(value); }

bool less_than(const Decimal& a, const Decimal& b) { return a.to_double() < b.to_double(); }

Numeral read_numeral(const Glyphs& g, std::size_t i) {
    Numeral n;
    n.begin = n.end = i;
    n.kanji = true;
    n.readable = true;
    int last = 99;
    while (starts_section(g.at(n.end)) || (n.end == i && starts_numeral(g.at(i)))) {
        const Section s = read_section(g, n.end, last != 99);
        if (s.end == n.end) break;
        const std::size_t scale_at = big_scale_at(g, s);
        const int zeros = big_zeros(g.at(scale_at));
        const bool takes_scale = zeros > 0 && zeros < last;
        const auto scaled = takes_scale ? try_scale_up(s.value, zeros) : std::optional<Decimal>(s.value);
        const auto sum = scaled ? try_add(n.value, *scaled) : std::nullopt;
        n.readable = n.readable && s.readable && sum;
        if (sum) n.value = *sum;
        n.plain = last == 99 ? s.plain : n.value;
        n.scale = last == 99 ? s.scale + (takes_scale ? zeros : 0) : 0;
        n.kanji = n.kanji && s.kanji;
        n.grouped = n.grouped || s.grouped;
        n.end = takes_scale ? scale_at + 1 : s.end;
        last = zeros;
        if (!takes_scale) break;
    }
    const std::size_t broken = broken_numeral_end(g, n);
    n.readable = n.readable && broken == n.end;
    n.end = broken;
    return n;
}

}  // namespace goalsheet::numbers
