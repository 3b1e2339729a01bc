// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "dates/calendar.hpp"
#include "dates/kanji_number.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

// ㋿ ㍻ ㍼, in one character.
constexpr std::array<std::string_view, 3> kSquareNames = {"㋿", "㍻", "㍼"};

char32_t half_width_letter(char32_t c) { return c >= 0xFF21 && c <= 0xFF3A ? c - 0xFF21 + 'A' : c; }

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const CodePoint point = decode_at(text, at);
        if (!is_space(point.value)) break;
        at += point.length;
    }
    return at;
}

struct Number {
    int value = 0;
    int digits = 0;
    std::size_t end = 0;
};

// 七, 三十 and 元 behind the name of an era, 二〇二五 without one.
Number read_kanji(std::string_view text, std::size_t at, bool era) {
    constexpr std::string_view kFirst = "元";
    if (era && text.substr(at).starts_with(kFirst)) return {1, 1, at + kFirst.size()};
    const auto kanji = dates::read_kanji_number(text, at);
    if (!kanji || (kanji->value > 99) == era) return {};
    return {kanji->value, era ? 2 : 4, kanji->end};
}

Number read_number(std::string_view text, std::size_t at) {
    Number number{0, 0, at};
    while (number.digits < 5) {
        const CodePoint point = decode_at(text, number.end);
        const auto digit = point.length ? digit_value(point.value) : std::nullopt;
        if (!digit) break;
        number.value = number.value * 10 + *digit;
        ++number.digits;
        number.end += point.length;
    }
    return number;
}

bool starts_with_at(std::string_view text, std::size_t at, std::string_view what) {
    return text.substr(at).starts_with(what);
}

std::optional<YearMention> finish(std::string_view text, std::size_t begin, std::size_t end, int gregorian) {
    return YearMention{std::string(text.substr(begin, end - begin)), gregorian, begin, end};
}

// The year between the brackets of 令和7（2025）年度, 2025(R7)年度; 0 for anything else.
int bracketed_year(std::string_view inner) {
    constexpr std::string_view kYear = "年";
    inner = trim(inner);
    if (inner.ends_with(kYear)) inner.remove_suffix(kYear.size());
    for (std::size_t i = 0; i < kEras.size(); ++i) {
        std::string_view name = kEras[i].name;
        if (inner.starts_with(kSquareNames[i])) name = kSquareNames[i];
        const CodePoint first = decode_at(inner, 0);
        const bool letter = half_width_letter(first.value) == kEras[i].letter;
        if (!letter && !inner.starts_with(name)) continue;
        inner.remove_prefix(letter ? first.length : name.size());
        Number number = read_number(inner, 0);
        if (number.digits == 0 && !letter) number = read_kanji(inner, 0, true);
        return number.digits > 0 && number.digits <= 2 && number.end == inner.size() ? kEras[i].base + number.value : 0;
    }
    const Number number = read_number(inner, 0);
    return number.digits == 4 && number.end == inner.size() ? number.value : 0;
}

// Behind the brackets in which the same year stands once more, in front of 年度; else where it was.
std::size_t skip_same_year(std::string_view text, std::size_t at, int gregorian) {
    constexpr std::size_t kLongestInner = 30;
    const CodePoint bracket = decode_at(text, at);
    if (bracket.value != U'（' && bracket.value != '(') return at;
    const std::size_t begin = at + bracket.length;
    const std::string_view close = text.substr(begin, kLongestInner).find("）") != std::string_view::npos ? "）" : ")";
    const std::size_t end = text.substr(begin, kLongestInner).find(close);
    if (end == std::string_view::npos || bracketed_year(text.substr(begin, end)) != gregorian) return at;
    const std::size_t behind = skip_spaces(text, begin + end + close.size());
    return starts_with_at(text, behind, "年度") ? behind : at;
}

// 令和7年度, R7年度, R7 (a letter may stand without 年度, but not before a date part), 2025年度.
std::optional<YearMention> read_year_at(std::string_view text, std::size_t at) {
    const CodePoint first = decode_at(text, at);
    const CodePoint before = decode_before(text, at);
    int base = 0;
    bool letter = false;
    bool era = false;
    std::size_t pos = at;
    for (std::size_t i = 0; i < kEras.size(); ++i) {
        const Era& e = kEras[i];
        const std::string_view name = starts_with_at(text, at, kSquareNames[i]) ? kSquareNames[i] : e.name;
        if (starts_with_at(text, at, name)) {
            base = e.base;
            pos = at + name.size();
            era = true;
        } else if (half_width_letter(first.value) == e.letter &&
                   !(before.length && before.value < 0x80 && std::isalnum(static_cast<int>(before.value)))) {
            base = e.base;
            pos = at + first.length;
            era = letter = true;
        }
    }
    pos = skip_spaces(text, pos);
    Number number = read_number(text, pos);
    if (number.digits == 0 && !letter) number = read_kanji(text, pos, era);
    if (number.digits == 0) return std::nullopt;
    if (!era && (number.digits != 4 || number.value < 1950 || number.value > 2150 || digit_value(before.value)))
        return std::nullopt;
    if (era && (number.digits > 2 || number.value == 0)) return std::nullopt;
    const int gregorian = base + number.value;
    const std::size_t after = skip_same_year(text, skip_spaces(text, number.end), gregorian);
    if (starts_with_at(text, after, "年度"))
        return finish(text, at, after + std::string_view("年度").size(), gregorian);
    if (!letter) return std::nullopt;
    const char32_t next = decode_at(text, number.end).value;
    const bool date_part = next == '.' || next == '/' || next == '-' || next == U'年' || next == U'．' ||
                           next == U'／' || (next < 0x80 && std::isalnum(static_cast<int>(next)));
    if (date_part) return std::nullopt;
    return finish(text, at, number.end, gregorian);
}

// 平成31年度（令和元年度）: the year in brackets says the same again and belongs to the label.
void take_in_brackets(std::string_view text, YearMention& year) {
    const std::size_t open = year.end;
    const CodePoint bracket = decode_at(text, open);
    if (bracket.value != U'（' && bracket.value != '(') return;
    const auto inner = read_year_at(text, open + bracket.length);
    if (!inner || inner->gregorian != year.gregorian) return;
    const CodePoint close = decode_at(text, inner->end);
    if (close.value != U'）' && close.value != ')') return;
    year.end = inner->end + close.length;
    year.label = std::string(text.substr(year.begin, year.end - year.begin));
}

}  // namespace

std::optional<YearMention> find_fiscal_year(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        if (auto year = read_year_at(utf8, at)) {
            take_in_brackets(utf8, *year);
            return year;
        }
        at += point.length;
    }
    return std::nullopt;
}

std::string fiscal_year_label(int gregorian) {
    const auto era = std::find_if(kEras.begin(), kEras.end(), [gregorian](const Era& e) { return gregorian > e.base; });
    if (era == kEras.end()) return fmt::format("{}年度", gregorian);
    const int year = gregorian - era->base;
    return year == 1 ? fmt::format("{}元年度", era->name) : fmt::format("{}{}年度", era->name, year);
}

}  // namespace goalsheet
