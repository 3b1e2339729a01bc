// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <optional>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace range_reversed_rule {
namespace {

// The number that ends at an offset, with its unit where it has one: 20 of 20～, 20人 of 20人～.
struct Bound {
    double value = 0;
    std::size_t begin = 0;
    bool with_unit = false;
};

char32_t half(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

std::optional<Bound> bound_before(std::string_view text, std::size_t at, std::string_view unit) {
    Bound bound;
    if (!unit.empty() && text.substr(0, at).ends_with(unit)) {
        at -= unit.size();
        bound.with_unit = true;
    }
    std::string digits;
    bound.begin = at;
    for (CodePoint last = decode_before(text, bound.begin); last.length; last = decode_before(text, bound.begin)) {
        const char32_t c = half(last.value);
        if (!digit_value(c) && c != '.' && c != ',') break;
        if (c != ',') digits.insert(digits.begin(), static_cast<char>(c));
        bound.begin -= last.length;
    }
    constexpr std::size_t kMost = 9;
    if (digits.empty() || digits.size() > kMost || digits.front() == '.' || digits.back() == '.') return std::nullopt;
    bound.value = std::strtod(digits.c_str(), nullptr);
    return bound;
}

// Months, days, hours and years run round.
bool is_time(std::string_view unit) {
    for (const std::string_view one : {"月", "日", "時", "年", "年度", "分", "階", "号", "歳", "位", "番"})
        if (unit == one) return true;
    return unit.empty();
}

void check_quantity(const SheetScope& sheet, const Place& place, const Quantity& quantity, Reporter& report) {
    const std::string_view text = place.text->text;
    if (is_time(quantity.unit)) return;
    std::optional<Bound> low;
    if (quantity.value_hi) {
        if (quantity.value_hi->to_double() < quantity.value.to_double()) low = Bound{0, quantity.begin, false};
    } else {
        for (const std::string_view sign : {"～", "〜", "~"}) {
            if (!text.substr(0, quantity.begin).ends_with(sign)) continue;
            low = bound_before(text, quantity.begin - sign.size(), quantity.unit);
            if (low && low->value <= quantity.value.to_double()) low.reset();
        }
    }
    if (!low) return;
    report.add(sheet, place.part(low->begin, quantity.end),
               {same(excerpt(text.substr(low->begin, quantity.end - low->begin)))});
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        for (const FieldId field : {FieldId::target, FieldId::midterm, FieldId::final}) {
            const std::string& text = text_of(measure, field).text;
            if (text.find("～") == std::string::npos && text.find("〜") == std::string::npos &&
                text.find('~') == std::string::npos)
                continue;
            for (const Quantity& one : sheet.page.quantities(text_of(measure, field)))
                check_quantity(sheet, sheet.at(item, measure, field), one, report);
        }
    });
}

}  // namespace
}  // namespace range_reversed_rule

const RuleBody range_reversed{
    .texts =
        {.title = {"範囲の大小が逆", "a range from high to low"},
         .message =
             {"範囲「{0}」は大きい数から小さい数へ書かれています。順を直すか、「→」で変化と分かるようにしてください。",
              "The range {0} runs from high to low; turn it round, or write → if a change is meant."},
         .why = {"下限と上限のどちらが誤りか、減らす目標なのか分かりません。",
                 "Nobody can tell which bound is wrong, or whether a fall is meant."},
         .wrong = "②数値目標: (1) 啓発イベント 6～4回",
         .right = "②数値目標: (1) 啓発イベント 4～6回"},
    .on_sheet = range_reversed_rule::check,
};

}  // namespace goalsheet::rules
