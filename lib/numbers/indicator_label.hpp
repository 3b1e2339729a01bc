// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "numbers/indicator_figures.hpp"

namespace goalsheet::match {

/// The noun a figure belongs to, out of the words before it: 「○ 相談者数：延べ」 gives 相談者数. Empty where there is
/// none.
Span find_label(const FigureText& text, Span head);
/// The same for a figure that comes first: of 「3回の出前講座を開催」 出前講座. Empty where only a verb follows.
Span find_label_behind(const FigureText& text, Span tail);
/// What is done to the figure where nothing else is said: 支援 of 「5件の支援」. Empty for 開催, 実施.
Span find_verb_behind(const FigureText& text, Span tail);
/// 参加者数, 回数: says what is counted only together with other words.
bool is_generic_label(std::u32string_view words);
/// 説明会参加及び意見交換 into its two nouns; one part where it is no list.
std::vector<Span> split_label(const FigureText& text, Span label);
/// The names a note lists: 山手、川端、南原. Empty where it holds anything else.
std::vector<std::string> list_names(const FigureText& text, Span note);
/// Whether words before a figure name nothing: dates, 計, 延べ, 第2回.
bool is_noise(const FigureText& text, Span words);

std::string to_utf8(std::u32string_view glyphs);

}  // namespace goalsheet::match
