// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "numbers/quantity/bounds.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace {

constexpr double kSlack = 1e-6;  // of decimals added as doubles

bool is_addend(const Quantity& quantity, const std::string& canonical) {
    const bool figure =
        quantity.role == QuantityRole::value && !quantity.value_hi && quantity.per.empty() && quantity.modifier.empty();
    return figure && find_unit(quantity.unit).canonical == canonical;
}

double in_canonical_unit(const Quantity& quantity) {
    return quantity.value.to_double() * find_unit(quantity.unit).factor;
}

std::string shown(const Quantity& quantity) { return figure_word(quantity.value, quantity.unit); }

// The figures in front of a total that it may be the sum of: same unit, same line, back to the total before.
void check_total(const SheetScope& sheet, const Place& place, std::span<const Quantity> before, const Quantity& total,
                 Reporter& report) {
    const std::string canonical = find_unit(total.unit).canonical;
    double sum = 0;
    std::size_t count = 0;
    std::string parts;
    for (const Quantity& part : before) {
        if (!is_addend(part, canonical)) continue;
        sum += in_canonical_unit(part);
        parts += (count++ ? "＋" : "") + shown(part);
    }
    const double expected = in_canonical_unit(total);
    if (count < 2 || std::abs(sum - expected) <= kSlack * std::max(1.0, std::abs(expected))) return;
    const double factor = find_unit(total.unit).factor;
    Decimal printed{static_cast<std::int64_t>(std::llround(sum / factor * 1000)), 3};
    report.add(sheet, place.part(total.begin, total.end),
               {same(shown(total)), same(parts), same(figure_word(printed, total.unit))});
}

bool is_total(const Quantity& quantity) { return quantity.role == QuantityRole::total; }

void check_text(const SheetScope& sheet, const Place& place, const std::vector<Quantity>& quantities,
                Reporter& report) {
    const std::string_view text = place.text->text;
    std::size_t first = 0;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        if (i > 0 && text.substr(quantities[i - 1].end, quantities[i].begin - quantities[i - 1].end).find('\n') !=
                         std::string_view::npos)
            first = i;
        if (!is_total(quantities[i])) continue;
        check_total(sheet, place, std::span(quantities).subspan(first, i - first), quantities[i], report);
        first = i + 1;
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        for (const FieldId field : {FieldId::midterm, FieldId::final}) {
            if (!numbers::may_hold_total(text_of(measure, field).text)) continue;
            const std::vector<Quantity>& quantities = sheet.page.quantities(text_of(measure, field));
            if (std::any_of(quantities.begin(), quantities.end(), is_total))
                check_text(sheet, sheet.at(item, measure, field), quantities, report);
        }
    });
}

}  // namespace

const RuleBody sum_mismatch{
    .texts = {.title = {"計が内訳と合わない", "total does not equal the parts"},
              .message = {"計「{0}」が内訳{1}＝{2}と合いません。計算し直してください。",
                          "Total {0} does not equal the parts {1} = {2}."},
              .why = {"内訳か計のどちらかが誤りで、どちらを公表したのか分かりません。",
                      "Either a part or the total is wrong, and nobody can tell which was published."},
              .wrong = "②中間報告: (1) 啓発イベント 東部1回、西部1回、計3回",
              .right = "②中間報告: (1) 啓発イベント 東部1回、西部1回、計2回"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
