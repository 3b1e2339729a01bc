// SPDX-License-Identifier: MIT
#include "validate/scope/measures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "goalsheet/text.hpp"
#include "text/small_numeral.hpp"

namespace goalsheet::rules {
namespace {

bool is_range_sign(char32_t c) { return c == U'～' || c == U'〜' || c == '~' || c == '-' || c == U'－' || c == U'‐'; }

// (3) at an offset; `end` behind the closing bracket.
std::optional<SmallNumeral> read_bracketed(std::string_view text, std::size_t at) {
    const CodePoint open = decode_at(text, at);
    if (open.value != '(' && open.value != U'（') return std::nullopt;
    auto number = read_small_numeral(text, at + open.length);
    if (!number || number->kanji) return std::nullopt;
    const CodePoint close = decode_at(text, number->end);
    if (close.value != ')' && close.value != U'）') return std::nullopt;
    number->end += close.length;
    return number;
}

bool is_bracket_at(std::string_view text, std::size_t at) {
    return text[at] == '(' || (text[at] == '\xEF' && text.substr(at).starts_with("（"));
}

// The next ( or （, or the end of the text.
std::size_t next_bracket(std::string_view text, std::size_t from) {
    while (from < text.size() && !is_bracket_at(text, from)) ++from;
    return from;
}

}  // namespace

bool has_any(const Item& item, FieldId field) {
    return std::any_of(item.measures.begin(), item.measures.end(),
                       [field](const Measure& one) { return !is_blank(text_of(one, field).text); });
}

void for_each_deadline(const SheetScope& sheet, const std::function<void(const Place&)>& speak) {
    for (const Item& item : sheet.sheet.items) {
        for (std::size_t i = 0; i < item.measures.size();) {
            const SourcedText& deadline = item.measures[i].deadline;
            std::size_t end = i + 1;
            while (end < item.measures.size() && deadline.source_of() &&
                   item.measures[end].deadline.source_of() == deadline.source_of())
                ++end;
            Place place = sheet.at(item, item.measures[i], FieldId::deadline);
            if (end > i + 1) place.address.measure = 0;
            if (!is_blank(deadline.text)) speak(place);
            i = end;
        }
    }
}

std::set<int> numbers_of(const Item& item, FieldId field) {
    std::set<int> numbers;
    for (const Measure& measure : item.measures)
        if (!is_blank(text_of(measure, field).text)) numbers.insert(measure.number);
    return numbers;
}

std::vector<NumberMark> find_number_marks(std::string_view text) {
    std::vector<NumberMark> marks;
    for (std::size_t at = next_bracket(text, 0); at < text.size(); at = next_bracket(text, at)) {
        const auto number = read_bracketed(text, at);
        if (!number) {
            at += decode_at(text, at).length;
            continue;
        }
        const CodePoint sign = decode_at(text, number->end);
        const bool range = is_range_sign(sign.value) && read_bracketed(text, number->end + sign.length);
        marks.push_back({number->value, at, number->end, range});
        at = number->end;
    }
    return marks;
}

std::set<int> bracketed_numbers(std::string_view text) {
    std::set<int> numbers;
    const std::vector<NumberMark> marks = find_number_marks(text);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        numbers.insert(marks[i].value);
        if (!marks[i].opens_range) continue;
        for (int number = marks[i].value; number < marks[i + 1].value; ++number) numbers.insert(number);
    }
    return numbers;
}

std::optional<int> fiscal_year_of(const SheetScope& sheet) {
    if (sheet.sheet.fiscal_year) return sheet.sheet.fiscal_year->gregorian;
    if (sheet.page.document.fiscal_year) return sheet.page.document.fiscal_year->gregorian;
    return std::nullopt;
}

Message fiscal_year_word(int gregorian) { return {fiscal_year_label(gregorian), fmt::format("FY{}", gregorian)}; }

}  // namespace goalsheet::rules
