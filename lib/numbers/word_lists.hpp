// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace goalsheet::match {

/// The lists of words.tsv, in its order.
enum class WordList {
    result_label,
    bare_label,
    less_is_better,
    others,
    difference_label,
    achievement_label,
    capacity,
    specification,
    part_direction,
    part_season,
    part_person,
    part_school,
    part_new,
    part_trade,
    part_place,
    part_contact,
    trade_names,
    region,
    kCount,
};

/// Whether a text (folded glyphs) begins with, ends with, holds or is a word of a list.
bool starts_with(WordList list, std::u32string_view text);
bool ends_with(WordList list, std::u32string_view text);
bool holds(WordList list, std::u32string_view text);
bool is_word(WordList list, std::u32string_view text);

/// Of two labels that only tell parts of one thing apart: the same number where they are of one kind (東 and 西, 製造業
/// and 小売業), 0 where a label is no such part.
int part_kind(std::u32string_view label);

}  // namespace goalsheet::match
