// SPDX-License-Identifier: MIT
#include "numbers/match_pick.hpp"

#include <algorithm>
#include <utility>

#include "numbers/indicator_label.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/match_fit.hpp"
#include "numbers/quantity/decimal_arithmetic.hpp"
#include "numbers/quantity/unit_compatibility.hpp"

namespace goalsheet::match {
namespace {

Decimal add_all(const Board& board, const std::vector<std::size_t>& group, std::size_t but) {
    Decimal sum;
    for (const std::size_t f : group)
        if (f != but) sum = add_exact(sum, board.quantity(f).value).value_or(sum);
    return sum;
}

// 新規3社 計87社: the sum counts those that were there before as well.
bool adds_new_ones(const Board& board, const std::vector<std::size_t>& group, std::size_t total) {
    return group.size() > 1 && std::all_of(group.begin(), group.end(), [&](std::size_t f) {
               return f == total || board.quantity(f).modifier == "新規" ||
                      contains_any(board.words(board.figure(f).head), U"新規 新たに");
           });
}

// The stated sum, where the others are its parts: they make it up, or are some of several (3件、4件ほか 計10件). Else a
// figure that is the sum of the others without being called so.
std::optional<std::size_t> find_total(const Board& board, const std::vector<std::size_t>& group) {
    std::optional<std::size_t> total;
    for (const std::size_t f : group) {
        if (!board.figures[f].total) continue;
        if (total) return std::nullopt;
        total = f;
    }
    if (total && adds_new_ones(board, group, *total)) return total;
    if (total) {
        const int order = compare_exact(add_all(board, group, *total), board.quantity(*total).value);
        return order == 0 || (order < 0 && group.size() > 2) ? total : std::nullopt;
    }
    for (const std::size_t f : group)
        if (group.size() > 2 && compare_exact(add_all(board, group, f), board.quantity(f).value) == 0) return f;
    return std::nullopt;
}

enum class When { none, date, order, place };

When when_in(std::u32string_view words) {
    constexpr Words kOrders =
        U"第1回 第2回 第3回 第4回 第5回 第一回 第二回 第三回 1回目 2回目 3回目 4回目 前期 後期 1学期 2学期 3学期 春季 "
        U"夏季 秋季 冬季 春 夏 秋 冬 午前 午後 "
        U"上半期 下半期 前半 後半 初回";
    if (contains_any(words, kOrders)) return When::order;
    for (std::size_t n = 0; n + 1 < words.size(); ++n)
        if (is_digit(words[n]) && (words[n + 1] == U'月' || words[n + 1] == U'/')) return When::date;
    return When::none;
}

// What tells a figure from the others of a series. 春3講座 延べ171名: the words before the first hold for the second.
When when_of(const Board& board, std::size_t f) {
    const Figure& figure = board.figure(f);
    When when = when_in(board.words(figure.head));
    if (when == When::none) when = when_in(board.words(figure.note));
    if (when == When::none && figure.previous && is_noise(board.text, figure.head))
        when = when_in(board.words(board.text.figures[*figure.previous].head));
    if (when != When::none) return when;
    const bool place =
        !board.figures[f].places.empty() ||
        ends_with_any(board.words(board.figures[f].label), U"会場 地区 地域 支所 公民館 校 部会 コース 組");
    return place ? When::place : When::none;
}

// 小学校11校・中学校2校 for a target of 小学校: the one is meant, not both.
bool are_equally_near(const Board& board, const Goal& goal, const std::vector<std::size_t>& group) {
    return std::all_of(group.begin(), group.end(),
                       [&](std::size_t f) { return score(board, goal, f) == score(board, goal, group.front()); });
}

// Figures that differ only in when or where: 7月2回、9月1回; 第1回35人、第2回42人; 東会場20人、西会場15人.
std::optional<Pick> add_instalments(const Board& board, const Goal& goal, const std::vector<std::size_t>& group) {
    const std::string& unit = board.quantity(group.front()).unit;
    const When when = when_of(board, group.front());
    if (when == When::none || !adds_up(unit)) return std::nullopt;
    if (when == When::place && !are_equally_near(board, goal, group)) return std::nullopt;
    Pick sum{{}, Decimal{}, false};
    for (const std::size_t f : group) {
        const auto next = add_exact(*sum.value, board.quantity(f).value);
        if (when_of(board, f) != when || board.quantity(f).unit != unit || !next) return std::nullopt;
        sum.value = next;
        sum.from.push_back(f);
    }
    return sum;
}

// The figure that shares more words with the goal than any other, where the next one is about something else.
std::optional<std::size_t> find_best(const Board& board, const Goal& goal, const std::vector<std::size_t>& group) {
    constexpr int kClearLead = 4;  // one more word of its own in common
    std::vector<std::pair<int, std::size_t>> ranked;
    for (const std::size_t f : group) ranked.emplace_back(score(board, goal, f), f);
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    const ReportFigure& first = board.figures[ranked[0].second];
    const ReportFigure& second = board.figures[ranked[1].second];
    const bool clear = ranked[0].first >= ranked[1].first + kClearLead && first.labelled;
    // 植樹祭で650本、企業の森で420本: where it was done is no other subject.
    const bool where = ends_with_any(board.words(board.figure(ranked[1].second).head), U"で にて において");
    const bool other_subject = second.worded && !where && !share_words(goal.topic, board.near_words(ranked[1].second));
    return clear && other_subject && !goal.topic.open ? std::optional(ranked[0].second) : std::nullopt;
}

// The same number said again in another clause.
bool is_repeated(const Board& board, const std::vector<std::size_t>& group) {
    const bool equal = std::all_of(group.begin(), group.end(), [&](std::size_t f) {
        return compare_exact(board.quantity(f).value, board.quantity(group.front()).value) == 0;
    });
    return equal && board.figure(group[0]).clause != board.figure(group[1]).clause;
}

}  // namespace

bool is_order(const Board& board, std::size_t f) { return when_of(board, f) == When::order; }

Pick pick_figure(const Board& board, const Goal& goal, const std::vector<std::size_t>& group) {
    const auto only = [&](std::size_t f) { return Pick{{f}, board.quantity(f).value, false}; };
    if (group.empty()) return {};
    if (group.size() == 1) return only(group.front());
    if (const auto total = find_total(board, group)) {
        const bool wants_new = goal.indicator->target.modifier == "新規" || contains_any(goal.label, U"新規");
        if (!wants_new || !adds_new_ones(board, group, *total)) return only(*total);
    }
    const std::string& per = goal.indicator->target.per;
    const bool each = goal.indicator->multiplied || !(per.empty() || per == "年");  // 20人/回 is no sum
    if (const auto sum = each ? std::nullopt : add_instalments(board, goal, group)) return *sum;
    if (const auto best = find_best(board, goal, group)) return only(*best);
    if (is_repeated(board, group)) return only(group.front());
    return {{}, std::nullopt, true};
}

}  // namespace goalsheet::match
