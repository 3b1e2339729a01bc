// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace vague_quantity_rule {
namespace {

constexpr std::array<std::string_view, 9> kUncounted = {"数件",   "数回",   "数人",   "数名", "数社",
                                                        "数箇所", "数か所", "数団体", "若干"};
constexpr std::array<std::string_view, 4> kBehind = {"程度", "前後", "ほど", "くらい"};
constexpr std::array<std::string_view, 4> kInFront = {"約", "おおむね", "概ね", "およそ"};

const Message kNoNumber = {"「{0}」は判定が分かれます。数を書いてください。", "“{0}” is ambiguous; give a number."};
const Message kEach = {"「各{0}以上」は何を達成とするか分かれます。対象ごとの数か合計を書いてください。",
                       "“each at least {0}” is ambiguous; give the number for each or the total."};

// The figure with the word that blurs it.
Phrase with_blur(std::string_view text, const Quantity& quantity) {
    Phrase phrase{quantity.begin, quantity.end};
    for (const std::string_view word : kBehind)
        if (text.substr(phrase.end).starts_with(word)) phrase.end += word.size();
    for (const std::string_view word : kInFront)
        if (text.substr(0, phrase.begin).ends_with(word)) phrase.begin -= word.size();
    return phrase;
}

bool is_vague(const Quantity& quantity) {
    const bool counts = quantity.role == QuantityRole::value || quantity.role == QuantityRole::total;
    const bool each = quantity.comparator == Comparator::at_least && quantity.modifier == "各";
    return counts && (quantity.comparator == Comparator::about || each);
}

// 約900人全員に1回: those whom the target is about are not what it counts.
bool is_whole(std::string_view behind) {
    constexpr std::array<std::string_view, 12> kWhole = {"全員", "全て",   "すべて", "全戸", "全世帯", "を対象",
                                                         "の全", "のうち", "に対し", "に1",  "に各",   "へ"};
    return starts_with_any(behind, kWhole);
}

// 50％減（約6万枚減）, 95％前後を維持: what decides is another figure, or a level that is to be kept.
bool explains(std::string_view text, const Quantity& quantity) {
    const std::string_view before = text.substr(0, quantity.begin);
    const std::size_t open = before.rfind("（");
    const std::size_t close = before.rfind("）");
    const bool aside = open != std::string_view::npos && open > 0 && (close == std::string_view::npos || close < open);
    if (is_whole(text.substr(quantity.end))) return true;
    return aside || text.substr(quantity.end, 30).find("維持") != std::string_view::npos;
}

void check_quantity(const SheetScope& sheet, const Place& place, const Quantity& quantity, Reporter& report) {
    const std::string plain = figure_word(quantity.value, quantity.unit);
    const std::string written =
        excerpt(std::string_view(place.text->text).substr(quantity.begin, quantity.end - quantity.begin));
    const Phrase phrase = with_blur(place.text->text, quantity);
    const std::string shown = place.text->text.substr(phrase.begin, phrase.end - phrase.begin);
    if (quantity.comparator == Comparator::about)
        report.add(sheet, place.part(phrase.begin, phrase.end), {same(excerpt(shown)), same(written)});
    else
        report.add(sheet, place.part(phrase.begin, phrase.end), Saying{.arguments = {same(plain)}, .message = &kEach});
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        const std::vector<Quantity>& quantities = sheet.page.quantities(measure.target);
        for (const Quantity& quantity : quantities)
            // 12筆・約1,850平方メートル is judged by what it names first.
            if (is_vague(quantity) && (quantity.comparator != Comparator::about || &quantity == &quantities.front()) &&
                !explains(measure.target.text, quantity))
                check_quantity(sheet, sheet.at(item, measure, FieldId::target), quantity, report);
        const Unstruck unstruck(measure.target.text);
        const std::string_view text = unstruck.text();
        if (const auto found = find_phrase<kUncounted>(text))
            report.add(sheet, sheet.at(item, measure, FieldId::target).part(found->begin, found->end),
                       Saying{.arguments = {same(text.substr(found->begin, found->end - found->begin))},
                              .message = &kNoNumber});
    });
}

}  // namespace
}  // namespace vague_quantity_rule

const RuleBody vague_quantity{
    .texts = {.title = {"あいまいな数量", "vague quantity"},
              .message = {"「{0}」は判定が分かれます。「{1}」または「{1}以上」としてください。",
                          "“{0}” is ambiguous; write {1} or at least {1}."},
              .why = {"「6回程度」は5回で達成なのか、人によって違います。",
                      "Whether five reach “about six” depends on who judges."},
              .wrong = "②数値目標: (1) 啓発イベント 4回程度",
              .right = "②数値目標: (1) 啓発イベント 4回"},
    .on_sheet = vague_quantity_rule::check,
};

}  // namespace goalsheet::rules
