// SPDX-License-Identifier: MIT
#include "numbers/match_role_fit.hpp"

#include <algorithm>
#include <cstdint>

#include "numbers/indicator_words.hpp"
#include "numbers/match_fit.hpp"
#include "numbers/quantity/decimal_arithmetic.hpp"
#include "numbers/quantity/unit_compatibility.hpp"
#include "numbers/word_lists.hpp"

namespace goalsheet::match {
namespace {

// 10件増 is answered by 12件増, or by 新規12件 where nothing is compared.
void weigh_change(Features& features, const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    const bool rise = goal.indicator->change == Change::rise;
    // 3,327㎡を解体: what is gone is less of it.
    if (!rise && r.role == FigureRole::level && is_of_removal(r.activities)) return;
    if (r.role == FigureRole::change) {
        if (r.rise != rise) features.add(Feature::role_change);
        return;
    }
    if (r.role != FigureRole::level && r.role != FigureRole::average) return features.add(feature_of(r.role));
    const bool alone =
        !rise && r.label.empty() && change_in_label(goal.label) == Change::fall;  // 削減額 1億円: 4,500万円
    if (alone || change_in_label(board.words(r.label)) == goal.indicator->change) return;
    if (!(rise && r.fresh && goal.indicator->target.unit != "%")) features.add(Feature::role_level);
}

// 女性団員, 市内企業: of the goal's things only some.
bool is_narrower(const Board& board, const Goal& goal, std::size_t f) {
    const auto label = board.words(board.figures[f].label);
    const bool asked = goal.label.find(U"達成") != std::u32string::npos ||
                       fold_glyphs(goal.indicator->deed).text.find(U"達成") != std::u32string::npos;
    if (!asked && contains_any(board.words(board.figure(f).head), U"達成")) return true;
    for (const WordList list :
         {WordList::part_direction, WordList::part_person, WordList::part_school, WordList::part_new})
        if (const std::size_t n = longest_start(list, label))
            if (goal.label.find(label.substr(0, n)) == std::u32string::npos) return true;
    return false;
}

bool says_this_year(std::u32string_view words) { return contains_any(words, U"今年度 本年度 当年度 今期"); }

// 5件のうち完了3件, 申請22件（うち交付19件）, 累計45件、うち今年度12件: whether the part speaks of what was promised
// and its whole does not.
bool is_part_meant(const Board& board, const Goal& goal, std::size_t f, std::size_t whole) {
    const ReportFigure& part = board.figures[f];
    const ReportFigure& all = board.figures[whole];
    if (all.cumulative)
        return says_this_year(board.words(board.figure(f).head)) && goal.indicator->target.modifier != "累計";
    if (!wants_stage(goal) && state_for(board, goal, whole) == ReportState::ongoing && !part.only_started &&
        says_completed(board.words(board.figure(f).around())))
        return true;
    if (wants_new(goal) && part.fresh && !all.fresh) return true;
    // 3区画を造成し、うち1区画を分譲: what was done to the part has the goal's words.
    const auto knows = [&](std::u32string_view words) { return share_words(goal.topic, find_topic(words)); };
    if (all.label.empty() && !all.behind.empty() && knows(part.behind) && !knows(all.behind)) return true;
    // 受講者58人、うち修了者47人 of 養成: what the part did has more of what was asked for.
    const std::uint64_t by_part = goal.activities & (part.activities | part.stages);
    const std::uint64_t by_all = goal.activities & (all.activities | all.stages);
    const bool says = all.labelled || all.worded || all.role == FigureRole::whole || !all.behind.empty();
    const bool asked =
        !all.label.empty() && goal.label.ends_with(board.words(all.label));  // 入居10世帯（うち転入7世帯）
    if (says && by_part != by_all && (by_part & by_all) == by_all && !asked) return true;
    // 7社に呼びかけ、うち3社が参画: those that were only spoken to.
    if (is_of_dealings(all.activities | all.stages) && by_all == 0 && !is_of_dealings(part.activities) &&
        !is_narrower(board, goal, f))
        return true;
    if (!all.named || !(all.labelled || all.total))
        return false;  // 4人（うち法人就農2人）: the whole is what was asked for
    if (ends_with(WordList::result_label, board.words(all.label)) || is_narrower(board, goal, f)) return false;
    // 宿泊者総数184人、うち外国人13人 of 外国人宿泊者: the part is called by more of the goal's words.
    const bool named = goal.label.find(board.words(part.label)) != std::u32string::npos;
    const bool more_in_whole = has_more_of(board.near_words(whole), board.near_words(f), goal.topic);
    return has_more_of(board.near_words(f), board.near_words(whole), goal.topic) && (named || !more_in_whole);
}

// 修了者のうち19名 of 修了者 30名: only some of what was asked for, though it stands alone.
bool is_part_of_asked(const Board& board, const Goal& goal, std::size_t f) {
    const auto head = trim_spaces(board.words(board.figure(f).head));
    const std::size_t mark = head.find(U"のうち");
    if (mark == std::u32string_view::npos || mark < 2 || board.quantity(f).unit == "%") return false;
    const std::size_t begin = head.substr(0, mark).find_last_of(U"、。 ");
    const auto noun =
        begin == std::u32string_view::npos ? head.substr(0, mark) : head.substr(begin + 1, mark - begin - 1);
    return noun.size() > 1 && goal.label.ends_with(noun) && goal.label.find(U"うち") == std::u32string::npos;
}

// A part answers where it is what was asked for; XのうちY is the part Y, a bracket never beats its host.
void weigh_part(Features& features, const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& part = board.figures[f];
    if (goal.indicator->target.role == QuantityRole::part) return;
    if (is_part_of_asked(board, goal, f)) return features.add(Feature::of_total);
    if (!part.whole || *part.whole >= board.figures.size()) return;
    if (!units_fit(board, goal, *part.whole)) return;  // 相談11件、このうち3店舗が開店
    const bool meant = is_part_meant(board, goal, f, *part.whole);
    const bool of = board.figures[*part.whole].role == FigureRole::whole && !board.figure(f).bracketed &&
                    !is_narrower(board, goal, f);
    if (meant || of)
        features.add(Feature::frame_part);
    else
        features.add(Feature::role_part);
}

// 参加者45人のうち女性は12人
bool has_narrower_part(const Board& board, const Goal& goal, std::size_t f) {
    return has_near(board, f, [&](std::size_t p) {
        return board.figures[p].role == FigureRole::part && board.figures[p].whole == f && is_narrower(board, goal, p);
    });
}

// 台帳の電子化 100%: how much of it is done, a 進捗率 says.
bool is_share_done(const Goal& goal, std::u32string_view label) {
    return goal.indicator->target.unit == "%" && ends_with_any(label, U"進捗率 進捗 進捗度 出来高") &&
           !ends_with_any(goal.label, U"率 割合 度 比");
}

// 12月に10万人を達成し、年度末までに108,442人: the target's own figure was a mark on the way.
bool is_passed_mark(const Board& board, const Goal& goal, std::size_t f) {
    const Quantity& mark = board.quantity(f);
    if (compare_exact(mark.value, goal.indicator->target.value) != 0 ||
        !starts_with_any(board.figures[f].behind, U"を達成 を突破 を超 に達 に到達 突破"))
        return false;
    return has_near(board, f, [&](std::size_t n) {
        return n > f && board.figures[n].role == FigureRole::level && board.quantity(n).unit == mark.unit &&
               compare_exact(board.quantity(n).value, mark.value) > 0;
    });
}

// 欠員 2人以内: 欠員1人; 県内順位 of 県内: what is no result elsewhere is what this goal counts.
bool is_asked_by_name(const Board& board, const Goal& goal, std::size_t f) {
    constexpr std::size_t kPrefixed = 3;  // 未受診
    const ReportFigure& r = board.figures[f];
    const auto label = board.words(r.label);
    if (r.role == FigureRole::others)
        return goal.label.find(strip_particle(trim_spaces(board.words(board.figure(f).head)))) != std::u32string::npos;
    if (r.role != FigureRole::undone) return false;
    const std::size_t n = longest_start(WordList::undone, label);
    return n != 0 && goal.label.find(label.substr(0, n == 1 ? kPrefixed : n)) != std::u32string::npos;
}

}  // namespace

void weigh_role(Features& features, const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    if (goal.indicator->change != Change::none) return weigh_change(features, board, goal, f);
    const std::string& per = goal.indicator->target.per;
    // 現場到着 8分以内: how long something takes is told as a mean.
    const std::string& unit = goal.indicator->target.unit;
    const bool mean = (is_duration(unit) || !adds_up(unit)) && unit != "%" && times_off(board, goal, f) < 3 &&
                      goal.indicator->target.modifier != "各";
    const bool of_days = is_short_period(per);
    const bool average = wants_share(goal) || mean || of_days || (!per.empty() && per == board.quantity(f).per);
    const bool wanted =
        (r.role == FigureRole::achievement &&
         (contains_any(goal.label, U"達成率 達成度 進捗 執行率") || is_share_done(goal, board.words(r.label)))) ||
        ((r.role == FigureRole::cost || r.role == FigureRole::target) && ends_with(WordList::capacity, goal.label) &&
         ends_with(WordList::capacity, board.words(r.label))) ||
        (r.role == FigureRole::change && change_in_label(goal.label) == (r.rise ? Change::rise : Change::fall)) ||
        (r.role == FigureRole::average && average) || is_asked_by_name(board, goal, f);
    if (r.role == FigureRole::part) return weigh_part(features, board, goal, f);
    if (r.role == FigureRole::whole) {
        if (!r.share && !has_narrower_part(board, goal, f)) features.add(Feature::role_of_part);
    } else if (!wanted && r.role != FigureRole::level) {
        features.add(feature_of(r.role));
    }
    if (r.role == FigureRole::level && is_passed_mark(board, goal, f)) features.add(Feature::role_target);
    // 3人を委嘱。1人は退任した: the second speaks of some of the first.
    if (r.rest && r.state == ReportState::done) features.add(Feature::role_part);
}

}  // namespace goalsheet::match
