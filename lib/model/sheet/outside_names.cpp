// SPDX-License-Identifier: MIT
#include "model/sheet/outside_names.hpp"

#include <map>

#include "model/document_words.hpp"
#include "model/heading_words.hpp"
#include "model/items/running_lines.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kTitles = 2;  // headings that may be the page's title

}  // namespace

void OutsideNames::take(const OutsideWords& words) {
    if (words.department) {
        department_ = OutsideField{FieldId::department, {}, *words.department};
        department_inferred_ = true;
    }
    for (const OutsideField& field : words.fields) {
        if (field.field == FieldId::department) department_ = field;
        if (field.field == FieldId::department) department_inferred_ = false;
        outside_.push_back(field);
        if (!form_.match(field.label.text))
            remarks_.push_back(
                {remark::kLabelReasoned, field.label, std::string(field_name(field.field)).append(": its words")});
    }
}

void OutsideNames::remember(const HeadingsAbove& above) {
    if (above.top_level <= heading_goal_level_) heading_goal_.reset();
    if (above.department) title_department_ = above.department;
    if (!above.goal) return;
    heading_goal_ = above.goal;
    goal_line_.reset();
    heading_goal_level_ = above.level;
}

bool OutsideNames::stand_below_goal(const HeadingsAbove& above) const {
    const bool inherited = heading_goal_ && above.top_level > heading_goal_level_;
    const int level = above.goal ? above.level : inherited ? heading_goal_level_ : kCaptionLevel;
    return (above.goal || inherited) && above.last_level > level;
}

bool OutsideNames::is_other_department(const OutsideWords& words) const {
    return words.department && department_ && department_->text != *words.department;
}

void OutsideNames::set_department_line(const SourcedText& line) {
    department_ = OutsideField{FieldId::department, {}, line};
    department_inferred_ = true;
}

void OutsideNames::set_goal_line(const SourcedText& goal, const SourcedText& line) {
    heading_goal_ = goal;
    goal_line_ = line;
    heading_goal_level_ = kCaptionLevel;
}

void OutsideNames::give_to(SheetBuilder& sheet) const {
    give_fields(sheet);
    give_words_of_headings(sheet);
}

void OutsideNames::end_sheet() {
    outside_.clear();
    remarks_.clear();
}

// What headings and titles say, where no label does.
void OutsideNames::give_words_of_headings(SheetBuilder& sheet) const {
    if (strict_) return;
    if (heading_goal_ && sheet.goal().empty()) {
        sheet.set_goal(*heading_goal_, {remark::kGoalInferred, *heading_goal_, "goal: the heading over the table"});
        sheet.use_line(goal_line_.value_or(*heading_goal_));
    }
    if (!sheet.department().empty()) return;
    std::optional<SourcedText> named = title_department_;
    for (std::size_t i = 0; i < page_.headings.size() && !named && i < kTitles; ++i)
        named = department_in_title(page_.headings[i]);
    if (!named) return;
    sheet.set_department(*named);
    sheet.take_remarks({{remark::kGoalInferred, *named, "department: named in a heading"}});
}

void OutsideNames::give_fields(SheetBuilder& sheet) const {
    sheet.take_remarks(remarks_);
    for (const OutsideField& field : outside_)
        if (field.field != FieldId::department) sheet.add_outside(field.field, field.label, field.text);
    if (!department_ || !sheet.department().empty()) return;
    if (!department_inferred_) {
        sheet.add_outside(FieldId::department, department_->label, department_->text);
        return;
    }
    if (strict_) return;
    sheet.set_department(department_->text);
    sheet.use_line(department_->text);
    sheet.take_remarks({{remark::kGoalInferred, department_->text, "department: a line of its own"}});
}

void name_goals_by_headings(Document& document, const std::vector<SheetOrigin>& origins, const Form& form) {
    std::map<std::string, std::size_t> heads;
    for (const SheetOrigin& origin : origins) ++heads[origin.head];
    for (std::size_t i = 0; i < origins.size(); ++i) {
        Sheet& sheet = document.sheets[i];
        const SourcedText& heading = origins[i].heading;
        const bool alike = !origins[i].head.empty() && heads[origins[i].head] > 1;
        if (!alike || !sheet.goal.empty() || heading.empty() || is_sheet_title(heading, form)) continue;
        const HeadingWords words = read_heading_words(heading);
        sheet.goal = words.labelled ? words.text : !words.behind.empty() ? words.behind : without_number(heading);
        sheet.remarks.push_back({remark::kGoalInferred, heading, "goal: the heading over one of several tables alike"});
    }
}

}  // namespace goalsheet
