// SPDX-License-Identifier: MIT
#include "numbers/match_fit.hpp"

#include <algorithm>
#include <cmath>

#include "numbers/indicator_label.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/match_class.hpp"
#include "numbers/match_frames.hpp"
#include "numbers/match_role_fit.hpp"
#include "numbers/quantity/decimal_arithmetic.hpp"
#include "numbers/quantity/unit_compatibility.hpp"
#include "numbers/word_lists.hpp"

namespace goalsheet::match {
namespace {

constexpr Words kStages = U"発注 契約 着手 着工 入札 設計 説明 測量 用地 協議 開始";

// 移行者数(累計), 累計登録者数: without what says how it is summed.
std::u32string_view strip_modifier(std::u32string_view label) {
    constexpr Words kModifiers = U"(累計) (延べ) 累計 延べ (実績) 実績";
    while (const std::size_t n = longest_suffix(label, kModifiers)) label.remove_suffix(n);
    while (const std::size_t n = longest_prefix(label, kModifiers)) label.remove_prefix(n);
    return label;
}

// CO2削減量 500t is answered by 482t-CO2.
bool weighs_carbon(const Goal& goal, const std::string& unit, const std::string& other) {
    const auto is_carbon = [](const std::string& a) {
        return fold_glyphs(a).text.find(U"CO2") != std::u32string::npos;
    };
    const bool tonnes = compare_units(is_carbon(unit) ? other : unit, "t") != UnitLikeness::different;
    return tonnes && is_carbon(unit) != is_carbon(other) &&
           (is_carbon(unit) || contains_any(goal.label, U"CO2 温室効果 二酸化炭素 炭素"));
}

// 2件完了（東堰、西堰）: the names show that 件 counts places here.
bool counts_named(const Indicator& indicator, const ReportFigure& f, std::string_view unit) {
    return unit == "件" && !f.places.empty() && counts_places(indicator.target.unit);
}

// 月2回 is met by 月2回 only, 月10件 not by the 71件 of half a year; a year's figure need not say 年, nor one of a rate
// 一人当たり, nor one whose label has the day in it (1日当たり利用者数).
bool periods_fit(const Board& board, const Goal& goal, std::size_t f) {
    const Quantity& target = goal.indicator->target;
    const Quantity& q = board.quantity(f);
    const ReportFigure& r = board.figures[f];
    if (goal.indicator->multiplied)
        return board.figure(f).link == Link::times || q.modifier == "各" ||
               starts_with_any(board.words(board.figure(f).tail), U"ずつ");
    if (is_short_period(q.per)) return target.per == q.per;
    if (wants_share(goal)) return !(is_short_period(target.per) && q.per == "年");
    if (is_short_period(target.per)) {
        const bool in_label = contains_any(goal.label, U"1日 一日 1か月 1ヶ月 1カ月 月額 日量");
        if (target.unit == "g") return times_off(board, goal, f) < 2;  // a day and person, said again or not
        return in_label && target.unit != "回" && !r.total;
    }
    if (target.modifier == "各" && (r.total || q.modifier == "延べ")) return false;
    if (target.per == "回" && q.per != "回" && (r.total || q.modifier == "延べ")) return false;
    return q.per.empty() || q.per == "年" || q.per == target.per || q.per == "人";
}

// 新たに3団体を加え98団体 of 100: a stock is told from what came to it or left it by how much is wanted.
bool is_nearer_target(const Board& board, const Goal& goal, std::size_t a, std::size_t b) {
    return times_off(board, goal, a) < 2 && times_off(board, goal, b) > 3;
}

// Whether figure `f` is a stock beside a flow, or (`flow`) a flow beside a stock.
bool is_beside(const Board& board, const Goal& goal, std::size_t f, bool flow) {
    if (wants_new(goal) || board.figures[f].flow != flow) return false;
    return has_near(board, f, [&](std::size_t n) {
        const ReportFigure& other = board.figures[n];
        if (other.flow == flow || (flow && other.role != FigureRole::level) || !units_fit(board, goal, n)) return false;
        return flow ? is_nearer_target(board, goal, n, f) : is_nearer_target(board, goal, f, n);
    });
}

// 67→68団体 against 「1団体から申請」: that one is to be added, it is not the new total.
bool is_increment(const Board& board, const Goal& goal, std::size_t f) {
    const Indicator& i = *goal.indicator;
    if (is_beside(board, goal, f, true)) return true;
    if (!i.baseline) return false;
    const double step = std::abs(i.target.value.to_double() - i.baseline->value.to_double());
    const double value = board.quantity(f).value.to_double();
    if (value > step || value * 2 > i.baseline->value.to_double()) return false;
    const Figure& figure = board.figure(f);
    const auto around = board.words(figure.around());
    return starts_with_any(board.words(figure.tail), U"から が新 の新 の申請 の加入 の増") ||
           contains_any(around, U"申請 新規 新た 追加 加入 設立 新設 増");
}

// 電話4件、窓口4件: another part of the same kind stands in its clause.
bool has_sibling(const Board& board, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    return r.kind != 0 && has_near(board, f, [&](std::size_t n) {
               const ReportFigure& other = board.figures[n];
               return other.kind == r.kind && other.state == r.state && other.role != FigureRole::others &&
                      other.role != FigureRole::past && board.figure(n).clause == board.figure(f).clause &&
                      board.quantity(n).unit == board.quantity(f).unit;
           });
}

// None of them is the whole, where the target asks for none by name.
bool is_one_of_parts(const Board& board, const Goal& goal, std::size_t f) {
    auto label = board.words(board.figures[f].label);
    if (label.empty()) label = strip_particle(trim_spaces(board.words(board.figure(f).head)));
    return has_sibling(board, f) && !share_words(goal.topic, find_topic(label)) &&
           goal.label.find(label) == std::u32string::npos;
}

void weigh_period(Features& features, const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    if (r.role == FigureRole::average) return;
    if (!periods_fit(board, goal, f)) features.add(Feature::period);
    const bool wanted = goal.indicator->target.modifier == "累計";
    // 移行者数（累計）19人 under the target's own words is what the target counts.
    const bool own = !goal.label.empty() && strip_modifier(board.words(r.label)) == goal.label;
    const bool stock = r.cumulative && is_beside(board, goal, f, false);
    if (r.cumulative != wanted && !own && !stock && !r.series_end) features.add(Feature::cumulative);
    if (is_increment(board, goal, f)) features.add(Feature::increment);
    if (r.series_end && *r.series_end != f) features.add(Feature::of_series);
    if (!wants_new(goal)) return;
    if (starts_with_any(board.words(r.label), U"継続 既存 更新 再")) features.add(Feature::number_other);
    if (!r.fresh) features.add(Feature::modifier_other);
}

// 植樹祭で650本, 直近の集計では2013年度比5%: where it was done or seen says little of what it is.
bool tells_where(const Board& board, std::size_t f) {
    const Span head = board.figure(f).head;
    const auto words = board.words(head);
    const std::size_t mark = words.rfind(U'で');
    if (ends_with_any(words, U"にて において")) return true;
    if (mark == std::u32string_view::npos) return false;
    const bool all = starts_with_any(words.substr(mark), U"では");
    return is_noise(board.text, {head.begin + mark + (all ? 2 : 1), head.end});
}

bool is_strange_and_small(const Board& board, const Goal& goal, std::size_t f) {
    constexpr double kFew = 20;
    const ReportFigure& r = board.figures[f];
    const bool known = known_words(goal, board.words(r.own)).size() == find_topic(board.words(r.own)).words.size();
    return !known && (goal.activities & (r.activities | r.stages)) == 0 &&
           board.quantity(f).value.to_double() * kFew < goal.indicator->target.value.to_double();
}

std::optional<Feature> label_feature(const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    const auto label = board.words(r.label);
    if (r.named && !label.empty() && (label == goal.label || strip_modifier(label) == goal.label))
        return Feature::label_same;
    const Topic& near = board.near_words(f);
    const bool shares = share_words(goal.topic, near);
    if (tells_where(board, f)) return shares ? std::optional(Feature::label_words) : std::nullopt;
    if (contains_head(near, goal.topic)) return Feature::label_same;
    // 新着図書4,120冊 of 図書館貸出冊数 20万冊: a word in common, and by far too few.
    if (shares && r.labelled && is_strange_and_small(board, goal, f)) return Feature::label_other;
    if (shares || (r.named && ends_with(WordList::result_label, label))) return Feature::label_words;
    // 増収額 for 歳入増加額
    const Change change = change_in_label(goal.label);
    if (change != Change::none && change == change_in_label(label)) return Feature::label_words;
    if (names_something_else(board, goal, f))
        return is_generic_unit(goal.indicator->target.unit) ? Feature::label_other : Feature::label_foreign;
    const bool around =
        share_words(goal.topic, board.far_words(f)) || (r.labelled && share_words(board.context_words(), near));
    return around ? std::optional(Feature::label_words) : std::nullopt;
}

void weigh_words(Features& features, const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    if (does_other(board, goal, f))
        features.add(Feature::activity_other);
    else if ((goal.activities & (r.activities | r.stages)) != 0)
        features.add(Feature::activity_same);
    const auto label = label_feature(board, goal, f);
    if (label) features.add(*label);
    // 企業訪問 48社 for 企業立地: a word in common, and an activity the target does not know.
    const bool partly = (label == Feature::label_words || label == Feature::label_foreign) && !tells_where(board, f);
    if (partly && r.labelled && last_activities(goal.label) == 0 &&
        is_of_dealings(last_activities(board.words(r.label))))
        features.add(Feature::activity_foreign);
    if (is_of_other_class(board, goal, f)) features.add(Feature::number_other);
    if (is_one_of_parts(board, goal, f)) features.add(Feature::one_of_parts);
}

void weigh_unit(Features& features, const Board& board, const Goal& goal, std::size_t f) {
    const std::string& wanted = goal.indicator->target.unit;
    const std::string& unit = board.quantity(f).unit;
    const UnitLikeness likeness = compare_units(wanted, unit);
    if (likeness == UnitLikeness::same) return;
    if (likeness == UnitLikeness::similar) return features.add(Feature::unit_similar);
    features.add(wanted.empty() || unit.empty() ? Feature::unit_borrowed : Feature::unit_named);
}

// 27件 67.5%: the rate stated behind it is the figure's share of the target, to its last digit.
void weigh_rate(Features& features, const Board& board, const Goal& goal, std::size_t f) {
    const auto rate = board.figures[f].rate;
    const double target = goal.indicator->target.value.to_double();
    if (!rate || target <= 0 || goal.indicator->change != Change::none) return;
    const Decimal& stated = board.quantity(*rate).value;
    const std::string& unit = goal.indicator->target.unit;
    const bool same = unit == board.quantity(f).unit;
    const double value = same ? board.quantity(f).value.to_double()
                              : in_canonical_unit(board.quantity(f).value, board.quantity(f).unit).to_double();
    const double whole = same ? target : in_canonical_unit(goal.indicator->target.value, unit).to_double();
    const double off = std::abs(value / whole * 100 - stated.to_double());
    // 進捗率 alone may be of all years
    const bool of_year =
        contains_any(board.words(board.figure(*rate).head),
                     U"達成 今年度 本年度 年度計画 年間 対目標 対計画 目標に対 計画に対 目標比 計画比");
    if (off <= std::pow(10.0, -stated.scale))
        features.add(Feature::rate_agrees);
    else if (board.figures[*rate].role == FigureRole::achievement && of_year && off > 2 &&
             board.figures[f].state == ReportState::done)
        features.add(Feature::rate_disagrees);
}

bool is_ongoing(const Board& board, std::size_t f) {
    return board.figures[f].state == ReportState::ongoing ||
           read_state(board.words(board.figure(f).head)) == ReportState::ongoing;
}

// 達成13件、取組中75件 of 取組開始: those that are done have begun as well.
bool is_rest_of_begun(const Board& board, const Goal& goal, std::size_t f) {
    if (!contains_any(goal.label, U"開始 着手 着工") || !is_ongoing(board, f)) return false;
    return has_near(board, f, [&](std::size_t n) {
        return board.quantity(n).unit == board.quantity(f).unit && says_completed(board.words(board.figure(n).head));
    });
}

// Beside a figure of its unit that stands outside the bracket.
bool is_beside_host(const Board& board, const Goal& goal, std::size_t f) {
    const auto& host = board.figures[f].host;
    const auto& weighed = board.features.back();  // the goal's own, up to f
    if (host && *host < weighed.size() && weighed[*host].has(Feature::number_other)) return false;
    if (wants_share(goal) && board.figures[f].role == FigureRole::average) return false;  // 年間216時間（月平均18時間）
    return host && *host < weighed.size() && units_fit(board, goal, *host) && may_be(weighed[*host]);
}

}  // namespace

bool is_other_stage(const Goal& goal, std::u32string_view head) {
    return says_completed(head) && !says_completed(goal.label) && !contains_any(head, kStages);
}

bool share_words(const Topic& a, const Topic& b) { return count_shared(a, b) > 0; }

bool does_other(const Board& board, const Goal& goal, std::size_t f) {
    const std::uint64_t stages = board.figures[f].stages;
    if ((goal.activities & stages) != 0) return false;  // 4社と契約 of a target of 契約
    // 完了21件、着手済み55件 of 着手
    if (wants_stage(goal) && is_other_stage(goal, board.words(board.figure(f).head))) return true;
    if (is_rest_of_begun(board, goal, f)) return true;
    const std::uint64_t done = board.figures[f].activities;
    if (goal.activities == 0) {
        const bool attendance = counts_people(goal.indicator->target.unit) && is_attendance(done);
        return attendance && !goal.topic.words.empty() && !share_words(goal.topic, board.near_words(f));
    }
    if (done == 0 || (goal.activities & done) != 0) return false;
    if (is_kind_of_support(done, goal.activities)) return false;
    // アンケートの満足度 of 受講者満足度: what was measured is the same.
    constexpr std::size_t kMeasure = 3;
    const auto own = board.words(board.figures[f].label);
    if (board.quantity(f).unit == "%" && count_same_end(own, goal.label) >= kMeasure) return false;
    if (is_aid_for_works(done, goal.activities) && contains_head(board.near_words(f), goal.topic)) return false;
    const Topic label = find_topic(board.words(board.figures[f].label));  // 耐震改修 7戸 of 耐震改修補助
    return !(is_aid_for_works(goal.activities, done) && share_words(goal.topic, label));
}

bool is_short_period(std::string_view per) {
    return per == "月" || per == "週" || per == "日" || per == "隔月" || per == "隔週" || per == "隔日";
}

bool wants_new(const Goal& goal) {
    return goal.indicator->target.modifier == "新規" || contains_any(goal.label, U"新規 新た");
}

bool wants_share(const Goal& goal) {
    return goal.indicator->average || contains_any(goal.label, U"平均 当たり あたり 1か月の 1ヶ月の 1カ月の");
}

std::vector<std::uint64_t> known_words(const Goal& goal, std::u32string_view label) {
    std::vector<std::uint64_t> words = find_topic(label).words;
    std::erase_if(words, [&](std::uint64_t w) {
        return !std::binary_search(goal.topic.words.begin(), goal.topic.words.end(), w);
    });
    return words;
}

double times_off(const Board& board, const Goal& goal, std::size_t f) {
    constexpr double kLeast = 0.01;
    const double target = std::max(goal.indicator->target.value.to_double(), kLeast);
    const double value = std::max(board.quantity(f).value.to_double(), kLeast);
    return std::max(value / target, target / value);
}

bool units_fit(const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    const std::string& unit = goal.indicator->target.unit;
    const std::string& other = board.quantity(f).unit;
    if (compare_units(unit, other) != UnitLikeness::different) return true;
    if (counts_named(*goal.indicator, r, other) || weighs_carbon(goal, unit, other)) return true;
    if (!unit.empty() && !other.empty()) return false;
    if (other == "%" || unit == "%") return other.empty() && board.figures.size() == 1;
    const bool alone =
        board.goals.size() <= 1 && std::all_of(board.figures.begin(), board.figures.end(), [&](const auto& one) {
            return one.figure == r.figure || one.host == f;  // 108（前年度比97%）
        });
    const bool result = r.named && ends_with(WordList::result_label, board.words(r.label));
    return alone || result || (r.labelled && share_words(goal.topic, board.near_words(f))) ||
           (r.labelled && share_words(board.context_words(), board.near_words(f)));
}

bool may_be(const Features& features) { return confidence_of(features.score()) >= kLeastConfidence; }

Features weigh(const Board& board, const Goal& goal, std::size_t f) {
    Features features;
    if (!units_fit(board, goal, f)) {
        features.add(Feature::unit_other);
        return features;
    }
    weigh_unit(features, board, goal, f);
    weigh_role(features, board, goal, f);
    weigh_period(features, board, goal, f);
    weigh_words(features, board, goal, f);
    weigh_rate(features, board, goal, f);
    if (is_beside_host(board, goal, f) && !features.has(Feature::frame_part)) features.add(Feature::bracket);
    return features;
}

int score(const Board& board, const Goal& goal, std::size_t f) {
    const int points = 4 * count_shared(goal.topic, board.near_words(f)) + count_shared(goal.topic, board.far_words(f));
    return points + ((goal.activities & board.figures[f].activities) != 0 ? 3 : 0);
}

namespace {

// Whether score() is above 0, without looking at more words than that needs.
bool has_score(const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    if ((goal.activities & r.activities) != 0) return true;
    if (r.named && !goal.topic.words.empty() && board.words(r.label) == goal.label) return true;
    return share_words(goal.topic, board.near_words(f)) || share_words(goal.topic, board.far_words(f));
}

}  // namespace

namespace {

// 女性参加者 is of a kind with 男性; a 男性 beside it is something else then.
bool holds_kind(std::u32string_view label, int kind) {
    const auto list = static_cast<WordList>(kind);
    if (kind >= kSameNoun) return false;
    if (list == WordList::part_trade) return holds(WordList::trade_names, label);
    return list != WordList::part_place && holds(list, label);
}

}  // namespace

// 団体 or アカウント say themselves what they count, and a list that ends in 等 may have meant it.
bool names_something_else(const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    if (!r.labelled || r.total || goal.label.empty() || goal.topic.open || has_score(board, goal, f)) return false;
    const Span label = board.figures[f].label;
    if (label.end - label.begin <= 4 && is_order(board, f)) return false;  // 春コース
    if (r.share || r.role == FigureRole::average || goal.topic.words.empty()) return false;
    if (ends_with_any(board.words(label), U"沿い 地内 付近 周辺 方面 区間")) return false;  // 国道沿い820m: where
    if (has_sibling(board, f) && !holds_kind(goal.label, r.kind)) return false;             // 東1件 of 成約
    return !board.near_words(f).words.empty() && !share_words(board.context_words(), board.near_words(f));
}

bool wants_stage(const Goal& goal) {
    return contains_any(goal.label, kStages) || contains_any(fold_glyphs(goal.indicator->deed).text, kStages);
}

ReportState state_for(const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    if (r.state != ReportState::done || !r.only_started) return r.state;
    return wants_stage(goal) ? r.state : ReportState::ongoing;
}

}  // namespace goalsheet::match
