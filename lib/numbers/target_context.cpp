// SPDX-License-Identifier: MIT
#include "numbers/target_context.hpp"

#include <algorithm>
#include <string>

#include "goalsheet/text.hpp"
#include "numbers/indicator_label.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/quantity/decimal_arithmetic.hpp"
#include "numbers/word_lists.hpp"

namespace goalsheet::match {
namespace {

// What an action or a title is about: 「(1) 特定健診の受診率を高める」 is 特定健診の受診率.
std::string noun_of(std::string_view text) {
    constexpr std::size_t kMostBytes = 600;
    const std::string_view all = trim(text);
    const std::size_t end = std::min({all.find('\n'), all.find(" / "), kMostBytes});  // IT講座修了者数 / 5ヵ年
    const std::string_view line = trim(all.substr(0, end));
    FigureText words;
    words.source = line;
    words.glyphs = fold_glyphs(line);
    Span s{0, words.glyphs.size()};
    constexpr GlyphSet kMarks = U" ・○●◎◇◆□■①②③④⑤⑥⑦⑧⑨⑩";
    if (words.words(s).starts_with(U"成果指標:") || words.words(s).starts_with(U"活動指標:")) s.begin += 5;
    while (!s.empty() && kMarks.contains(words.glyphs.text[s.begin])) ++s.begin;
    const auto folded = words.words(s);
    const std::size_t object = folded.find_first_of(U"を。\n");
    const bool verb = object != std::u32string_view::npos && object > 1;
    if (verb) {
        const Span label = find_label(words, {s.begin, s.begin + object});
        return std::string(words.written(label.empty() ? s : label));
    }
    s.end -= longest_suffix(folded, U"の確保 の推進 の充実 の強化 の促進 の実施 の向上 の取組 の拡大");
    return std::string(words.written(s));
}

bool is_part_label(std::u32string_view label) {
    constexpr std::size_t kShort = 6;
    return part_kind(label) != 0 || (label.size() <= kShort && ends_with(WordList::part_person, label)) ||
           contains_any(label, U"現年 過年 滞納繰越 予算時 決算時") || is_word(WordList::region, label);
}

void name(Indicator& indicator, const TargetContext& context) {
    const std::u32string label = fold_glyphs(indicator.label).text;
    const bool bare = label.empty() || is_word(WordList::bare_label, label);
    const bool part = !label.empty() && is_part_label(label);
    if (!bare && !part) return;
    std::string noun = noun_of(context.action);
    if (noun.empty()) noun = noun_of(context.item_title);
    if (noun.empty() || noun == indicator.label) return;
    indicator.label = part ? noun + "（" + indicator.label + "）" : std::move(noun);
}

// 交通事故死者数, ごみの排出量, 在院日数: what is counted, with and without the word for its amount.
bool is_less_better(std::string_view text) {
    const std::u32string folded = fold_glyphs(text).text;
    std::u32string_view thing = std::u32string_view(folded).substr(0, folded.find(U'('));
    for (int words = 0; words < 3; ++words) {
        if (ends_with(WordList::less_is_better, thing)) return true;
        const std::size_t amount =
            longest_suffix(thing, U"件数 者数 人数 数 率 量 額 の割合 割合 回数 総数 残高 の 時間 面積 総額");
        if (amount == 0) return false;
        thing.remove_suffix(amount);
    }
    return false;
}

void direct(Indicator& indicator, const TargetContext& context) {
    if (indicator.direction == Direction::down || indicator.change != Change::none) return;
    const bool less = is_less_better(indicator.label.empty() ? context.action : std::string_view(indicator.label));
    if (!less) return;
    const Comparator written = indicator.target.comparator;
    const bool more = written == Comparator::at_least || written == Comparator::more_than;
    const bool rises = indicator.baseline && compare_exact(indicator.baseline->value, indicator.target.value) < 0;
    indicator.direction = more || rises ? Direction::unknown : Direction::down;
    if (indicator.direction == Direction::down) indicator.comparator = Comparator::at_most;
}

void take_cells(Indicator& indicator, const IndicatorCells& cells) {
    if (!trim(cells.name.text).empty()) indicator.label = trim(cells.name.text);
    const std::string_view unit = trim(cells.unit.text);
    if (indicator.target.unit.empty() && !unit.empty()) indicator.target.unit = unit;
    if (indicator.baseline || trim(cells.baseline.text).empty()) return;
    const auto found = find_quantities(std::string(trim(cells.baseline.text)));
    if (found.size() != 1 || found.front().value_hi) return;
    indicator.baseline = found.front();
    if (indicator.baseline->unit.empty()) indicator.baseline->unit = indicator.target.unit;
}

}  // namespace

void settle_in_context(std::vector<Indicator>& indicators, const TargetContext& context) {
    for (std::size_t i = 0; i < indicators.size(); ++i) {
        if (context.cells.size() == indicators.size()) take_cells(indicators[i], context.cells[i]);
        name(indicators[i], context);
        direct(indicators[i], context);
    }
}

}  // namespace goalsheet::match
