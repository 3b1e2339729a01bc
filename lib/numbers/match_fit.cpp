// SPDX-License-Identifier: MIT
#include "numbers/match_fit.hpp"

#include <algorithm>
#include <cmath>

#include "numbers/indicator_label.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/match_pick.hpp"
#include "numbers/quantity/decimal_arithmetic.hpp"
#include "numbers/quantity/unit_compatibility.hpp"

namespace goalsheet::match {
namespace {

// 2件完了（東堰、西堰）: the names show that 件 counts places here.
bool counts_named(const Indicator& indicator, const ReportFigure& f, std::string_view unit) {
    return unit == "件" && !f.places.empty() && counts_places(indicator.target.unit);
}

bool is_short_period(std::string_view per) {
    return per == "月" || per == "週" || per == "日" || per == "隔月" || per == "隔週" || per == "隔日";
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
    if (is_short_period(target.per)) {
        const bool in_label = contains_any(goal.label, U"当たり あたり 平均 1日 一日 1か月 1ヶ月 1カ月 月額 日量");
        return in_label && target.unit != "回" && !r.total;
    }
    if (target.modifier == "各" && (r.total || q.modifier == "延べ")) return false;
    if (target.per == "回" && q.per != "回" && (r.total || q.modifier == "延べ")) return false;
    return q.per.empty() || q.per == "年" || q.per == target.per || q.per == "人";
}

// 累計112件（今年度14件追加）: what was added, where the target may mean all there are.
bool adds_to_stock(const Board& board, std::size_t f) {
    const auto& host = board.figures[f].host;
    return host && *host < board.figures.size() && board.figures[*host].cumulative &&
           starts_with_any(board.words(board.figure(f).tail), U"追加 を追加 増 の増");
}

// 67→68団体 against 「1団体から申請」: that one is to be added, it is not the new total.
bool is_increment(const Board& board, const Goal& goal, std::size_t f) {
    const Indicator& i = *goal.indicator;
    if (adds_to_stock(board, f)) return true;
    if (!i.baseline) return false;
    const double step = std::abs(i.target.value.to_double() - i.baseline->value.to_double());
    const double value = board.quantity(f).value.to_double();
    if (value > step || value * 2 > i.baseline->value.to_double()) return false;
    const Figure& figure = board.figure(f);
    const auto around = board.words(figure.around());
    return starts_with_any(board.words(figure.tail), U"から が新 の新 の申請 の加入 の増") ||
           contains_any(around, U"申請 新規 新た 追加 加入 設立 新設 増");
}

// What was done to the figure is not what the target counts. Persons who took part answer only a target that speaks of
// taking part, or one whose own words stand beside them.
bool does_other(const Board& board, const Goal& goal, std::size_t f) {
    const std::uint64_t done = board.figures[f].activities;
    if (goal.activities == 0) {
        const bool attendance = counts_people(goal.indicator->target.unit) && is_attendance(done);
        return attendance && !goal.topic.words.empty() && !share_words(goal.topic, board.near_words(f));
    }
    if (done == 0 || (goal.activities & done) != 0) return false;
    if (is_kind_of_support(done, goal.activities)) return false;
    return !(is_aid_for_works(done, goal.activities) && contains_head(board.near_words(f), goal.topic));
}

// 1,200時間 of 削減時間 against 632時間削減
bool names_change(const Goal& goal, std::u32string_view behind) {
    bool named = false;
    for_each_word(U"削減 縮減 短縮 低減 減少 増加 増設", [&](std::u32string_view word) {
        named = named || (behind.starts_with(word) && goal.label.find(word) != std::u32string::npos);
    });
    return named;
}

// 10件増 is answered by 12件増, or by 新規12件 where nothing is compared.
Reason fit_change(const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    const bool rise = goal.indicator->change == Change::rise;
    if (r.use == Use::change) return r.rise == rise ? Reason::fits : Reason::change;
    if (r.use != Use::candidate) return reason_of(r.use);
    const Span label = board.figures[f].label;
    constexpr Words kRises = U"増加率 伸び率 上昇率 増加数 増加額 増加量";
    constexpr Words kFalls = U"削減率 縮減率 減少率 低減率 短縮率 抑制率 削減数 削減量 削減額 縮減額 減少数";
    if (ends_with_any(board.words(label), rise ? kRises : kFalls)) return Reason::fits;
    const bool added =
        board.quantity(f).modifier == "新規" || ends_with_any(board.words(board.figure(f).head), U"新たに 新規に 新規");
    return rise && added && goal.indicator->target.unit != "%" ? Reason::fits : Reason::level;
}

// A part answers where its own words are the target's (うち新規12件), where it is what was reached of the whole that
// was promised (5件のうち3件完了), or where the whole is of something else (累計45件、うち今年度12件;
// 申請22件、うち交付19件).
Reason fit_part(const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& part = board.figures[f];
    if (does_other(board, goal, f)) return Reason::activity;
    if (goal.indicator->target.role == QuantityRole::part) return Reason::fits;
    if (!part.whole || *part.whole >= board.figures.size()) return Reason::fits;
    const ReportFigure& whole = board.figures[*part.whole];
    const bool this_year = contains_any(board.words(board.figure(f).head), U"今年度 本年度 当年度 今期");
    const bool over_years = goal.indicator->target.modifier == "累計";
    if (whole.cumulative) return this_year && !over_years ? Reason::fits : Reason::part;
    const bool finished = says_completed(board.words(board.figure(f).around()));
    if (whole.only_started && !part.only_started && finished) return Reason::fits;
    if ((goal.activities & part.activities) != 0 && does_other(board, goal, *part.whole)) return Reason::fits;
    if (is_promised_whole(board, goal, *part.whole) && part.state != ReportState::planned) return Reason::fits;
    const Topic& near = board.near_words(f);
    const Topic& near_whole = board.near_words(*part.whole);
    const int own = count_shared(goal.topic, near);
    const bool named = own > 0 && !share_words(near, near_whole) && own >= count_shared(goal.topic, near_whole);
    return named ? Reason::fits : Reason::part;
}

}  // namespace

bool share_words(const Topic& a, const Topic& b) { return count_shared(a, b) > 0; }

bool units_fit(const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    const std::string& unit = goal.indicator->target.unit;
    const std::string& other = board.quantity(f).unit;
    if (compare_units(unit, other) != UnitLikeness::different) return true;
    if (counts_named(*goal.indicator, r, other)) return true;
    return (unit.empty() || other.empty()) && r.labelled && share_words(goal.topic, board.near_words(f));
}

Reason fit(const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    const Figure& figure = board.figure(f);
    if (!units_fit(board, goal, f)) return Reason::unit;
    if (goal.indicator->change != Change::none) return fit_change(board, goal, f);
    if (r.use == Use::achievement && contains_any(goal.label, U"達成率 達成度 進捗 執行率")) return Reason::fits;
    const std::string& per = goal.indicator->target.per;
    const bool average = goal.indicator->average || contains_any(goal.label, U"平均 当たり あたり") ||
                         (!per.empty() && per == figure.quantity.per);
    if (r.use == Use::share && average) return Reason::fits;
    if (r.use == Use::part) return fit_part(board, goal, f);
    const bool named_change = r.use == Use::change && names_change(goal, board.words(figure.tail));
    if (r.use != Use::candidate && !named_change) return reason_of(r.use);
    if (!periods_fit(board, goal, f)) return Reason::share;
    if (r.cumulative != (goal.indicator->target.modifier == "累計")) return Reason::cumulative;
    if (does_other(board, goal, f)) return Reason::activity;
    return is_increment(board, goal, f) ? Reason::increment : Reason::fits;
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

// 団体 or アカウント say themselves what they count, and a list that ends in 等 may have meant it.
bool names_something_else(const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    if (!r.labelled || goal.label.empty() || goal.topic.open || has_score(board, goal, f)) return false;
    const Span label = board.figures[f].label;
    if (label.end - label.begin <= 4 && is_order(board, f)) return false;  // 春コース
    if (!is_generic_unit(goal.indicator->target.unit) || goal.topic.words.empty()) return false;
    return !board.near_words(f).words.empty() && !share_words(board.context_words(), board.near_words(f));
}

bool is_promised_whole(const Board& board, const Goal& goal, std::size_t f) {
    const Figure& figure = board.figure(f);
    const bool same = compare_exact(figure.quantity.value, goal.indicator->target.value) == 0;
    const bool promised =
        contains_any(board.words(figure.head), U"予定 計画 対象 全") || board.figures[f].use == Use::target;
    return promised || (same && starts_with_any(board.words(figure.tail), U"のうち うち の内 中"));
}

ReportState state_for(const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    if (r.state != ReportState::done || !r.only_started) return r.state;
    constexpr Words kStages = U"発注 契約 着手 着工 入札 設計 説明 測量 用地 協議";
    const bool wanted =
        contains_any(goal.label, kStages) || contains_any(fold_glyphs(goal.indicator->deed).text, kStages);
    return wanted ? r.state : ReportState::ongoing;
}

}  // namespace goalsheet::match
