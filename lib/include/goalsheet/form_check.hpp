// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/message.hpp"

namespace goalsheet {

/// What came of one page that was read with a form.
struct PageCheck {
    std::string path;
    std::size_t sheets = 0;
    std::size_t sheets_without_items = 0;
    std::size_t in_fields = 0;  ///< texts, a cell each as a rule
    std::size_t in_extras = 0;  ///< of these, under a label the model has no field for: extras, years
    std::size_t unplaced = 0;

    std::size_t texts() const { return in_fields + in_extras + unplaced; }
    /// There is a sheet, every sheet has an item, and no more than a tenth of the texts is unplaced.
    bool passes() const;
};

PageCheck count_texts(const std::string& path, std::span<const Document> documents);

/// A label of the pages that the form does not name.
struct UnknownLabel {
    std::string label;
    std::size_t pages = 0;    ///< how many pages have it
    std::string example;      ///< a text under it
    std::string reasoned_as;  ///< what it was read as all the same: final, grade; empty: its texts are unplaced
};

struct FormCheck {
    std::vector<PageCheck> pages;
    std::vector<const FormField*> never_met;  ///< of the fields given
    std::vector<UnknownLabel> unknown;        ///< those without a reading first, then as the pages have them

    bool passes() const;
};

/// Tells how pages were read with a form. `own`: the fields to look for, those of the file without what it extends.
/// A page without a document had no sheet.
class FormChecker {
public:
    FormChecker(const Form& form, std::span<const FormField> own);
    void add_page(const std::string& path, std::span<const Document> documents);
    FormCheck finish() &&;

private:
    void meet(const std::string& label, const std::string& text, std::string_view read_as);
    void add_labels(const Sheet& sheet);

    const Form& form_;
    std::span<const FormField> own_;
    std::vector<bool> met_;
    std::vector<std::string> met_on_page_;
    FormCheck check_;
};

/// The report on a check, as lines for people.
std::string describe_form_check(const FormCheck& check, Lang lang);

/// The fields that a form file names itself, without those of the form it extends. None where it cannot be read, which
/// Form::parse() explains.
std::vector<FormField> own_form_fields(std::string_view json);

}  // namespace goalsheet
