// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace unit_odd_for_name_rule {
namespace {

constexpr std::string_view kPeople = "人";
constexpr std::array<std::string_view, 2> kPeopleNames = {"者数", "人数"};
constexpr std::array<std::string_view, 2> kCaseNames = {"件数", "回数"};
// What is counted instead of people by mistake; months or rates beside a number of people are no mistake.
constexpr std::array<std::string_view, 5> kCounts = {"件", "回", "箇所", "社", "団体"};

const Message kPeopleUnit = {"「{0}」の単位が「{1}」です。「{2}」の数なら単位を、人の数なら名称を直してください。",
                             "{0} is counted in {1}; correct the unit, or the name if people are meant."};

// 相談者数 in front of a figure, without ：and spaces.
std::string name_before(std::string_view text, std::size_t at) {
    std::string_view before = text.substr(0, at);
    for (CodePoint last = decode_before(before, before.size()); last.length;
         last = decode_before(before, before.size())) {
        if (!is_space(last.value) && last.value != ':' && last.value != U'：') break;
        before.remove_suffix(last.length);
    }
    std::size_t start = before.size();
    for (CodePoint last = decode_before(before, start); last.length; last = decode_before(before, start)) {
        if (!is_kanji(last.value) && !is_katakana(last.value) && last.value != U'ー') break;
        start -= last.length;
    }
    return std::string(before.substr(start));
}

template <std::size_t N>
std::string_view ending_of(std::string_view name, const std::array<std::string_view, N>& endings) {
    for (const std::string_view ending : endings)
        if (name.ends_with(ending)) return ending;
    return {};
}

void check_quantity(const SheetScope& sheet, const Place& place, const Quantity& quantity, Reporter& report) {
    const std::string name = name_before(place.text->text, quantity.begin);
    const std::string canonical = find_unit(quantity.unit).canonical;
    const Place at = place.part(quantity.begin, quantity.end);
    const bool counted = std::find(kCounts.begin(), kCounts.end(), canonical) != kCounts.end();
    if (!ending_of(name, kPeopleNames).empty() && counted) {
        const std::string things = name.substr(0, name.size() - std::string_view("者数").size()) + "件数";
        report.add(sheet, at,
                   {same(excerpt(name)), same(quantity.unit), same(quantity.value.to_text() + "人"),
                    same(things + quantity.value.to_text() + quantity.unit)});
    } else if (const std::string_view ending = ending_of(name, kCaseNames); !ending.empty() && canonical == kPeople) {
        const std::string unit(ending.substr(0, ending.size() - std::string_view("数").size()));
        report.add(
            sheet, at,
            Saying{.arguments = {same(excerpt(name)), same(quantity.unit), same(unit)}, .message = &kPeopleUnit});
    }
}

// A name that ends so is counted in that; anything else that can be counted is odd.
struct NamedUnit {
    std::string_view ending;
    std::string_view unit;
};
constexpr std::array<NamedUnit, 24> kNamedUnits = {
    {{"世帯数", "世帯"}, {"団体数", "団体"}, {"箇所数", "箇所"}, {"か所数", "箇所"}, {"件数", "件"},     {"回数", "回"},
     {"台数", "台"},     {"校数", "校"},     {"社数", "社"},     {"店舗数", "店舗"}, {"施設数", "施設"}, {"者数", "人"},
     {"人数", "人"},     {"冊数", "冊"},     {"本数", "本"},     {"枚数", "枚"},     {"戸数", "戸"},     {"頭数", "頭"},
     {"園数", "園"},     {"日数", "日"},     {"収入額", "円"},   {"徴収額", "円"},   {"売上額", "円"},   {"率", "%"}}};
constexpr std::array<std::string_view, 14> kCountable = {"件", "回",   "箇所", "社", "団体", "世帯", "校",
                                                         "台", "施設", "本",   "人", "円",   "地区", "園"};

const Message kOdd = {
    "「{0}」の単位が「{1}」です。「{2}」の数なら単位を、そうでなければ名称か目標の値を直してください。",
    "{0} is counted in {1}; correct the unit (to {2}), the name or the figure."};

// The action is the name where the target is a bare figure: 受講者数 … 1,500世帯.
void check_action(const SheetScope& sheet, const Item& item, const Measure& measure, Reporter& report) {
    const std::vector<Quantity>& quantities = sheet.page.quantities(measure.target);
    if (quantities.size() != 1 || quantities.front().begin > std::string_view("延べ").size()) return;
    const Quantity& only = quantities.front();
    const std::string canonical = find_unit(only.unit).canonical;
    const auto odd = [&](std::string_view unit) { return find_unit(unit).canonical == canonical; };
    if (std::none_of(kCountable.begin(), kCountable.end(), odd)) return;
    const std::string_view name = trim(measure.action.text);
    for (const NamedUnit& one : kNamedUnits) {
        if (!name.ends_with(one.ending)) continue;
        if (odd(one.unit) || only.comparator == Comparator::about) return;
        return report.add(
            sheet, sheet.at(item, measure, FieldId::target).part(only.begin, only.end),
            Saying{.arguments = {same(excerpt(name)), same(only.unit), same(one.unit)}, .message = &kOdd});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    // Reports follow their targets' wording; once is enough.
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        const Place place = sheet.at(item, measure, FieldId::target);
        for (const Quantity& quantity : sheet.page.quantities(measure.target))
            check_quantity(sheet, place, quantity, report);
        check_action(sheet, item, measure, report);
    });
}

}  // namespace
}  // namespace unit_odd_for_name_rule

const RuleBody unit_odd_for_name{
    .texts = {.title = {"名称に合わない単位", "unit does not fit the name"},
              .message = {"「{0}」の単位が「{1}」です。「{2}」か「{3}」に直してください。",
                          "{0} is counted in {1}; write {2} or rename it ({3})."},
              .why = {"人の数と件の数は別物です。どちらを数えたのかで達成の判定が変わります。",
                      "People and cases are different counts; what was counted decides whether the target is reached."},
              .wrong = "②数値目標: (1) 参加者数 120件\n②中間報告: (1) 参加者数 68件",
              .right = "②数値目標: (1) 参加者数 120人\n②中間報告: (1) 参加者数 68人"},
    .on_sheet = unit_odd_for_name_rule::check,
};

}  // namespace goalsheet::rules
