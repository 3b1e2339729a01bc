// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "goalsheet/form.hpp"
#include "goalsheet/table.hpp"
#include "model/label_reader.hpp"
#include "model/outside_fields.hpp"

namespace goalsheet {

constexpr int kCaptionLevel = 7;  ///< below the headings of HTML

/// The words in front of a table, where the form has fields. `readings`: none where only the form's labels shall count;
/// `copied`: text that does not say what was a heading.
OutsideWords read_words_before(const Table& table, const Form& form, LabelReader* readings, bool copied);

/// Copied text does not say what was a heading: lines that read like those of goals and items are.
std::vector<OutsideLine> mark_headings(std::vector<OutsideLine> lines);

/// What the headings between the last table and this one say.
struct HeadingsAbove {
    bool names_goal = false;  ///< one of them, by a word: 基本目標1　…
    std::optional<SourcedText> goal;
    int level = 0;                  ///< of the goal's heading
    int top_level = kCaptionLevel;  ///< the highest that was met
    int last_level = 0;             ///< of the heading right above; 0: there is none
    std::optional<SourcedText> item;
    std::optional<SourcedText> department;
    std::vector<SourcedText> used;
};

/// `own_goal`: the table says its goal itself.
HeadingsAbove read_headings_above(const Table& table, const OutsideWords& words, const Form& form, bool own_goal);

}  // namespace goalsheet
