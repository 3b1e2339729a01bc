// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "goalsheet/text.hpp"
#include "text/small_numeral.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace priority_malformed_rule {
namespace {

const Message kEmpty = {"優先順位が空です。「1位」の形で書いてください。", "Priority is empty; write it like 1位."};

const Unplaced* find_unreadable(const SheetScope& sheet) {
    const auto& unplaced = sheet.sheet.unplaced;
    const auto found = std::find_if(unplaced.begin(), unplaced.end(), [&](const Unplaced& one) {
        return sheet.page.form().match(one.label) == FieldId::priority && !is_blank(one.text.text);
    });
    return found == unplaced.end() ? nullptr : &*found;
}

// 一位, 第１位, 2番: only what holds a numeral and nothing else.
std::vector<TextEdit> edits_of(const SourcedText& text) {
    const std::string folded = fold(text.text);
    const std::size_t begin = folded.starts_with("第") ? std::string_view("第").size() : 0;
    const auto number = read_small_numeral(folded, begin);
    if (!number || number->value < 1) return {};
    const std::string_view rest = std::string_view(folded).substr(number->end);
    if (!rest.empty() && rest != "位" && rest != "番" && rest != "番目") return {};
    return {{&text, 0, text.text.size(), fmt::format("{}位", number->value)}};
}

void check(const SheetScope& sheet, Reporter& report) {
    if (sheet.sheet.priority && *sheet.sheet.priority > 0) return;
    if (const Unplaced* unreadable = find_unreadable(sheet)) {
        report.add(sheet, sheet.at(unreadable->text, FieldId::priority),
                   Saying{.arguments = {same(excerpt(unreadable->text.text))}, .edits = edits_of(unreadable->text)});
    } else if (sheet.sheet.priority || !is_blank(sheet.sheet.priority_text.text)) {
        report.add(sheet, sheet.at(FieldId::priority), {same(excerpt(sheet.sheet.priority_text.text))});
    } else if (sheet.label(FieldId::priority)) {
        report.add(sheet, sheet.at(FieldId::priority), Saying{.arguments = {}, .message = &kEmpty});
    }
}

}  // namespace
}  // namespace priority_malformed_rule

const RuleBody priority_malformed{
    .texts = {.title = {"優先順位が読めない", "priority cannot be read"},
              .message = {"優先順位「{0}」は読めません。「1位」の形で書いてください。",
                          "Priority {0} is not readable; write it like 1位."},
              .why = {"順位が数でないと、部局の重点目標を並べられません。",
                      "Without a number a department's goals cannot be ordered."},
              .wrong = "優先順位: いち",
              .right = "優先順位: 1位"},
    .on_sheet = priority_malformed_rule::check,
};

}  // namespace goalsheet::rules
