// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"

namespace goalsheet::rules {
namespace part_above_whole_rule {
namespace {

constexpr std::string_view kOf = "うち";

bool is_plain(const Quantity& quantity) {
    return !quantity.unit.empty() && quantity.unit != "%" && !quantity.value_hi && quantity.per.empty() &&
           quantity.comparator == Comparator::none;
}

// The figure in front of うち: 34人（うち, 12件、うち, 50人のうち, or 50人中.
bool is_of(std::string_view text, const Quantity& whole, const Quantity& part) {
    const std::string_view gap = trim(between(text, whole, part));
    if (gap == "中") return true;
    constexpr std::array<std::string_view, 5> kBegin = {"（うち", "(うち", "、うち", "のうち", "うち"};
    constexpr std::size_t kNear = 45;
    if (gap.size() > kNear || gap.find("。") != std::string_view::npos || gap.find('\n') != std::string_view::npos)
        return false;
    for (const std::string_view begin : kBegin)
        if (gap.starts_with(begin))
            // Only the first word for what the part is: 12件（うち新規、電話 20件.
            return gap.substr(begin.size()).find("、") == std::string_view::npos;
    return false;
}

// 96人（男性58人、女性38人、うち65歳以上40人）: of an earlier figure of the sentence.
bool fits_earlier(std::string_view text, std::span<const Quantity> before, const Quantity& part) {
    return std::any_of(before.begin(), before.end(), [&](const Quantity& one) {
        return has_same_unit(one.unit, part.unit) && canonical_value(one) >= canonical_value(part) &&
               between(text, one, part).find("。") == std::string_view::npos;
    });
}

void check_text(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    const std::string_view text = field.text->text;
    if (text.find(kOf) == std::string_view::npos && text.find("中") == std::string_view::npos) return;
    const std::vector<Quantity>& quantities = sheet.page.quantities(*field.text);
    for (std::size_t i = 1; i < quantities.size(); ++i) {
        const Quantity& whole = quantities[i - 1];
        const Quantity& part = quantities[i];
        if (!is_plain(whole) || !is_plain(part) || !has_same_unit(whole.unit, part.unit)) continue;
        if (canonical_value(part) <= canonical_value(whole) || !is_of(text, whole, part)) continue;
        // 20人、うち延べ 31人 counts the same people again.
        if (part.modifier == "延べ" && whole.modifier != part.modifier) continue;
        if (fits_earlier(text, std::span(quantities).first(i), part)) continue;
        report.add(sheet, sheet.at(field, part.begin, part.end),
                   {same(as_written(text, whole)), same(as_written(text, part))});
    }
}

// With a share beside it, GS512 tells what does not agree.
void check(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts())
        if (field.text->text.find("％") == std::string::npos && field.text->text.find('%') == std::string::npos)
            check_text(sheet, field, report);
}

}  // namespace
}  // namespace part_above_whole_rule

const RuleBody part_above_whole{
    .texts = {.title = {"「うち」の数が全体より多い", "a part is more than the whole"},
              .message = {"「{0}」のうち「{1}」は、全体より多くなっています。数字を確認してください。",
                          "{1} of {0} is more than the whole; check the figures."},
              .why = {"数字の入れ違いか打ち誤りです。", "Two digits changed places, or a figure was mistyped."},
              .wrong = "②中間報告: (1) 啓発イベント 2回（うち土日の開催 3回）",
              .right = "②中間報告: (1) 啓発イベント 2回（うち土日の開催 1回）"},
    .on_sheet = part_above_whole_rule::check,
};

}  // namespace goalsheet::rules
