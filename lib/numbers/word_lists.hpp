// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include "numbers/indicator_word_index.hpp"

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
    flow,
    undone,
    undone_behind,
    degree,
    need,
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
    state_neutral,
    state_planned,
    state_ongoing,
    state_done,
    state_completed,
    state_cancelled,
    state_filler,
    state_noun,
    before_figure,
    start_of_plan,
    verb_behind,
    statement_end,
    change_behind,
    unreached_behind,
    intended,
    needy,
    cap_behind,
    comparison_behind,
    past,
    event,
    relation,
    larger_region,
    own_region,
    before_number,
    alone_before_number,
    generic_label,
    noise,
    place_noun,
    verb_end,
    clause_end,
    common_word,
    kCount,
};

/// Whether a text (folded glyphs) begins with, ends with, holds or is a word of a list.
bool starts_with(WordList list, std::u32string_view text);
bool ends_with(WordList list, std::u32string_view text);
bool holds(WordList list, std::u32string_view text);
bool is_word(WordList list, std::u32string_view text);
/// Length of the longest word of a list that a text begins or ends with, or 0.
std::size_t longest_start(WordList list, std::u32string_view text);
std::size_t longest_end(WordList list, std::u32string_view text);
/// All words of a list with a space between, and the same looked up by what they end.
std::u32string_view words_of(WordList list);
const WordEndIndex& ends_of(WordList list);

/// Of two labels that only tell parts of one thing apart: the same number where they are of one kind (東 and 西, 製造業
/// and 小売業), 0 where a label is no such part.
int part_kind(std::u32string_view label);

}  // namespace goalsheet::match
