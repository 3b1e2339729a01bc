// SPDX-License-Identifier: MIT
#include "validate/phrases.hpp"

#include "goalsheet/text.hpp"
#include "validate/small_numeral.hpp"

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

}  // namespace

std::optional<Phrase> find_phrase(std::string_view text, std::span<const std::string_view> words, std::size_t from) {
    std::optional<Phrase> best;
    for (const std::string_view word : words) {
        const std::size_t at = text.find(word, from);
        if (at == std::string_view::npos) continue;
        const bool better = !best || at < best->begin || (at == best->begin && at + word.size() > best->end);
        if (better) best = Phrase{at, at + word.size()};
    }
    return best;
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
