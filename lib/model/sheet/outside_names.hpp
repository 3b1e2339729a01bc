// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/table.hpp"
#include "model/outside_fields.hpp"
#include "model/sheet/sheet_builder.hpp"
#include "model/words_before.hpp"

namespace goalsheet {

/// The goal, the department and the other fields of the sheets that stand outside of their tables: in fields of their
/// own, in headings, in titles.
class OutsideNames {
public:
    OutsideNames(const Page& page, const Form& form, bool strict) : page_(page), form_(form), strict_(strict) {}

    /// The fields in front of a table.
    void take(const OutsideWords& words);
    /// What the headings in front of a table say: it holds for the tables below, up to a heading of its level.
    void remember(const HeadingsAbove& above);
    /// The last of these headings is a part of what the goal's heading stands over.
    bool stand_below_goal(const HeadingsAbove& above) const;
    bool is_other_department(const OutsideWords& words) const;

    /// A row of a table that is nothing but the name of a department.
    void set_department_line(const SourcedText& line);
    /// A row of a table that is the goal of what is below.
    void set_goal_line(const SourcedText& goal, const SourcedText& line);
    void set_title_department(SourcedText name) { title_department_ = std::move(name); }
    const std::optional<SourcedText>& goal() const { return heading_goal_; }

    void give_to(SheetBuilder& sheet) const;
    /// A sheet begins: the fields outside of the tables before are none of its.
    void forget_fields() { outside_.clear(); }
    void end_sheet();

private:
    void give_fields(SheetBuilder& sheet) const;
    void give_words_of_headings(SheetBuilder& sheet) const;

    const Page& page_;
    const Form& form_;
    const bool strict_;
    std::vector<OutsideField> outside_;
    std::vector<Remark> remarks_;
    std::optional<OutsideField> department_;  ///< holds until another is met
    bool department_inferred_ = false;
    std::optional<SourcedText> heading_goal_;  ///< holds up to a heading of its level
    std::optional<SourcedText> goal_line_;     ///< as a row of the table has it
    int heading_goal_level_ = 0;
    std::optional<SourcedText> title_department_;
};

/// Where a sheet comes from.
struct SheetOrigin {
    std::string head;     ///< the labels over its items
    SourcedText heading;  ///< over its first table
};

/// Tables with one head, each under a heading of its own: the headings are the goals. `origins`: of the document's
/// sheets.
void name_goals_by_headings(Document& document, const std::vector<SheetOrigin>& origins, const Form& form);

}  // namespace goalsheet
