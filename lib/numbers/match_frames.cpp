// SPDX-License-Identifier: MIT
#include "numbers/match_frames.hpp"

#include <algorithm>
#include <utility>

#include "numbers/indicator_label.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/match_fit.hpp"
#include "numbers/quantity/decimal_arithmetic.hpp"
#include "numbers/quantity/unit_compatibility.hpp"
#include "numbers/word_lists.hpp"

namespace goalsheet::match {
namespace {

// The stated sum, where the others are its parts: they make it up, or are some of several (3件、4件ほか 計10件). A sum
// that nobody calls so is none.
std::optional<std::size_t> find_total(const Board& board, const std::vector<std::size_t>& group) {
    const auto is_of_all = [&](std::size_t f) {
        return ends_with_any(strip_particle(board.words(board.figure(f).head)), U"全体 総数 総勢");
    };
    const auto is_total = [&](std::size_t f) { return board.figures[f].total || is_of_all(f); };
    const auto total = std::find_if(group.begin(), group.end(), is_total);
    if (total == group.end() || std::count_if(group.begin(), group.end(), is_total) > 1) return std::nullopt;
    Decimal sum;
    bool stated = false;
    for (const std::size_t f : group) {
        if (f != *total) sum = add_exact(sum, board.quantity(f).value).value_or(sum);
        stated = stated || (f != *total && board.figures[f].total_of == *total);
    }
    const int order = compare_exact(sum, board.quantity(*total).value);
    const bool each = std::any_of(group.begin(), group.end(),
                                  [&](std::size_t f) { return board.figures[f].behind.starts_with(U"ずつ"); });
    const bool goes_on = each || (order < 0 && (group.size() > 2 || is_of_all(*total)));
    return stated || order == 0 || goes_on ? std::optional(*total) : std::nullopt;
}

enum class When { none, date, order, place };

When when_in(std::u32string_view words) {
    for (std::size_t n = 0; n + 1 < words.size(); ++n) {
        if (words[n] == U'第' && is_digit(words[n + 1])) return When::order;
        if (is_digit(words[n]) && (words[n + 1] == U'月' || words[n + 1] == U'/')) return When::date;
    }
    return holds(WordList::part_season, words) || contains_any(words, U"回目 初回 第一回 第二回 第三回") ? When::order
                                                                                                         : When::none;
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

// 出前講座は高齢者サロン9回、中学校4回、企業2回: what stands before は is the goal's own, what follows lists it.
bool is_listed_of(const Board& board, const Goal& goal, const std::vector<std::size_t>& group) {
    const ReportFigure& first = board.figures[group.front()];
    const Topic about = find_topic(board.words(first.about));
    if (first.about_mark == 0 || !contains_head(about, goal.topic)) return false;
    return std::all_of(group.begin(), group.end(), [&](std::size_t f) {
        const ReportFigure& r = board.figures[f];
        const bool named = r.labelled && r.own.begin > r.about_mark && known_words(goal, board.words(r.own)).empty();
        return named && r.about_mark == first.about_mark && (f == group.front() || r.listed);
    });
}

// 出品 400点: 絵画102点、書道88点、写真61点. Heads are added only where the goal counts those who took part, and no
// list that comes to something far from what was wanted is its sum.
bool is_list_of(const Board& board, const Goal& goal, const std::vector<std::size_t>& group) {
    constexpr double kNearBy = 2.5;
    if (counts_people(goal.indicator->target.unit) && !is_attendance(goal.activities)) return false;
    double sum = 0;
    for (const std::size_t f : group) sum += board.quantity(f).value.to_double();
    const double target = goal.indicator->target.value.to_double();
    return sum < target * kNearBy && target < sum * kNearBy && goal.indicator->direction != Direction::down;
}

// What tells the figures of a group from each other, where that is when, where or which part: 7月2回、9月1回;
// 東会場20人、 西会場15人; 製造業3社、小売業5社.
bool are_parts_of_one_thing(const Board& board, const Goal& goal, const std::vector<std::size_t>& group) {
    const int kind = board.figures[group.front()].kind;
    const bool of_kind =
        kind != 0 && std::all_of(group.begin(), group.end(), [&](std::size_t f) {
            return board.figures[f].kind == kind && board.figure(f).clause == board.figure(group.front()).clause;
        });
    // 4月1日現在247人、3月31日現在244人 are no parts of one thing.
    if (std::any_of(group.begin(), group.end(), [&](std::size_t f) { return board.figures[f].dated; })) return false;
    if (of_kind) {  // 製造業3社、小売業5社を訪問: what is said behind the last is said of all
        const auto known = [&](std::size_t f) { return known_words(goal, board.words(board.figures[f].own)); };
        const auto first = known(group.front());
        if (kind == kPlainList) return first.empty() && is_list_of(board, goal, group);
        const bool says = kind >= kSameNoun || kind == static_cast<int>(WordList::part_place);
        return (first.empty() ? kind != kSameNoun : says) &&
               std::all_of(group.begin(), group.end(), [&](std::size_t f) { return known(f) == first; });
    }
    if (is_listed_of(board, goal, group)) return true;
    const When when = when_of(board, group.front());
    // 待機児童 4月1日2人、10月1日9人: what is to stay low is counted anew each time.
    if (when == When::date && goal.indicator->direction == Direction::down) return false;
    if (when == When::none || (when == When::place && !are_equally_near(board, goal, group))) return false;
    return std::all_of(group.begin(), group.end(), [&](std::size_t f) { return when_of(board, f) == when; });
}

// 死者2人、重傷者14人、軽傷者71人: none that stands beside them is left out.
bool has_whole_list(const Board& board, const std::vector<std::size_t>& group) {
    const std::size_t first = group.front();
    return !has_near(board, first, [&](std::size_t f) {
        const ReportFigure& r = board.figures[f];
        return std::find(group.begin(), group.end(), f) == group.end() && r.role == FigureRole::level && !r.host &&
               r.labelled && r.state == board.figures[first].state &&
               board.figure(f).clause == board.figure(first).clause &&
               board.quantity(f).unit == board.quantity(first).unit;
    });
}

// A sum only where all are parts of one thing, and then all.
std::optional<Explanation> add_parts(const Board& board, const Goal& goal, const std::vector<std::size_t>& group) {
    const std::string& per = goal.indicator->target.per;
    const bool each =
        goal.indicator->multiplied || wants_share(goal) || !(per.empty() || per == "年");  // 20人/回 is no sum
    const std::string& unit = board.quantity(group.front()).unit;
    if (group.size() < 2 || each || !adds_up(unit) || !are_parts_of_one_thing(board, goal, group)) return std::nullopt;
    if (!has_whole_list(board, group)) return std::nullopt;
    Explanation sum;
    sum.frame = Frame::sum;
    for (const std::size_t f : group) {
        const auto next = add_exact(sum.value, board.quantity(f).value);
        if (board.quantity(f).unit != unit || board.figures[f].total || !next) return std::nullopt;
        sum.value = *next;
        sum.figures.push_back(f);
    }
    const auto& all = board.features[static_cast<std::size_t>(&goal - board.goals.data())];
    sum.features = all[*std::min_element(
        group.begin(), group.end(), [&](std::size_t a, std::size_t b) { return all[a].score() < all[b].score(); })];
    sum.features.remove(Feature::one_of_parts);
    return sum;
}

}  // namespace

namespace {

// 4.2ha beside 61.3ha of 3.5ha: of two that the words cannot tell apart the one is nearer to what was wanted. What is
// far less may be another part of it.
bool is_far_off(const Board& board, const Goal& goal, const std::vector<std::size_t>& group, std::size_t f) {
    constexpr double kNearBy = 2;
    constexpr double kFar = 8;
    const double target = goal.indicator->target.value.to_double();
    if (target <= 0 || board.quantity(f).value.to_double() < kFar * target) return false;
    return std::any_of(group.begin(), group.end(),
                       [&](std::size_t other) { return times_off(board, goal, other) < kNearBy; });
}

}  // namespace

Frame frame_of(const FigureText& text, const std::vector<ReportFigure>& all, std::size_t f) {
    const ReportFigure& r = all[f];
    const Figure& figure = text.figures[r.figure];
    if (r.role == FigureRole::change) return Frame::change;
    if (r.role == FigureRole::part && !r.host) return Frame::part;
    if (r.series_end == f) return Frame::series;
    if (r.total) return Frame::total;
    if (r.host) return Frame::bracket;
    if (r.rate) return Frame::achieved;
    if (figure.link == Link::times) return Frame::each;
    if (r.share) return Frame::share;
    const auto& previous = figure.previous;
    if (previous && *previous < all.size() && all[*previous].role == FigureRole::past) return Frame::transition;
    if (r.topic) return Frame::topic;
    if (r.named) return Frame::label;
    return figure.tail.empty() ? Frame::figure : Frame::verb;
}

bool is_order(const Board& board, std::size_t f) { return when_of(board, f) == When::order; }

std::vector<Explanation> explain(const Board& board, const Goal& goal, const std::vector<std::size_t>& group) {
    std::vector<Explanation> readings;
    if (group.empty()) return readings;
    const auto& all = board.features[static_cast<std::size_t>(&goal - board.goals.data())];
    const auto total = group.size() > 1 ? find_total(board, group) : std::nullopt;
    const auto sum = total ? std::nullopt : add_parts(board, goal, group);
    for (const std::size_t f : group) {
        Explanation one{frame_of(board.text, board.figures, f), {f}, board.quantity(f).value, all[f]};
        if (is_far_off(board, goal, group, f)) one.features.add(Feature::far_off);
        const bool set_aside = sum || (total && f != *total);
        if (set_aside) one.features.add(Feature::of_total);
        readings.push_back(std::move(one));
    }
    if (sum) readings.push_back(*sum);
    std::stable_sort(readings.begin(), readings.end(),
                     [](const Explanation& a, const Explanation& b) { return a.score() > b.score(); });
    return readings;
}

namespace {

// The same figure twice; ポンプ車1台、救急車1台を更新 are two.
bool is_said_again(const Board& board, const Explanation& best, const Explanation& other) {
    if (compare_exact(best.value, other.value) != 0) return false;
    const std::size_t a = best.figures.front();
    const std::size_t b = other.figures.front();
    const bool listed = board.figure(a).clause == board.figure(b).clause && board.figures[a].labelled &&
                        board.figures[b].labelled && board.figures[a].behind == board.figures[b].behind;
    return !listed || board.words(board.figures[a].label) == board.words(board.figures[b].label);
}

}  // namespace

Choice choose(const Board& board, const std::vector<Explanation>& readings) {
    Choice choice;
    if (readings.empty() || !may_be(readings.front().features)) return choice;
    choice.best = readings.front();
    for (const Explanation& other : readings) {
        if (choice.second || &other == readings.data() || is_said_again(board, *choice.best, other)) continue;
        choice.second = other;
        choice.tied = confidence_of(other.score()) >= kLeastRival && other.score() > choice.best->score() - kTie;
    }
    return choice;
}

}  // namespace goalsheet::match
