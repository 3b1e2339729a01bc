// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "goalsheet/quantity.hpp"
#include "numbers/indicator_figures.hpp"

// What the words around a figure say. All of these take folded glyphs and look at the words given, nothing else.
namespace goalsheet::match {

bool is_hiragana_glyph(char32_t c);
/// How many glyphs of nouns two words end with alike: 2 of 集合研修 and オンライン研修.
std::size_t count_same_end(std::u32string_view a, std::u32string_view b);
/// Without spaces and line breaks at both ends; and without a colon, は or の behind.
std::u32string_view trim_spaces(std::u32string_view words);
std::u32string_view strip_colon(std::u32string_view words);
/// Without spaces at both ends and the hiragana behind.
std::u32string_view strip_particle(std::u32string_view head);
/// A figure's own words without what stands in brackets between them.
std::u32string outside_brackets(std::u32string_view words);
/// 策定時34.9%, 計画時38%: where it stood when the plan was made.
bool ends_with_start(std::u32string_view words);

/// 実施済, 施工中, 申請見込: nothing but a state.
bool is_bare_state(std::u32string_view words);
/// 更新完了, 用地交渉中: a few words that end in a state.
bool is_short_state(std::u32string_view words);
/// 開催60人: the words behind a counter go on with what was done.
bool starts_with_verb(std::u32string_view words);
/// …を実施済, …準備中, …した: words behind it speak of something else.
bool ends_statement(std::u32string_view words);

/// What the last word of a piece says that speaks of a state; none where no word does.
ReportState read_state(std::u32string_view words);
/// Whether the words begin with something done: 実施済, 完了, を開催し.
bool starts_with_done(std::u32string_view words);
/// 完了, 実施済, 終了: done and over, not only 実施.
bool says_completed(std::u32string_view words);
/// した, だった; not したい.
bool says_it_was(std::u32string_view words);
/// 中女性 of 210人中女性79人.
bool says_out_of(std::u32string_view words);
bool says_cancelled(std::u32string_view words);

/// を上回る, に対し, と比べ: the figure before is what another is compared with.
bool starts_with_comparison(std::u32string_view words);
/// 増, 減, 上回る, 不足: the figure before is a difference, not an amount.
bool starts_with_change(std::u32string_view words);
/// 増, 上回 and their like (not 減) at the start.
bool starts_with_rise(std::u32string_view words);
/// 登録者の増, 削減時間, 減少率: a label that asks for a change, or names one.
Change change_in_label(std::u32string_view label);
/// 削減, 抑制, 減らす, に減: the figure before is to be gone below.
bool starts_with_cap(std::u32string_view words);

/// 前年度, 令和6年度実績 (before `fiscal_year`, where that is known) at the end of words.
bool ends_with_past(const FigureText& text, Span head, int fiscal_year);
/// The same for a figure and what stands around it: also 過去5年平均 71件 and 266件（R6）.
bool is_past(const FigureText& text, std::size_t figure, int fiscal_year);
/// 現状値, 基準値, 現在 just before a figure of a target: where things stand today.
bool ends_with_present(std::u32string_view words);
/// 令和8年度 just before a figure of fiscal year 2025.
bool ends_with_later_year(const FigureText& text, Span head, int fiscal_year);
/// 目標, 計画値, 定員 just before a figure.
bool ends_with_target_word(std::u32string_view words);
/// 計, 合計.
bool ends_with_total(std::u32string_view words);
/// うち at the end of the words, as in （うち12件）.
bool ends_with_part(std::u32string_view words);
/// The same, or うち before the figure's own noun: （うち完了3件）.
bool speaks_of_part(std::u32string_view words);
/// 残り, あと.
bool ends_with_remainder(std::u32string_view words);
bool contains_any(std::u32string_view words, const Words& list);
bool ends_with_any(std::u32string_view words, const Words& list);
bool starts_with_any(std::u32string_view words, const Words& list);

}  // namespace goalsheet::match
