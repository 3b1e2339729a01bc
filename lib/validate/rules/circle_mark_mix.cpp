// SPDX-License-Identifier: MIT
#include <string_view>
#include <utility>
#include <vector>

#include "goalsheet/text.hpp"
#include "text/small_numeral.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace circle_mark_mix_rule {
namespace {

constexpr std::string_view kZero = "〇";

// 〇 as a mark heads a line, at most behind an item number; as a zero (二〇二五) it has numerals beside it.
bool heads_line(std::string_view text, std::size_t at) {
    std::size_t before = at;
    for (CodePoint point = decode_before(text, before); point.length; point = decode_before(text, before)) {
        if (point.value == '\n') break;
        if (!is_space(point.value) && !circled_number(point.value)) return false;
        before -= point.length;
    }
    return !read_small_numeral(text, at + kZero.size()) && decode_at(text, at + kZero.size()).value != U'〇';
}

struct Marks {
    const SourcedText* first = nullptr;
    std::size_t at = 0;
    SheetAddress address;
    std::size_t count = 0;
    std::vector<TextEdit> edits = {};

    void look_at(const SourcedText& text, const SheetAddress& where) {
        for (std::size_t i = text.text.find(kZero); i != std::string::npos;
             i = text.text.find(kZero, i + kZero.size())) {
            if (!heads_line(text.text, i)) continue;
            edits.push_back({&text, i, i + kZero.size(), "○"});
            if (count++ > 0) continue;
            first = &text;
            at = i;
            address = where;
        }
    }
};

void check(const SheetScope& sheet, Reporter& report) {
    Marks marks;
    // Titles come without their marks; the cells as written still have them.
    for (const Item& item : sheet.sheet.items)
        if (const SourcedText* cell = cell_of(item, FieldId::item))
            marks.look_at(*cell, {.sheet = sheet.number, .item = item.number, .field = FieldId::item});
    for (const FieldText& field : sheet.texts())
        if (field.address.field != FieldId::item || !sheet.sheet.items.front().as_written)
            marks.look_at(*field.text, field.address);
    marks.look_at(sheet.sheet.notes.participation_heading, {.sheet = sheet.number, .field = FieldId::participation});
    marks.look_at(sheet.sheet.notes.outcomes_heading, {.sheet = sheet.number, .field = FieldId::outcomes});
    if (marks.count == 0) return;
    Place place = sheet.whole();
    place.address = marks.address;
    place.near.push_front({place.text});
    place.text = marks.first;
    place.begin = marks.at;
    place.end = marks.at + kZero.size();
    report.add(sheet, place, Saying{.arguments = {count_word(marks.count)}, .edits = std::move(marks.edits)});
}

}  // namespace
}  // namespace circle_mark_mix_rule

const RuleBody circle_mark_mix{
    .texts =
        {.title = {"見出し記号に漢数字のゼロ", "〇 used as a bullet"},
         .message =
             {"「〇」（漢数字ゼロ、U+3007）が見出し記号に使われています（{0}か所）。「○」（U+25CB）に直してください。",
              "U+3007 used as bullet ({0} places); use U+25CB."},
         .why = {"読み上げでは「ゼロ」と読まれ、検索では別の字になります。",
                 "Screen readers say “zero”, and searches see another character."},
         .wrong = "②取組: 〇 食品ロスの削減\n  (1) 啓発イベントの開催",
         .right = "②取組: ○ 食品ロスの削減\n  (1) 啓発イベントの開催"},
    .on_sheet = circle_mark_mix_rule::check,
};

}  // namespace goalsheet::rules
