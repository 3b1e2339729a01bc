// SPDX-License-Identifier: MIT
#pragma once

#include "numbers/match_board.hpp"

namespace goalsheet::match {

/// What speaks for figure `f` as the goal's result and against it: unit, role, words, activity and period.
Features weigh(const Board& board, const Goal& goal, std::size_t f);
bool units_fit(const Board& board, const Goal& goal, std::size_t f);
/// Words of both, their activities and, last, words of the wider text.
int score(const Board& board, const Goal& goal, std::size_t f);
/// A figure with a noun of its own that the target does not know.
bool names_something_else(const Board& board, const Goal& goal, std::size_t f);
/// What was done to the figure is not what the target counts. Persons who took part answer only a target that speaks of
/// taking part, or one whose own words stand beside them.
bool does_other(const Board& board, const Goal& goal, std::size_t f);
/// How far the figure is for this goal: 発注済 of works that are to be finished has only begun.
ReportState state_for(const Board& board, const Goal& goal, std::size_t f);
/// 発注 or 着手 itself is what is promised.
bool wants_stage(const Goal& goal);
/// Above it a reading may be the result.
bool may_be(const Features& features);

bool share_words(const Topic& a, const Topic& b);
/// 月, 週, 日 and the like.
bool is_short_period(std::string_view per);
/// 新規20人: only what was added counts.
bool wants_new(const Goal& goal);
/// Words of a label that the goal has too.
std::vector<std::uint64_t> known_words(const Goal& goal, std::u32string_view label);
/// How many times the figure is more or less than what is wanted.
double times_off(const Board& board, const Goal& goal, std::size_t f);
/// 平均20分以内, 1便当たり2.0人: a mean or a share answers it.
bool wants_share(const Goal& goal);

}  // namespace goalsheet::match
