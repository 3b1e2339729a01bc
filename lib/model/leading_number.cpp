// SPDX-License-Identifier: MIT
// The number that a text begins with.
#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"
#include "model/list_numbers.hpp"
#include "model/numbering/list_marker_at.hpp"

namespace goalsheet {

using namespace numbering;

namespace {

std::size_t skip_number(std::string_view text, std::size_t at) {
    if (const auto circled = circled_at(text, at)) return circled->end;
    if (const auto bracketed = bracketed_at(text, at)) return bracketed->end;
    std::size_t pos = at;
    return read_small_number(text, pos) == 0 ? at : pos;
}

// 1-1, ①-1, 1-(2) and what closes them; a range (3-5月) goes on.
std::size_t composite_length(std::string_view text, std::size_t at) {
    constexpr std::u32string_view kDashes = U"-－‐–―";
    std::size_t end = skip_number(text, at);
    std::size_t parts = end > at ? 1 : 0;
    while (parts > 0) {
        const CodePoint dash = decode_at(text, end);
        if (dash.length == 0 || kDashes.find(dash.value) == std::u32string_view::npos) break;
        const std::size_t next = skip_number(text, end + dash.length);
        if (next == end + dash.length) break;
        end = next;
        ++parts;
    }
    return parts >= 2 ? end : at;
}

// a. , B): one letter, closed, and no part of a word.
std::size_t ascii_letter_length(std::string_view text, std::size_t at) {
    const CodePoint letter = decode_at(text, at);
    const bool half = (letter.value >= 'a' && letter.value <= 'z') || (letter.value >= 'A' && letter.value <= 'Z');
    const bool full =
        (letter.value >= U'ａ' && letter.value <= U'ｚ') || (letter.value >= U'Ａ' && letter.value <= U'Ｚ');
    if (!half && !full) return at;
    const CodePoint close = decode_at(text, at + letter.length);
    constexpr std::u32string_view kClosers = U".．)）";
    if (close.length == 0 || kClosers.find(close.value) == std::u32string_view::npos) return at;
    const std::size_t end = at + letter.length + close.length;
    const CodePoint next = decode_at(text, skip_blanks(text, end));
    const bool word = next.value < 0x80 && next.length != 0;
    return next.length == 0 || word ? at : end;
}

// ア　, (ア), ア. and ⅰ, ii: letters that number.
std::size_t letter_length(std::string_view text, std::size_t at) {
    if (const auto kana = kana_at(text, at)) {
        const bool alone = trim(text.substr(at)).size() <= kana->end - at;
        return alone ? at : kana->end;
    }
    if (const std::size_t letter = ascii_letter_length(text, at); letter > at) return letter;
    std::size_t end = at;
    for (CodePoint c = decode_at(text, end); c.value >= 0x2160 && c.value <= 0x217B; c = decode_at(text, end))
        end += c.length;
    std::size_t ascii = at;
    while (ascii < text.size() && (text[ascii] == 'i' || text[ascii] == 'v' || text[ascii] == 'x')) ++ascii;
    const bool closed = ascii < text.size() && (text[ascii] == '.' || text[ascii] == ')');
    return closed ? std::max(end, ascii) : end;
}

std::optional<LeadingNumber> composite_number(std::string_view text, std::size_t at) {
    std::size_t end = composite_length(text, at);
    const bool letter = end == at;
    if (letter) end = letter_length(text, at);
    if (end == at) return std::nullopt;
    const CodePoint next = decode_at(text, end);
    constexpr std::u32string_view kClosers = U".．、)）:：";
    const bool closed = next.length != 0 && kClosers.find(next.value) != std::u32string_view::npos;
    const CodePoint last = decode_before(text, end);
    const bool done = kClosers.find(last.value) != std::u32string_view::npos || is_space(last.value);
    if (next.length != 0 && !closed && !done && !is_space(next.value)) return std::nullopt;
    if (closed && !done) end += next.length;
    LeadingNumber number{1, end, letter ? LeadingNumber::Kind::letter : LeadingNumber::Kind::plain};
    number.composite = true;
    return number;
}

}  // namespace

std::optional<LeadingNumber> leading_number(std::string_view text, int most_alone) {
    constexpr std::array<std::string_view, 8> kWords = {"取組項目", "取組", "項目", "No.", "NO.", "No", "№", "第"};
    std::size_t at = skip_blanks(text, 0);
    if (at == text.size()) return std::nullopt;
    for (const std::string_view word : kWords) {
        if (word.front() != text[at] || !text.substr(at).starts_with(word)) continue;
        const std::size_t after = skip_blanks(text, at + word.size());
        if (!digit_value(decode_at(text, after).value) && !circled_number(decode_at(text, after).value)) continue;
        at = after;
        break;
    }
    if (const auto composite = composite_number(text, at)) return composite;
    if (const auto circled = circled_at(text, at))
        return LeadingNumber{circled->number, circled->end, LeadingNumber::Kind::circled};
    if (const auto bracket = bracketed_at(text, at))
        return LeadingNumber{bracket->number, bracket->end, LeadingNumber::Kind::bracketed};
    std::size_t pos = at;
    const int number = read_small_number(text, pos);
    if (number == 0) return std::nullopt;
    const CodePoint next = decode_at(text, pos);
    constexpr std::u32string_view kClosers = U".．、)）:：";
    const bool closed = next.length && kClosers.find(next.value) != std::u32string_view::npos;
    const bool bracket = next.value == ')' || next.value == U'）';
    if (closed && (bracket || !digit_value(decode_at(text, pos + next.length).value)))
        return LeadingNumber{number, pos + next.length,
                             bracket ? LeadingNumber::Kind::half_bracket : LeadingNumber::Kind::plain};
    const bool alone = next.length == 0 || is_space(next.value);
    if (alone && number <= most_alone) return LeadingNumber{number, pos, LeadingNumber::Kind::plain};
    return std::nullopt;
}

std::size_t heading_mark_length(std::string_view text) {
    constexpr std::u32string_view kMarks = U"○〇●◎◯⚪⭕■□◆◇★☆▶►▷";
    std::size_t at = skip_blanks(text, 0);
    const CodePoint first = decode_at(text, at);
    if (first.length == 0 || kMarks.find(first.value) == std::u32string_view::npos) return 0;
    // 〇〇部, ○○の推進: two of them are a blank to fill in, not a mark.
    if (kMarks.find(decode_at(text, at + first.length).value) != std::u32string_view::npos) return 0;
    return skip_blanks(text, at + first.length);
}

}  // namespace goalsheet
