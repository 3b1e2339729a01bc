// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/table.hpp"
#include "model/outside_fields.hpp"
#include "model/words_before.hpp"

namespace goalsheet {

/// What stands around the tables of the open sheet and is none of its fields: it goes to `unplaced`, and may name the
/// year.
class AroundSheet {
public:
    AroundSheet(const Page& page, const Form& form, bool strict) : page_(page), form_(form), strict_(strict) {}

    /// The words above the sheet's first table.
    void keep_words_above(const Table& table, const OutsideWords& words, const HeadingsAbove& above);
    /// The words between two tables of one sheet; `with_fields`: and the fields among them.
    void add_between(const OutsideWords& words, bool with_fields);
    /// A line above a table that is nothing else.
    void add_above(const SourcedText& line) { between_.push_back({line, {}, "表の上"}); }
    /// Likewise, with a label that no form has.
    void add_labelled(const SourcedText& label, const SourcedText& text) {
        between_.push_back({text, label.text, "表の上"});
    }
    /// `alone`: what follows may be a title, too.
    void add_following(const Table& table, bool alone = false);
    void add_hidden(const Table& table);
    /// `goal`: what the headings call the goal, which is no caption.
    void begin_table(const Table& table, const std::optional<SourcedText>& goal);

    /// The texts that may name the year, the best first.
    const std::vector<SourcedText>& years() const { return years_; }
    void set_years(std::vector<SourcedText> years) { years_ = std::move(years); }
    std::optional<int> known_year() const;

    void move_to(Sheet& sheet);
    void clear();

private:
    bool is_title(const SourcedText& text) const;
    void keep_lines_behind_fields(const OutsideWords& words);
    bool stands_over_last(const OutsideWords& words, const OutsideLine& heading) const;
    void keep_chapter(const SourcedText& heading);
    void take_terms(std::vector<OutsideLine>& lines);
    void keep_headings_above(const OutsideWords& words, const HeadingsAbove& above, const SourcedText& last);
    bool is_known_line(const SourcedText& line) const;

    const Page& page_;
    const Form& form_;
    const bool strict_;
    std::vector<SourcedText> above_;
    std::vector<Extra> chapters_;  ///< headings above the sheet's own that have a label and a text
    std::vector<Unplaced> between_;
    std::vector<SourcedText> years_;
    std::vector<SourcedText> captions_;
    std::vector<SourcedText> hidden_;
    std::vector<SourcedText> following_;
};

}  // namespace goalsheet
