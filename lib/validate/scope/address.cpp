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

Message field_word(FieldId field) {
    switch (field) {
        case FieldId::title:
            return {"表題", "title"};
        case FieldId::fiscal_year:
            return {"年度", "fiscal year"};
        case FieldId::goal:
            return {"重点目標", "goal"};
        case FieldId::department:
            return {"部局名", "department"};
        case FieldId::priority:
            return {"優先順位", "priority"};
        case FieldId::alignment:
            return {"位置付け", "alignment"};
        case FieldId::situation:
            return {"現況・課題", "situation"};
        case FieldId::purpose:
            return {"目的・効果", "purpose"};
        case FieldId::sdgs:
            return {"該当するSDGsの目標", "SDGs"};
        case FieldId::item_number:
            return {"番号", "item number"};
        case FieldId::item:
            return {"取組項目", "item"};
        case FieldId::action:
            return {"方法・手段", "action"};
        case FieldId::deadline:
            return {"期間・期限", "deadline"};
        case FieldId::target:
            return {"数値目標", "target"};
        case FieldId::midterm:
            return {"中間報告", "mid-term report"};
        case FieldId::final:
            return {"期末報告", "year-end report"};
        case FieldId::notes:
            return {"特記事項", "notes"};
        case FieldId::participation:
            return {"市民参加・協働の推進", "participation"};
        case FieldId::outcomes:
            return {"取組による効果・残された課題", "outcomes"};
    }
    return {};
}

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
