// SPDX-License-Identifier: MIT
#include "text/phrase_search.hpp"

#include "goalsheet/text.hpp"
#include "text/small_numeral.hpp"

namespace goalsheet::rules {
namespace {

// n/m where both can be month and day.
bool is_slashed_date(std::string_view text, const SmallNumeral& month) {
    const CodePoint slash = decode_at(text, month.end);
    if (slash.value != '/' && slash.value != U'／') return false;
    const auto day = read_small_numeral(text, month.end + slash.length);
    return !month.kanji && day && !day->kanji && month.value >= 1 && month.value <= 12 && day->value >= 1 &&
           day->value <= 31;
}

bool goes_on_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

std::size_t Phrases::longest_at(std::string_view text, std::size_t at) const {
    std::size_t longest = 0;
    for (const std::string_view word : words_)
        if (word.size() > longest && word.front() == text[at] && text.substr(at).starts_with(word))
            longest = word.size();
    return longest;
}

std::optional<Phrase> Phrases::find(std::string_view text, std::size_t from) const {
    // Where most characters have three bytes, a step of three is a character nearly always.
    for (std::size_t at = from; at < text.size(); at += static_cast<unsigned char>(text[at]) >= 0xE0 ? 3 : 1) {
        while (at < text.size() && goes_on_character(text[at])) ++at;
        if (at == text.size()) break;
        if (!may_be_at(text, at)) continue;
        if (const std::size_t length = longest_at(text, at); length != 0) return Phrase{at, at + length};
    }
    return std::nullopt;
}

bool names_month(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto number = read_small_numeral(text, at);
        if (!number) {
            at += decode_at(text, at).length;
            continue;
        }
        const bool month = number->value >= 1 && number->value <= 12 && text.substr(number->end).starts_with("月");
        if (month || is_slashed_date(text, *number)) return true;
        at = number->end;
    }
    return false;
}

bool has_digit(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (digit_value(point.value)) return true;
        at += point.length;
    }
    return false;
}

}  // namespace goalsheet::rules
