// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <vector>

#include "dates/day_mentions.hpp"
#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace names_miscounted_rule {
namespace {

// What has names that a report lists.
constexpr std::array<std::string_view, 22> kNamed = {"会場",   "箇所", "地区", "校",   "園",   "館",    "施設", "団体",
                                                     "社",     "路線", "公園", "橋",   "河川", "自治",  "言語", "か国",
                                                     "自治会", "拠点", "集落", "漁港", "市町", "事業所"};
// The list is not all of them, or says more than names.
constexpr std::array<std::string_view, 15> kNotAll = {"など", "ほか", "等", "主な", "うち", "各",   "予定", "含む",
                                                      "～",   "〜",   "計", "併用", "ずつ", "及び", "・"};
constexpr double kFewest = 3;
constexpr double kMost = 12;
constexpr std::size_t kLongestName = 14;  // characters

std::vector<std::string_view> split_names(std::string_view inside) {
    std::vector<std::string_view> names;
    for (std::size_t from = 0; from <= inside.size();) {
        const std::size_t comma = std::min(inside.find("、", from), inside.size());
        names.push_back(trim(inside.substr(from, comma - from)));
        from = comma + std::string_view("、").size();
    }
    return names;
}

bool is_name(std::string_view word) {
    return !word.empty() && count_code_points(word) <= kLongestName && !has_digit(word);
}

// 7月12日, 7/12 and not the month alone, in which there may be several.
bool is_day(std::string_view word) {
    const std::vector<DayMention> days = find_days(word);
    return days.size() == 1 && days.front().day > 0 && days.front().begin == 0 && days.front().end == word.size();
}

// One name too few or too many; more than one missing is a list of some.
bool is_off_by_one(double said, std::size_t listed) {
    const auto names = static_cast<double>(listed);
    return names == said - 1 || names == said + 1;
}

bool lists_all(std::string_view inside, const Quantity& quantity) {
    const std::vector<std::string_view> names = split_names(inside);
    if (names.size() < 2 || !is_off_by_one(quantity.value.to_double(), names.size())) return false;
    if (quantity.unit == "回") return std::all_of(names.begin(), names.end(), is_day);
    const std::string unit = find_unit(quantity.unit).canonical;
    const bool named = std::find(kNamed.begin(), kNamed.end(), unit) != kNamed.end();
    return named && !find_phrase<kNotAll>(inside) && std::all_of(names.begin(), names.end(), is_name);
}

// 4会場（中央、南原、大沢）.
void check_quantity(const SheetScope& sheet, const Place& place, const Quantity& quantity, Reporter& report) {
    const double said = quantity.value.to_double();
    if (said < kFewest || said > kMost || quantity.value_hi || quantity.comparator != Comparator::none) return;
    const std::string_view text = place.text->text;
    const std::string_view rest = text.substr(quantity.end);
    constexpr std::string_view kOpen = "（";
    const std::size_t close = rest.find("）");
    if (!rest.starts_with(kOpen) || close == std::string_view::npos) return;
    const std::string_view inside = rest.substr(kOpen.size(), close - kOpen.size());
    if (inside.find(kOpen) != std::string_view::npos || !lists_all(inside, quantity)) return;
    report.add(sheet, place.part(quantity.begin, quantity.end + close + std::string_view("）").size()),
               {same(as_written(text, quantity)), same(excerpt(inside)), count_word(split_names(inside).size())});
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        for (const FieldId field : {FieldId::midterm, FieldId::final}) {
            const SourcedText& text = text_of(measure, field);
            if (text.text.find("、") == std::string::npos || text.text.find("（") == std::string::npos) continue;
            for (const Quantity& one : sheet.page.quantities(text))
                check_quantity(sheet, sheet.at(item, measure, field), one, report);
        }
    });
}

}  // namespace
}  // namespace names_miscounted_rule

const RuleBody names_miscounted{
    .texts =
        {.title = {"数と挙げた名前の数が合わない", "a count and the names listed differ"},
         .message = {"「{0}」とありますが、（{1}）に並ぶ名前の数は{2}です。数か、書き漏れがないか確認してください。",
                     "It says {0}, but ({1}) lists {2}; check the count and whether one was left out."},
         .why = {"書き漏れか数の誤りで、どちらが正しいか読む人には分かりません。",
                 "Either one was left out or the count is wrong; a reader cannot tell which."},
         .wrong = "中間報告: (1) 回収拠点数 8箇所（中央、南、港、東、西、北、浜）\n  (2) 出前講座 7回",
         .right = "中間報告: (1) 回収拠点数 8箇所（中央、南、港、東、西、北、浜、川辺）\n  (2) 出前講座 7回"},
    .on_sheet = names_miscounted_rule::check,
};

}  // namespace goalsheet::rules
