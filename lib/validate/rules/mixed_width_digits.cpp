// SPDX-License-Identifier: MIT
#include <optional>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace mixed_width_digits_rule {
namespace {

const Message kFull = {"半角数字（{0}字）と全角数字が混ざっています。全角にそろえてください。",
                       "Half-width digits ({0}) stand beside full-width ones; use full width."};
const Message kSingle = {
    "「{1}」の数字の幅が市の書き方（1桁は全角、2桁以上は半角）と違います（{0}か所）。",
    "“{1}”: single digits are written full-width and longer numbers half-width here ({0} places)."};

bool is_full(char32_t c) { return c >= 0xFF10 && c <= 0xFF19; }

// A number of a text and how it is written.
struct Number {
    const FieldText* field;
    std::size_t begin;
    std::size_t end;
    int digits;
    int full;
};

// (1) and 8 of an SDG are marks, and what other lists number is not the department's to write.
bool is_mark(std::string_view text, std::size_t begin, std::size_t end) {
    const char32_t before = decode_before(text, begin).value;
    const char32_t after = decode_at(text, end).value;
    return (before == '(' || before == U'（') && (after == ')' || after == U'）');
}

bool counts(const FieldText& field) {
    return field.address.field && *field.address.field != FieldId::sdgs && *field.address.field != FieldId::priority;
}

std::vector<Number> collect_numbers(const SheetScope& sheet) {
    std::vector<Number> numbers;
    for (const FieldText& field : sheet.texts()) {
        if (!counts(field)) continue;
        const std::string_view text = field.text->text;
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint point = decode_at(text, at);
            if (!digit_value(point.value)) {
                at += point.length;
                continue;
            }
            Number number{&field, at, at, 0, 0};
            for (CodePoint one = decode_at(text, at);
                 one.length && (digit_value(one.value) || one.value == ',' || one.value == '.');
                 one = decode_at(text, at)) {
                number.digits += digit_value(one.value).has_value();
                number.full += is_full(one.value);
                at += one.length;
            }
            number.end = at;
            if (!is_mark(text, number.begin, number.end)) numbers.push_back(number);
        }
    }
    return numbers;
}

bool fits_single_full(const Number& one) { return one.digits == 1 ? one.full == 1 : one.full == 0; }

// Most of the sheet's single digits are full-width and none of its longer numbers: that is a rule, not a slip.
bool looks_single_full(const std::vector<Number>& numbers) {
    int single_full = 0;
    int single_half = 0;
    for (const Number& one : numbers) {
        if (one.digits > 1 && one.full > 0) return false;
        if (one.digits == 1) (one.full ? single_full : single_half) += 1;
    }
    constexpr int kLeast = 3;
    return single_full >= kLeast && single_full > 4 * single_half;
}

// The first number that breaks the rule, and how many do.
void check_single_full(const SheetScope& sheet, const std::vector<Number>& numbers, Reporter& report) {
    const Number* first = nullptr;
    std::size_t count = 0;
    for (const Number& one : numbers) {
        if (fits_single_full(one)) continue;
        if (!first) first = &one;
        ++count;
    }
    if (!first) return;
    const std::string_view shown =
        std::string_view(first->field->text->text).substr(first->begin, first->end - first->begin);
    report.add(sheet, sheet.at(*first->field, first->begin, first->end),
               Saying{.arguments = {count_word(count), same(shown)}, .message = &kSingle});
}

std::vector<TextEdit> edits_of(const SheetScope& sheet, const std::vector<CharacterHit>& hits) {
    std::vector<TextEdit> edits;
    for (const CharacterHit& hit : hits) {
        const SourcedText* text = sheet.texts()[hit.text].text;
        const CodePoint point = decode_at(text->text, hit.offset);
        std::string digit;
        append_utf8(digit, is_full(point.value) ? point.value - 0xFEE0 : point.value + 0xFEE0);
        edits.push_back({text, hit.offset, hit.offset + point.length, digit});
    }
    return edits;
}

void check_mixed(const SheetScope& sheet, CharacterClass wrong, const Message* message, Reporter& report) {
    const auto& hits = sheet.characters().of(wrong);
    const CharacterHit& first = hits.front();
    const FieldText& field = sheet.texts()[first.text];
    const std::size_t length = decode_at(field.text->text, first.offset).length;
    report.add(sheet, sheet.at(field, first.offset, first.offset + length),
               Saying{.arguments = {count_word(hits.size())}, .message = message, .edits = edits_of(sheet, hits)});
}

void check(const SheetScope& sheet, Reporter& report) {
    const bool wide = !sheet.characters().of(CharacterClass::fullwidth_digit).empty();
    const bool narrow = !sheet.characters().of(CharacterClass::ascii_digit).empty();
    const std::optional<DigitStyle> style = sheet.page.policy.digits;
    if (style == DigitStyle::full) {
        if (narrow) check_mixed(sheet, CharacterClass::ascii_digit, &kFull, report);
        return;
    }
    if (style == DigitStyle::half) {
        if (wide) check_mixed(sheet, CharacterClass::fullwidth_digit, nullptr, report);
        return;
    }
    if (!style && (!wide || !narrow)) return;
    const std::vector<Number> numbers = collect_numbers(sheet);
    if (style == DigitStyle::single_full) return check_single_full(sheet, numbers, report);
    if (!looks_single_full(numbers)) check_mixed(sheet, CharacterClass::fullwidth_digit, nullptr, report);
}

}  // namespace
}  // namespace mixed_width_digits_rule

const RuleBody mixed_width_digits{
    .texts = {.title = {"全角数字と半角数字の混在", "digits of both widths"},
              .message = {"全角数字（{0}字）と半角数字が混ざっています。半角にそろえてください。",
                          "Full-width digits ({0}) stand beside half-width ones; use half-width."},
              .why = {"検索や表計算では、全角の数は数として扱われません。",
                      "Searches and spreadsheets do not take full-width digits for numbers."},
              .wrong = "②数値目標: (1) 啓発イベント ４回",
              .right = "②数値目標: (1) 啓発イベント 4回"},
    .on_sheet = mixed_width_digits_rule::check,
};

}  // namespace goalsheet::rules
