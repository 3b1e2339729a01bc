// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace text_breaks_off_rule {
namespace {

// No text ends so.
constexpr std::array<std::string_view, 9> kOpenEnds = {"、",   "，",     "及び",     "並びに", "または",
                                                       "又は", "および", "ならびに", "を"};

std::string_view open_end(std::string_view text) {
    text = trim(text);
    const auto found =
        std::find_if(kOpenEnds.begin(), kOpenEnds.end(), [&](std::string_view one) { return text.ends_with(one); });
    return found == kOpenEnds.end() ? std::string_view() : *found;
}

// Names and titles may well end so: 住み続けられるまちづくりを.
bool is_prose(FieldId field) {
    constexpr std::array kProse = {FieldId::situation, FieldId::purpose, FieldId::deadline,      FieldId::target,
                                   FieldId::midterm,   FieldId::final,   FieldId::participation, FieldId::outcomes};
    return std::find(kProse.begin(), kProse.end(), field) != kProse.end();
}

// The cell of an item may list its measures with 、 between them.
bool is_list(const SheetScope& sheet, const SheetAddress& address) {
    if (address.item == 0 || address.measure == 0) return false;
    for (const Item& item : sheet.sheet.items) {
        if (item.number != address.item) continue;
        const auto open = [&](const Measure& one) { return !open_end(text_of(one, *address.field).text).empty(); };
        return std::count_if(item.measures.begin(), item.measures.end(), open) > 1;
    }
    return false;
}

// 協議を終え、 in the words that stand there.
std::string_view last_words(std::string_view text) {
    constexpr std::size_t kShown = 12;
    text = trim(text);
    std::size_t begin = text.size();
    for (std::size_t shown = 0; shown < kShown && begin > 0; ++shown) {
        const CodePoint before = decode_before(text, begin);
        if (before.value == U'。' || before.value == '\n') break;
        begin -= before.length;
    }
    return text.substr(begin);
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts()) {
        if (!field.address.field || !is_prose(*field.address.field)) continue;
        const std::string_view text = field.text->text;
        const std::string_view end = open_end(text);
        if (end.empty() || is_list(sheet, field.address)) continue;
        const std::size_t at = text.rfind(end);
        report.add(sheet, sheet.at(field, at, at + end.size()), {same(last_words(text))});
    }
}

}  // namespace
}  // namespace text_breaks_off_rule

const RuleBody text_breaks_off{
    .texts = {.title = {"文章が途中で終わっている", "a text breaks off"},
              .message = {"「{0}」で文章が途切れています。続きを書くか、余分な語を削除してください。",
                          "The text breaks off at “{0}”; write the rest, or delete what is left over."},
              .why = {"貼り付けや入力の途中で終わると、残りの実績が公表されません。",
                      "What was cut off while typing or pasting is never published."},
              .wrong = "②中間報告: (1) 啓発イベント 2回を開催し、",
              .right = "②中間報告: (1) 啓発イベント 2回を開催した。"},
    .on_sheet = text_breaks_off_rule::check,
};

}  // namespace goalsheet::rules
