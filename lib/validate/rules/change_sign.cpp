// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figure_changes.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace change_sign_rule {
namespace {

const Message kAgainstFigures = {"「{0}」の増減の向きが、{2}から{1}への変化と逆です。符号か数字を確認してください。",
                                 "“{0}” has the wrong sign: {2} became {1}. Check the sign and the figures."};

const Message kTwice = {"「{0}」は「▲」と減少の言葉が二重です。どちらか一方だけにしてください。",
                        "“{0}” says the decrease twice, with ▲ and with a word; keep one of them."};

// ▲3.4％減: nobody doubts what is meant, but it is said twice.
bool is_said_twice(std::string_view written, const ChangeSign& sign) {
    const bool marked = written.starts_with("▲") || written.starts_with("△") || written.starts_with("マイナス");
    return marked && sign.front < 0 && sign.behind < 0 && (written.ends_with("減") || written.ends_with("減少"));
}

void check_text(const SheetScope& sheet, const Place& place, Reporter& report) {
    const std::string_view text = place.text->text;
    const std::vector<Quantity>& quantities = sheet.page.quantities(*place.text);
    for (const Quantity& one : quantities) {
        const ChangeSign sign = sign_of_change(text, one);
        const std::string_view written = with_change_words(text, one);
        if (is_said_twice(written, sign))
            report.add(sheet, place.part(one.begin, one.end),
                       Saying{.arguments = {same(excerpt(written))}, .message = &kTwice});
        if (sign.front * sign.behind >= 0) continue;
        report.add(sheet, place.part(one.begin, one.end), {same(excerpt(written))});
    }
    for (const FigureChange& one : find_figure_changes(text, quantities)) {
        const double difference = canonical_value(*one.now) - canonical_value(*one.before);
        if (one.is_ratio || one.sign == 0 || difference * one.sign >= 0) continue;
        report.add(sheet, place.part(one.change->begin, one.change->end),
                   Saying{.arguments = {same(excerpt(with_change_words(text, *one.change))),
                                        same(as_written(text, *one.now)), same(as_written(text, *one.before))},
                          .message = &kAgainstFigures});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        for (const FieldId field : {FieldId::target, FieldId::midterm, FieldId::final})
            if (!is_blank(text_of(measure, field).text)) check_text(sheet, sheet.at(item, measure, field), report);
    });
    for (const FieldText& field : sheet.texts()) {
        const std::string& text = field.text->text;
        if (field.address.item != 0 || !field.address.field) continue;
        if (text.find("％") == std::string::npos && text.find("ポイント") == std::string::npos) continue;
        check_text(sheet, sheet.at(field, 0, text.size()), report);
    }
}

}  // namespace
}  // namespace change_sign_rule

const RuleBody change_sign{
    .texts = {.title = {"増減の符号と言葉が逆", "sign and words of a change disagree"},
              .message = {"「{0}」は符号と増減の言葉が逆です。どちらかを直してください。",
                          "“{0}”: the sign says the opposite of the word; correct one of them."},
              .why = {"増えたのか減ったのか分かりません。", "Nobody can tell whether it rose or fell."},
              .wrong = "②中間報告: (1) 啓発イベント 2回（参加者は前年比▲5％増）",
              .right = "②中間報告: (1) 啓発イベント 2回（参加者は前年比5％増）"},
    .on_sheet = change_sign_rule::check,
};

}  // namespace goalsheet::rules
