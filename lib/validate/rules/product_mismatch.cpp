// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/parse_double.hpp"
#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace product_mismatch_rule {
namespace {

constexpr std::array<std::string_view, 5> kTimes = {"×", "✕", "✖", "Ｘ", "＊"};
constexpr std::array<std::string_view, 10> kOtherSigns = {"＋", "+", "－", "＝", "=", "÷", "～", "〜", "、", "\n"};
constexpr double kSlack = 1e-6;

bool holds_any(std::string_view text, std::span<const std::string_view> signs) {
    return std::any_of(signs.begin(), signs.end(),
                       [&](std::string_view one) { return text.find(one) != std::string_view::npos; });
}

// The only number of 月3回 or 12か月; 1.2 and 1,200 are one.
std::optional<double> only_number(std::string_view text) {
    std::optional<double> found;
    const std::string plain = fold(text);
    for (std::size_t at = 0; at < plain.size(); ++at) {
        if (plain[at] < '0' || plain[at] > '9') continue;
        if (found) return std::nullopt;
        std::string digits;
        for (; at < plain.size() && ((plain[at] >= '0' && plain[at] <= '9') || plain[at] == '.' || plain[at] == ',');
             ++at)
            if (plain[at] != ',') digits += plain[at];
        found = parse_double(digits);
        if (!found) return std::nullopt;
    }
    return found;
}

// 2万 and 億 would have to be counted with.
bool has_great_number(std::string_view text) {
    constexpr std::array<std::string_view, 3> kGreat = {"万", "億", "千"};
    return holds_any(text, kGreat);
}

std::size_t find_times(std::string_view text, std::size_t from, std::size_t& end) {
    std::size_t found = std::string_view::npos;
    for (const std::string_view sign : kTimes)
        if (const std::size_t at = text.find(sign, from); at < found) {
            found = at;
            end = at + sign.size();
        }
    return found;
}

// 月3回×12か月, 20人×6回×2会場: nothing but factors with a number each.
std::optional<double> product_of(std::string_view text) {
    if (holds_any(text, kOtherSigns)) return std::nullopt;
    double product = 1;
    std::size_t factors = 0;
    for (std::size_t from = 0; from <= text.size();) {
        std::size_t next = text.size() + 1;
        const std::size_t end = std::min(find_times(text, from, next), text.size());
        const auto number = only_number(text.substr(from, end - from));
        if (!number) return std::nullopt;
        product *= *number;
        ++factors;
        from = end == text.size() ? text.size() + 1 : next;
    }
    return factors > 1 ? std::optional(product) : std::nullopt;
}

void check_product(const SheetScope& sheet, const Place& place, const Quantity& total, std::string_view factors,
                   Reporter& report) {
    const std::string_view text = place.text->text;
    const std::string_view written = text.substr(total.begin, total.end - total.begin);
    if (total.comparator == Comparator::about || total.value_hi || total.unit == "%") return;
    if (has_great_number(factors) != has_great_number(written) || has_great_number(written)) {
        // 1,500千円（100千円×15件）: the same great unit on both sides counts alike.
        const bool alike =
            !total.unit.empty() && factors.find(total.unit) != std::string_view::npos && written.ends_with(total.unit);
        if (!alike) return;
    }
    const auto product = product_of(factors);
    if (!product || std::abs(*product - total.value.to_double()) <= kSlack * std::max(1.0, *product)) return;
    const Decimal printed{std::llround(*product * 1000), 3};
    report.add(sheet, place.part(total.begin, total.end),
               {same(as_written(text, total)), same(excerpt(factors)), same(figure_word(printed, total.unit))});
}

// 48回（月3回×12か月）.
void check_bracket(const SheetScope& sheet, const Place& place, const Quantity& total, Reporter& report) {
    const std::string_view text = place.text->text;
    const std::string_view rest = text.substr(total.end);
    const std::size_t open = rest.starts_with("（") ? std::string_view("（").size() : rest.starts_with("(") ? 1 : 0;
    const std::size_t close = std::min(rest.find("）"), rest.find(")"));
    if (open == 0 || close == std::string_view::npos) return;
    const std::string_view inside = rest.substr(open, close - open);
    if (holds_any(inside, kTimes)) check_product(sheet, place, total, inside, report);
}

// 20人×6回＝130人.
void check_equation(const SheetScope& sheet, const Place& place, const Quantity& total, Reporter& report) {
    const std::string_view before = trim(std::string_view(place.text->text).substr(0, total.begin));
    const std::size_t sign = before.ends_with("＝") ? std::string_view("＝").size() : before.ends_with("=") ? 1 : 0;
    if (sign == 0) return;
    std::string_view factors = before.substr(0, before.size() - sign);
    for (const std::string_view mark : {"\n", "、", "。", "（", "(", "："})
        if (const std::size_t at = factors.rfind(mark); at != std::string_view::npos)
            factors.remove_prefix(at + mark.size());
    if (holds_any(factors, kTimes)) check_product(sheet, place, total, factors, report);
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        for (const FieldId field : {FieldId::target, FieldId::midterm, FieldId::final}) {
            if (!holds_any(text_of(measure, field).text, kTimes)) continue;
            const Place place = sheet.at(item, measure, field);
            for (const Quantity& one : sheet.page.quantities(text_of(measure, field))) {
                check_bracket(sheet, place, one, report);
                check_equation(sheet, place, one, report);
            }
        }
    });
}

}  // namespace
}  // namespace product_mismatch_rule

const RuleBody product_mismatch{
    .texts = {.title = {"掛け算が合わない", "a product that does not add up"},
              .message = {"「{0}」は「{1}」＝{2}と合いません。計算し直してください。",
                          "{0} does not agree with {1}, which comes to {2}; compute it again."},
              .why = {"回数や単価のどちらかが誤りで、どちらを公表したのか分かりません。",
                      "Either a factor or the product is wrong, and nobody can tell which was meant."},
              .wrong = "②数値目標: (1) 啓発イベント 4回、参加者 90人（20人×4回）\n"
                       "②中間報告: (1) 啓発イベント 2回、参加者 40人",
              .right = "②数値目標: (1) 啓発イベント 4回、参加者 80人（20人×4回）\n"
                       "②中間報告: (1) 啓発イベント 2回、参加者 40人"},
    .on_sheet = product_mismatch_rule::check,
};

}  // namespace goalsheet::rules
