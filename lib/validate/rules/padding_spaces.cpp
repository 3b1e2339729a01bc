// SPDX-License-Identifier: MIT
#include <optional>

#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace padding_spaces_rule {
namespace {

constexpr char32_t kWideSpace = 0x3000;
constexpr int kMostSpaces = 1;

bool is_word(char32_t c) { return is_kanji(c) || is_hiragana(c) || is_katakana(c); }

// Spaces inside a line that set words apart by hand. Those at the head of a line are its indent, and those around a
// figure or a mark keep columns of a list in line.
std::optional<Phrase> find_padding(std::string_view text) {
    std::size_t begin = 0;
    int spaces = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (point.value == kWideSpace || point.value == ' ') {
            if (spaces++ == 0) begin = at;
        } else {
            const char32_t before = decode_before(text, begin).value;
            if (spaces > kMostSpaces && begin > 0 && is_word(before) && is_word(point.value)) return Phrase{begin, at};
            spaces = 0;
        }
        at += point.length;
    }
    return std::nullopt;
}

// 環　境　部: single characters with a space between each.
std::optional<Phrase> find_spread_word(std::string_view text) {
    constexpr int kLeast = 3;
    std::size_t begin = 0;
    int letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint letter = decode_at(text, at);
        const std::size_t end = at + letter.length;
        const CodePoint space = decode_at(text, end);
        const bool alone = is_kanji(letter.value) && !is_word(decode_before(text, at).value);
        if (!alone) {
            letters = 0;
            at = end;
            continue;
        }
        if (letters++ == 0) begin = at;
        const bool ends = space.value != kWideSpace;
        if (ends && letters >= kLeast && !is_word(space.value)) return Phrase{begin, end};
        if (ends) letters = 0;
        at = end + (ends ? 0 : space.length);
    }
    return std::nullopt;
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts()) {
        const std::string_view text = field.text->text;
        if (text.find("　") == std::string_view::npos && text.find("  ") == std::string_view::npos) continue;
        auto found = find_spread_word(text);
        if (!found) found = find_padding(text);
        if (!found) continue;
        const std::size_t from = found->begin - decode_before(text, found->begin).length;
        report.add(sheet, sheet.at(field, found->begin, found->end),
                   {same(excerpt(text.substr(from, found->end + decode_at(text, found->end).length - from)))});
    }
}

}  // namespace
}  // namespace padding_spaces_rule

const RuleBody padding_spaces{
    .texts = {.title = {"空白での字取り", "spaces that set words apart"},
              .message = {"「{0}」は空白で間を空けています。空白を削除してください。",
                          "“{0}” is set apart by spaces; delete them."},
              .why = {"読み上げや検索では一つの言葉になりません。",
                      "Screen readers and searches do not take it for one word."},
              .wrong = "部局名: 環　境　部\nシート2 部局名: 環　境　部",
              .right = "部局名: 環境部\nシート2 部局名: 環境部"},
    .on_sheet = padding_spaces_rule::check,
};

}  // namespace goalsheet::rules
