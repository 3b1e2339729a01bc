// SPDX-License-Identifier: MIT
#include "text/raised_text.hpp"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <optional>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

struct Form {
    char32_t plain;
    char32_t raised;
    char32_t lowered;
};
constexpr std::array<Form, 17> kForms = {{{'0', U'⁰', U'₀'},
                                          {'1', U'¹', U'₁'},
                                          {'2', U'²', U'₂'},
                                          {'3', U'³', U'₃'},
                                          {'4', U'⁴', U'₄'},
                                          {'5', U'⁵', U'₅'},
                                          {'6', U'⁶', U'₆'},
                                          {'7', U'⁷', U'₇'},
                                          {'8', U'⁸', U'₈'},
                                          {'9', U'⁹', U'₉'},
                                          {'+', U'⁺', U'₊'},
                                          {'-', U'⁻', U'₋'},
                                          {'=', U'⁼', U'₌'},
                                          {'(', U'⁽', U'₍'},
                                          {')', U'⁾', U'₎'},
                                          {',', U',', U','},
                                          {'n', U'ⁿ', U'ₙ'}}};

bool is_note_mark(char32_t c) { return c == U'※' || c == '*' || c == U'＊' || c == U'†' || c == U'‡'; }

// Full-width forms as their narrow ones; U+2212 as the minus it is.
char32_t narrow(char32_t c) {
    if (c == 0x2212) return '-';
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

std::optional<std::string> in_small_forms(std::string_view text, char32_t Form::*form) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        at += point.length;
        if (is_note_mark(point.value)) {
            append_utf8(out, point.value);
            continue;
        }
        const Form* found = nullptr;
        for (const Form& one : kForms)
            if (one.plain == narrow(point.value)) found = &one;
        if (!found) return std::nullopt;
        append_utf8(out, found->*form);
    }
    return out;
}

bool is_word_character(char32_t c) {
    return digit_value(c) || (c < 0x80 && std::isalpha(static_cast<int>(c))) || is_kanji(c) || is_hiragana(c) ||
           is_katakana(c) || (c >= 0xFF21 && c <= 0xFF5A);
}

bool has_words(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (is_word_character(point.value)) return true;
        at += point.length;
    }
    return false;
}

}  // namespace

bool is_short_note(std::string_view text) {
    constexpr std::size_t kMost = 4;
    constexpr std::u32string_view kSigns = U"()（）[]［］注-－,、";
    text = trim(text);
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        const CodePoint point = decode_at(text, at);
        at += point.length;
        if (!digit_value(point.value) && !is_note_mark(point.value) && kSigns.find(point.value) == kSigns.npos)
            return false;
    }
    return count > 0 && count <= kMost;
}

std::string mark_raised(std::string_view text) {
    if (!has_words(text)) return std::string(text);
    if (auto small = in_small_forms(text, &Form::raised)) return *std::move(small);
    return fmt::format("［上付き：{}］", text);
}

std::string mark_lowered(std::string_view text, std::string_view before) {
    const bool behind_digit = digit_value(decode_before(before, before.size()).value).has_value();
    if (!behind_digit || !has_words(text)) return std::string(text);
    if (auto small = in_small_forms(text, &Form::lowered)) return *std::move(small);
    return fmt::format("［下付き：{}］", text);
}

}  // namespace goalsheet
