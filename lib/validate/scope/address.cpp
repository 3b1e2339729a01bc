// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "goalsheet/text.hpp"
#include "validate/scope/scope.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kLabelColumns = 20;

std::string number_words(int item, int measure) {
    std::string words;
    if (item > 0) words += circled(item);
    if (measure > 0) words += fmt::format("({})", measure);
    return words;
}

void add_word(std::string& text, std::string_view word) {
    if (!text.empty() && !word.empty()) text += ' ';
    text += word;
}

}  // namespace

Message label_word(std::string_view label) {
    const std::string shown = excerpt(label, kLabelColumns);
    return {"見出し「" + shown + "」", "label “" + shown + "”"};
}

Message item_word(const Item& item) {
    if (item.number > 0) return {"取組" + circled(item.number), "item " + circled(item.number)};
    const std::string title = excerpt(item.title.text, 20);
    return {"取組「" + title + "」", "item “" + title + "”"};
}

Message measure_word(const Item& item, const Measure& measure) {
    if (item.number <= 0) {
        const Message word = item_word(item);
        const std::string number = number_words(0, measure.number);
        return {word.ja + number, word.en + " " + number};
    }
    const std::string number = number_words(item.number, measure.number);
    return {"取組" + number, number};
}

std::string SheetAddress::in(Lang lang, std::string_view goal) const {
    const bool ja = lang == Lang::ja;
    std::string text;
    if (sheet > 0) {
        text = fmt::format("{}{}", ja ? "シート" : "sheet ", sheet);
        if (!goal.empty()) text += fmt::format("{}{}{}", ja ? "「" : " “", goal, ja ? "」" : "”");
    }
    add_word(text, number_words(item, measure));
    if (!words.ja.empty() || !words.en.empty())
        add_word(text, words.in(lang));
    else if (field)
        add_word(text, field_word(*field).in(lang));
    return text.empty() ? (ja ? "ファイル全体" : "whole file") : text;
}

}  // namespace goalsheet
