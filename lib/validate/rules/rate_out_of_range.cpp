// SPDX-License-Identifier: MIT
#include <array>

#include "goalsheet/text.hpp"
#include "numbers/quantity/bounds.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace rate_out_of_range_rule {
namespace {

constexpr double kWhole = 100;
// The words a figure belongs to: from the start of its line or clause.
std::string_view words_before(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const std::size_t line = before.rfind('\n');
    const std::size_t comma = before.rfind("、");
    std::size_t start = line == std::string_view::npos ? 0 : line + 1;
    if (comma != std::string_view::npos) start = std::max(start, comma);
    return before.substr(start);
}

// A bare 51% of a report is the rate its target names.
std::string_view target_words(const SheetScope& sheet, const Measure& measure) {
    for (const Quantity& quantity : sheet.page.quantities(measure.target))
        if (quantity.unit == "%") return words_before(measure.target.text, quantity.begin);
    return {};
}

// A figure with nothing but a date beside it is what its measure is called: 465％, 9月末 465％.
bool stands_alone(std::string_view words) {
    constexpr std::u32string_view kOfDates = U"月末年度日現在時点約令和元";
    for (std::size_t at = 0; at < words.size();) {
        const CodePoint point = decode_at(words, at);
        at += point.length;
        const bool letter = is_kanji(point.value) || is_hiragana(point.value) || is_katakana(point.value);
        if (letter && kOfDates.find(point.value) == std::u32string_view::npos) return false;
    }
    return true;
}

// 受診率 as the name of the measure, and a figure that no number above all there is (入所率 103％) comes near to.
bool is_rate_of_measure(const Quantity& quantity, std::string_view words, const Measure& measure) {
    constexpr double kFarAbove = 150;
    return quantity.value.to_double() >= kFarAbove && is_bounded_rate(measure.action.text) && stands_alone(words);
}

void check_text(const SheetScope& sheet, const Measure& measure, const Place& place, std::string_view target,
                Reporter& report) {
    const std::string_view text = place.text->text;
    for (const Quantity& quantity : sheet.page.quantities(*place.text)) {
        const double value = quantity.value.to_double();
        if (quantity.unit != "%" || (value >= 0 && value <= kWhole)) continue;
        const std::string_view words = words_before(text, quantity.begin);
        const bool named = is_bounded_rate(words) || (!is_unbounded_rate(words) && is_bounded_rate(target));
        if (!named && !is_rate_of_measure(quantity, words, measure)) continue;
        report.add(sheet, place.part(quantity.begin, quantity.end),
                   {same(excerpt(text.substr(quantity.begin, quantity.end - quantity.begin)))});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        const std::string_view target = target_words(sheet, measure);
        for (const FieldId field : {FieldId::target, FieldId::midterm, FieldId::final})
            if (numbers::may_hold_percent(text_of(measure, field).text))
                check_text(sheet, measure, sheet.at(item, measure, field), field == FieldId::target ? "" : target,
                           report);
    });
}

}  // namespace
}  // namespace rate_out_of_range_rule

const RuleBody rate_out_of_range{
    .texts = {.title = {"率が範囲外", "rate out of range"},
              .message = {"率「{0}」は0〜100%の範囲外です。小数点を確認してください。",
                          "Rate {0} is outside 0–100 %; check the decimal point."},
              .why = {"全体に対する割合が100%を超えることはありません。桁の誤りです。",
                      "A share of a whole cannot exceed 100 %: a digit or a decimal point is wrong."},
              .wrong = "②数値目標: (1) 参加率 153%\n②中間報告: (1) 参加率 9.8%",
              .right = "②数値目標: (1) 参加率 15.3%\n②中間報告: (1) 参加率 9.8%"},
    .on_sheet = rate_out_of_range_rule::check,
};

}  // namespace goalsheet::rules
