// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "goalsheet/sourced_text.hpp"
#include "model/numbering/leading_number.hpp"

namespace goalsheet {

/// The ways sheets number the measures of an item.
enum class NumberStyle {
    bracketed,     ///< (1) （１） ⑴
    half_bracket,  ///< 1) １）
    circled,       ///< ①
    kana,          ///< ア (ア) ア）
    dotted,        ///< 1. １．
    bullet,        ///< ・ in order
};

/// A numbered part of a cell: （1)～(3)年度末まで is one part for 1, 2 and 3.
struct NumberedPart {
    std::vector<int> numbers;
    SourcedText text;                             ///< without its number
    SourcedText marker;                           ///< the first number as written
    std::vector<SourcedText> half_brackets = {};  ///< of its numbers those like 2)
};

/// A cell's text cut at its numbers. With no number in it, everything is in `lead`.
struct NumberedText {
    SourcedText lead;
    std::vector<NumberedPart> parts;
};

/// The style that numbers this text: the first of the styles above with a number at the start of a line (or, bracketed,
/// in sequence behind a space, as copied text has it). Bullets count only below a first line without one, or where all
/// lines have one.
std::optional<NumberStyle> find_number_style(std::string_view text);

/// Cuts a text at the numbers of a style. A number in mid-sentence (「(1)の取組と連携」) is text.
NumberedText split_numbered(const SourcedText& text, NumberStyle style);

/// 1.5件⏎2.6件 where two measures are numbered 1. and 2.: each line begins with its number, and its figure follows the
/// point. Nothing where the lines are not 1. to `count`.
std::optional<NumberedText> split_at_points(const SourcedText& text, std::size_t count);

/// The text of a single entry behind its bullet; any other text as it is.
SourcedText without_bullet(const SourcedText& text);

}  // namespace goalsheet
