// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>

#include "goalsheet/text.hpp"
#include "numbers/quantity/quantity_candidate.hpp"

namespace goalsheet::numbers {
namespace {

constexpr std::size_t kReach = 40;  // how far from a figure its state is looked for

struct StateWord {
    ReportState state = ReportState::none;
    bool weak = false;  ///< 現在 says done only where nothing else speaks
};

bool is_phrase_end(char32_t c) { return c == U'。' || c == U'\n' || c == U'\r'; }

// 実施中, 施工中, 協議中 … but not 年度中, 期間中, 中学校.
bool is_going_on(const Glyphs& g, std::size_t i) {
    if (g.at(i) != U'中' || !is_kanji(g.before(i)) || !(is_kanji(g.before(i - 1)) || is_katakana(g.before(i - 1))))
        return false;
    if (match_any_before(g, i,
                         U"年度 期間 期 年 月 途 日 集 空 水 地 世界 市 町 村 県 管 区域 点 人 件 回 者 社 校 台 本"))
        return false;
    return !is_kanji(g.at(i + 1)) || match_any(g, i + 1, U"件 計") > 0;
}

enum class Side { before, behind };

// 「見込：120件」: a label speaks of the figure behind it, not of the one before.
bool is_label(const Glyphs& g, std::size_t i) { return g.at(i) == U':' || g.at(i + 1) == U':'; }

StateWord read_planned(const Glyphs& g, std::size_t i, Side side) {
    if (!match_any(g, i, U"予定 見込 見通し 今後 準備中 計画中 残り")) return {};
    if (match_any(g, i, U"予定者 予定地 予定価格 予定どおり 予定通り 見込者 見込み客 見込客")) return {};
    if (side == Side::behind && is_label(g, i + 2)) return {};
    return {ReportState::planned, false};
}

// Behind a figure 開催した says what became of it; before it (連携した研修 3回) it only describes the noun.

StateWord read_done(const Glyphs& g, std::size_t i, Side side) {
    if (g.before(i) == U'未') return {};
    if (match_any(g, i, U"完了 終了 修了 締結済")) return {ReportState::done, false};
    if (side == Side::behind && match_any(g, i, U"しました ました した")) return {ReportState::done, false};
    if (side == Side::behind && g.starts_with(i, U"達成") && !match_any(g, i + 2, U"の に 率 度 状況 す でき"))
        return {ReportState::done, false};
    if (g.at(i) == U'済' && !match_any_before(g, i, U"経 救 共 返 決 弁") && !match_any(g, i, U"済生会"))
        return {ReportState::done, false};
    if (side == Side::before && g.starts_with(i, U"実績")) return {ReportState::done, true};
    if (match_any(g, i, U"現在 時点")) return {ReportState::done, true};
    return {};
}

StateWord read_state_word(const Glyphs& g, std::size_t i, Side side) {
    static constexpr GlyphSet kBeginnings = U"予見今準計残完終修締しま達済実現時説調協依着中";  // of all words below
    if (!kBeginnings.contains(g.at(i))) return {};
    const StateWord planned = read_planned(g, i, side);
    if (planned.state != ReportState::none) return planned;
    const StateWord done = read_done(g, i, side);
    if (done.state != ReportState::none) {
        // 完了予定 is planned
        const bool ahead = !done.weak && (match_any(g, i + 2, U"予定 見込") || match_any(g, i + 1, U"予定 見込"));
        return ahead ? StateWord{ReportState::planned, false} : done;
    }
    // A first step is done, the thing itself is not: 自治会に説明済, 3件着手.
    if (match_any(g, i, U"説明済 調整済 協議済 依頼済 着手 着工")) return {ReportState::ongoing, false};
    if (is_going_on(g, i)) return {ReportState::ongoing, false};
    return {};
}

ReportState find_state(const Glyphs& g, std::size_t begin, std::size_t end, Side side) {
    ReportState weak = ReportState::none;
    for (std::size_t i = begin; i < end; ++i) {
        const StateWord word = read_state_word(g, i, side);
        if (word.state != ReportState::none && !word.weak) return word.state;
        if (word.weak && weak == ReportState::none) weak = word.state;
    }
    return weak;
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
        figure.quantity.state = find_state(g, figure.tail_end, behind, Side::behind);
        const std::size_t before = reach_before(g, figure.begin, consumed);
        if (figure.quantity.state == ReportState::none)
            figure.quantity.state = find_state(g, before, figure.begin, Side::before);
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
