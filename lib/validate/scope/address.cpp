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

void add_word(Message& address, const Message& word) {
    if (word.ja.empty()) return;
    if (!address.ja.empty()) {
        address.ja += ' ';
        address.en += ' ';
    }
    address.ja += word.ja;
    address.en += word.en;
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

Message address_of(const Spot& spot, std::string_view goal) {
    Message address;
    if (spot.sheet > 0) {
        address = {fmt::format("シート{}", spot.sheet), fmt::format("sheet {}", spot.sheet)};
        if (!goal.empty()) {
            address.ja.append("「").append(goal).append("」");
            address.en.append(" “").append(goal).append("”");
        }
    }
    add_word(address, same(number_words(spot.item, spot.measure)));
    if (!spot.words.ja.empty())
        add_word(address, spot.words);
    else if (spot.field)
        add_word(address, field_word(*spot.field));
    if (address.ja.empty()) address = {"ファイル全体", "whole file"};
    return address;
}

}  // namespace goalsheet
