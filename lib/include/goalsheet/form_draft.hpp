// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/message.hpp"
#include "goalsheet/table.hpp"

namespace goalsheet {

/// A label of example pages and what it seems to stand for.
struct DraftField {
    std::optional<FieldId> field;  ///< nothing: unsure, for a person to say
    std::string label;             ///< as the pages have it
    std::optional<FieldId> under;  ///< below a heading of this field
    ExtraRole role = ExtraRole::other;
    std::string why;  ///< the evidence: 6 of 6 cells are dates
};

/// A form drafted from example pages, for a person to confirm. It extends the standard form: what that has is left out.
struct FormDraft {
    std::string name;
    GoalPlace goal = GoalPlace::anywhere;
    LabelAxis axis = LabelAxis::any;
    bool years_in_columns = false;
    std::vector<std::string> recognise;  ///< where no page is read as a goal sheet without it
    std::vector<DraftField> fields;
    std::vector<FieldId> absent;     ///< what the standard form asks for and no page has
    std::optional<Item> first_item;  ///< as it would be read
};

/// Drafts a form from pages that were laid out in one city's way. Several together are better than one.
FormDraft learn_form(std::span<const Page> pages);

/// The draft as a form file, a field a line, with the evidence as „why“.
std::string write_form_draft(const FormDraft& draft);
/// What is unsure, and the first item as it would be read.
Message describe_form_draft(const FormDraft& draft);

}  // namespace goalsheet
