// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>

#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace punctuation_style_rule {
namespace {

constexpr std::array<std::string_view, 8> kDoubled = {"、、", "。。", "、。", "。、", "，，", "，。", "・、", "．。"};
constexpr std::array<std::string_view, 5> kHeads = {"、", "。", "，", "．", "）"};

const Message kHead = {"行頭に「{1}」があります（「{0}」）。改行の位置を直し、前の行の終わりに続けてください。",
                       "A line begins with {1} (“{0}”); move the line break behind it."};
const Message kTwice = {"句読点「{0}」が重なっています。1つにしてください。",
                        "Punctuation stands twice ({0}); keep one."};

bool is_japanese(char32_t c) { return is_kanji(c) || is_hiragana(c) || is_katakana(c); }

// ， between words; between digits it parts thousands.
std::optional<Phrase> find_wide_comma(std::string_view text) {
    constexpr std::string_view kComma = "，";
    for (std::size_t at = text.find(kComma); at != std::string_view::npos; at = text.find(kComma, at + 1)) {
        const std::size_t end = at + kComma.size();
        if (is_japanese(decode_before(text, at).value) || is_japanese(decode_at(text, end).value))
            return Phrase{at, end};
    }
    return std::nullopt;
}

// A line that begins with what belongs to the end of the one before.
std::optional<Phrase> find_head(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        for (const std::string_view one : kHeads) {
            const bool closes = one == "）";
            if (text.substr(at).starts_with(one) && !(closes && at == 0)) return Phrase{at, at + one.size()};
        }
        const std::size_t line = text.find('\n', at);
        if (line == std::string_view::npos) break;
        at = line + 1;
    }
    return std::nullopt;
}

std::string_view line_from(std::string_view text, std::size_t at) {
    return text.substr(at, std::min(text.find('\n', at), text.size()) - at);
}

const Message kStop = {"文の終わりが「{0}」です。「。」に直してください。", "A sentence ends in {0}; write 。."};

// 聴いた. at the end of a text or of a line.
std::optional<Phrase> find_other_stop(std::string_view text) {
    for (const std::string_view stop : {".", "．", "｡"})
        for (std::size_t at = text.find(stop); at != std::string_view::npos; at = text.find(stop, at + stop.size())) {
            const std::size_t end = at + stop.size();
            const bool last = end == text.size() || text[end] == '\n';
            if (last && is_hiragana(decode_before(text, at).value)) return Phrase{at, end};
        }
    return std::nullopt;
}

void check_text(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    const std::string_view text = field.text->text;
    if (const auto head = find_head(text)) {
        const std::string_view sign = text.substr(head->begin, head->end - head->begin);
        report.add(
            sheet, sheet.at(field, head->begin, head->end),
            Saying{.arguments = {same(excerpt(line_from(text, head->begin), 20)), same(sign)}, .message = &kHead});
    }
    if (const auto stop = find_other_stop(text))
        report.add(sheet, sheet.at(field, stop->begin, stop->end),
                   Saying{.arguments = {same(text.substr(stop->begin, stop->end - stop->begin))}, .message = &kStop});
    if (const auto twice = find_phrase<kDoubled>(text))
        report.add(
            sheet, sheet.at(field, twice->begin, twice->end),
            Saying{.arguments = {same(text.substr(twice->begin, twice->end - twice->begin))}, .message = &kTwice});
}

void check(const SheetScope& sheet, Reporter& report) {
    const FieldText* comma_text = nullptr;
    Phrase comma{};
    bool has_touten = false;
    for (const FieldText& field : sheet.texts()) {
        const std::string_view text = field.text->text;
        check_text(sheet, field, report);
        has_touten = has_touten || text.find("、") != std::string_view::npos;
        if (comma_text || text.find("，") == std::string_view::npos) continue;
        if (const auto found = find_wide_comma(text)) {
            comma_text = &field;
            comma = *found;
        }
    }
    if (comma_text && has_touten) report.add(sheet, sheet.at(*comma_text, comma.begin, comma.end), {});
}

}  // namespace
}  // namespace punctuation_style_rule

const RuleBody punctuation_style{
    .texts = {.title = {"句読点の書き方", "punctuation"},
              .message = {"読点に「、」と「，」が混ざっています。「、」にそろえてください。",
                          "Commas 、 and ， are mixed; use 、."},
              .why = {"公用文では読点に「、」を使い、行の初めに句読点を置きません。",
                      "Official Japanese uses 、 and puts no punctuation at the head of a line."},
              .wrong = "目的・効果: ごみを減らし，資源を循環させる。\n現況・課題: 家庭ごみは、排出量が増加している。",
              .right = "目的・効果: ごみを減らし、資源を循環させる。\n現況・課題: 家庭ごみは、排出量が増加している。"},
    .on_sheet = punctuation_style_rule::check,
};

}  // namespace goalsheet::rules
