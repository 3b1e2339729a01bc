// SPDX-License-Identifier: MIT
#include <array>
#include <vector>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace unmatched_bracket_rule {
namespace {

const Message kUnopened = {"「{0}」に対応する開き括弧「{1}」がありません。「{1}」を足すか「{0}」を削除してください。",
                           "There is no opening {1} for {0}; add it or delete {0}."};

// Kinds of brackets; round ones of both widths close each other.
struct Kind {
    std::u32string_view open;
    std::u32string_view close;
};
constexpr std::array<Kind, 4> kKinds = {{{U"（(", U"）)"}, {U"「", U"」"}, {U"『", U"』"}, {U"【", U"】"}}};

struct Open {
    std::size_t kind;
    std::size_t offset;
    std::uint32_t length;
};

// 1) ア) a) ①) at the start of a line or behind a space number something: no bracket to be opened.
bool is_list_mark(std::string_view text, std::size_t at) {
    std::size_t length = 0;
    for (CodePoint point = decode_before(text, at); point.length && !is_space(point.value);
         point = decode_before(text, at)) {
        const bool sign = digit_value(point.value) || circled_number(point.value) || is_katakana(point.value) ||
                          (point.value < 0x80 && point.value > 0x40);
        if (!sign || ++length > 2) return false;
        at -= point.length;
    }
    return length > 0;
}

// ） for （.
std::string partner_of(char32_t bracket) {
    std::string partner;
    for (const Kind& kind : kKinds)
        for (std::size_t i = 0; i < kind.open.size(); ++i) {
            if (kind.open[i] == bracket) append_utf8(partner, kind.close[i]);
            if (kind.close[i] == bracket) append_utf8(partner, kind.open[i]);
        }
    return partner;
}

void speak(const SheetScope& sheet, const FieldText& field, std::size_t at, std::uint32_t length,
           const Message* message, Reporter& report) {
    const Message shown = same(std::string_view(field.text->text).substr(at, length));
    report.add(
        sheet, sheet.at(field, at, at + length),
        Saying{.arguments = {shown, same(partner_of(decode_at(field.text->text, at).value))}, .message = message});
}

// Where brackets begin in UTF-8: ( and ), 「 to 】 (E3 80), （ and ） (EF BC).
bool may_be_bracket(std::string_view text, std::size_t at) {
    if (text[at] == '(' || text[at] == ')') return true;
    if (at + 1 == text.size()) return false;
    return (text[at] == '\xE3' && text[at + 1] == '\x80') || (text[at] == '\xEF' && text[at + 1] == '\xBC');
}

void check_text(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    const std::string_view text = field.text->text;
    std::vector<Open> open;
    for (std::size_t at = 0; at < text.size();) {
        if (!may_be_bracket(text, at)) {
            ++at;
            continue;
        }
        const CodePoint point = decode_at(text, at);
        for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
            if (kKinds[kind].open.find(point.value) != std::u32string_view::npos) {
                open.push_back({kind, at, point.length});
            } else if (kKinds[kind].close.find(point.value) != std::u32string_view::npos) {
                if (!open.empty() && open.back().kind == kind)
                    open.pop_back();
                else if (kind != 0 || !is_list_mark(text, at))
                    return speak(sheet, field, at, point.length, &kUnopened, report);
            }
        }
        at += point.length;
    }
    if (!open.empty()) speak(sheet, field, open.back().offset, open.back().length, nullptr, report);
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts()) check_text(sheet, field, report);
}

}  // namespace
}  // namespace unmatched_bracket_rule

const RuleBody unmatched_bracket{
    .texts = {.title = {"閉じていない括弧", "unmatched bracket"},
              .message = {"「{0}」に対応する閉じ括弧「{1}」がありません。「{1}」を足すか「{0}」を削除してください。",
                          "The bracket {0} is never closed; add {1} or delete {0}."},
              .why = {"どこまでが補足か分からず、文章が途中で切れていることもあります。",
                      "A reader cannot tell where the aside ends; often the text was cut."},
              .wrong = "②中間報告: (1) 啓発イベント 2回（5月、7月",
              .right = "②中間報告: (1) 啓発イベント 2回（5月、7月）"},
    .on_sheet = unmatched_bracket_rule::check,
};

}  // namespace goalsheet::rules
