// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/remarks.hpp"

namespace goalsheet::rules {
namespace outline_number_style_rule {
namespace {

bool is_open(char32_t c) { return c == '(' || c == U'（'; }
bool is_close(char32_t c) { return c == ')' || c == U'）'; }

// Every 1) that stands at the start of a line or behind a space, outside brackets.
void for_each_half_bracket(std::string_view text, const std::function<void(std::size_t, std::size_t)>& speak) {
    if (text.find(')') == std::string_view::npos && text.find("）") == std::string_view::npos) return;
    int depth = 0;
    bool fresh = true;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        std::size_t end = at;
        if (fresh && depth == 0) {
            for (CodePoint digit = decode_at(text, end); digit.length && digit_value(digit.value);
                 digit = decode_at(text, end))
                end += digit.length;
            const CodePoint close = decode_at(text, end);
            if (end > at && close.length && is_close(close.value)) {
                speak(at, end + close.length);
                at = end + close.length;
                continue;
            }
        }
        if (is_open(point.value)) ++depth;
        if (is_close(point.value) && depth > 0) --depth;
        if (point.value == '\n') depth = 0;
        fresh = is_space(point.value);
        at += point.length;
    }
}

const Message kItem = {"取組番号「{0}」は他の取組の「{1}」と書き方が違います。「{1}」に直してください。",
                       "Item number {0} is not written like those of the other items; write {1}."};

bool is_circled(const Item& item) {
    const CodePoint first = decode_at(item.number_text.text, 0);
    return first.length && circled_number(first.value);
}

// One 3 among ① ② ④. A sheet that has all its numbers in another way has its own form.
void check_items(const SheetScope& sheet, Reporter& report) {
    const auto& items = sheet.sheet.items;
    const auto circles = std::count_if(items.begin(), items.end(), is_circled);
    for (const Item& item : items) {
        if (item.number < 1 || item.number_text.empty() || is_circled(item) ||
            circles * 2 <= static_cast<std::ptrdiff_t>(items.size()))
            continue;
        report.add(
            sheet, sheet.at(item),
            Saying{.arguments = {same(excerpt(item.number_text.text)), same(circled(item.number))}, .message = &kItem});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    check_items(sheet, report);
    for_each_remark(sheet, remark::kNumberStyle, [&](const Remark& remark, const Place& at) {
        Place place = at;
        if (const auto range = remark.text.source_of()) place.address = sheet.address_at(range->first);
        report.add(sheet, place,
                   Saying{.arguments = {same(excerpt(remark.text.text)), same(excerpt(remark.detail))},
                          .edits = {{&remark.text, 0, remark.text.text.size(), remark.detail}}});
    });
    for (const FieldText& field : sheet.texts()) {
        const std::string& text = field.text->text;
        for_each_half_bracket(text, [&](std::size_t begin, std::size_t end) {
            const std::string written = text.substr(begin, end - begin);
            const std::string form = "(" + fold(written);
            report.add(sheet, sheet.at(field, begin, end),
                       Saying{.arguments = {same(written), same(form)}, .edits = {{field.text, begin, end, form}}});
        });
    }
}

}  // namespace
}  // namespace outline_number_style_rule

const RuleBody outline_number_style{
    .texts = {.title = {"項目番号の書き方が様式と違う", "outline number differs from the form"},
              .message = {"「{0}」は様式の「{1}」と違います。括弧を両側に付けてください。",
                          "{0} differs from the form's {1}; put brackets on both sides."},
              .why = {"番号の形がそろわないと、報告が取組に結び付かないことがあります。",
                      "Numbers in another style may not be matched with their measures."},
              .wrong =
                  "総合計画における位置付け: 1) 第2編 安心して暮らせるまち 第1章 循環型社会の形成 第2節 ごみの減量",
              .right =
                  "総合計画における位置付け: (1) 第2編 安心して暮らせるまち 第1章 循環型社会の形成 第2節 ごみの減量"},
    .on_sheet = outline_number_style_rule::check,
};

}  // namespace goalsheet::rules
