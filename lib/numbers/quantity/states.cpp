// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>

#include "goalsheet/text.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/quantity/quantity_candidate.hpp"

namespace goalsheet::numbers {
namespace {

constexpr std::size_t kReach = 40;  // how far from a figure its state is looked for

bool is_phrase_end(char32_t c) { return c == U'。' || c == U'\n' || c == U'\r'; }

// 4回の開催 says nothing of what became of it; nor do 連携した研修 3回 and 予約患者 18分, before the figure.
ReportState find_state(std::u32string_view words, bool behind) {
    if (!behind && match::ends_with_remainder(words)) return ReportState::planned;
    constexpr Words kDone = U"済 完了 終了 修了 現在 時点";
    ReportState state = match::read_state(match::outside_brackets(words));  // 契約済（12月納車予定）
    if (state == ReportState::none) state = match::read_state(words);
    if (state == ReportState::ongoing || (behind && state == ReportState::planned)) return state;
    if (state == ReportState::planned)
        return match::contains_any(words, U"予定 見込 今後 残り 準備 計画中") ? state : ReportState::none;
    const bool told =
        match::contains_any(words, kDone) || match::contains_any(words, behind ? Words(U"した 達成") : Words(U"実績"));
    return told ? state : ReportState::none;
}

// Where the words that speak of a figure end behind it: a comma outside of brackets, the end of the phrase, the bracket
// it stands in.
std::size_t reach_behind(const Glyphs& g, std::size_t i, std::size_t limit) {
    const std::size_t end = std::min(limit, i + kReach);
    std::size_t cut =
        i;  // what stands behind here in an open bracket speaks of the next figure: 1回（9/11、11月以降に5回予定）
    int depth = 0;
    for (; i < end; ++i) {
        const char32_t c = g.text[i];
        if (c == U'(' || c == U'「') ++depth;
        if ((c == U')' || c == U'」') && --depth < 0) return i;
        if (depth == 0 && c == U' ' && g.at(i + 1) == U'・') return i;  // the next entry of a list
        if (is_phrase_end(c) || (depth == 0 && (c == U'、' || c == U';' || c == U'→' || c == U'/'))) return i;
        if (depth == 0 || c == U'、' || c == U'(') cut = i;
    }
    return depth > 0 && end == limit ? cut : i;
}

std::size_t reach_before(const Glyphs& g, std::size_t i, std::size_t limit) {
    const std::size_t begin = std::max(limit, i > kReach / 2 ? i - kReach / 2 : 0);
    while (i > begin && !is_phrase_end(g.before(i)) && g.before(i) != U'、' && g.before(i) != U')' &&
           g.before(i) != U'(')
        --i;
    return i;
}

// 3回・109名参加予定, 1地区（…）5.07ha実施予定: what is said behind the second is said of both.
bool shares_state(const Glyphs& g, const Figure& first, const Figure& second) {
    if (second.begin <= first.tail_end) return true;
    if (second.begin - first.tail_end > 12) return false;
    const std::u32string_view gap = g.slice(first.tail_end, second.begin);
    return std::none_of(gap.begin(), gap.end(),
                        [](char32_t c) {
                            return is_phrase_end(c) || c == U'、' || c == U'(' || c == U'→' || c == U' ' || c == U'う';
                        }) ||
           (gap.front() == U'(' && gap.back() == U')');
}

}  // namespace

void assign_states(const Glyphs& g, std::vector<Figure>& figures) {
    std::size_t consumed = 0;
    for (std::size_t k = 0; k < figures.size(); ++k) {
        Figure& figure = figures[k];
        const std::size_t next = k + 1 < figures.size() ? figures[k + 1].begin : g.size();
        const std::size_t behind = reach_behind(g, figure.tail_end, next);
        figure.quantity.state = find_state(g.slice(figure.tail_end, behind), true);
        const std::size_t before = reach_before(g, figure.begin, consumed);
        if (figure.quantity.state == ReportState::none)
            figure.quantity.state = find_state(g.slice(before, figure.begin), false);
        // 0回（1月に開催予定）: nothing is planned to be nothing.
        if (figure.quantity.value.mantissa == 0 && figure.quantity.state == ReportState::planned)
            figure.quantity.state = ReportState::none;
        consumed = behind;
    }
    for (std::size_t k = figures.size(); k-- > 1;) {
        Figure& first = figures[k - 1];
        if (first.quantity.state == ReportState::none && first.quantity.value.mantissa != 0 &&
            shares_state(g, first, figures[k]))
            first.quantity.state = figures[k].quantity.state;
    }
}

}  // namespace goalsheet::numbers
