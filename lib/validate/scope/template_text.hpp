// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "goalsheet/form.hpp"
#include "text/phrase_search.hpp"

namespace goalsheet::rules {

/// What a form prints for whoever fills it in: its guides (（どの水準まで）), ○○, （例）, ○件. The form must outlive
/// it.
class TemplateText {
public:
    explicit TemplateText(const Form& form);
    TemplateText(const TemplateText&) = delete;
    TemplateText& operator=(const TemplateText&) = delete;

    /// The first words of a text that are the form's.
    std::optional<Phrase> find(std::string_view text) const;

private:
    static std::vector<std::string_view> list_guides(const Form& form);
    std::vector<std::string_view> list_all() const;

    std::vector<std::string_view> guides_;
    std::vector<std::string_view> all_;  ///< guides and placeholders: most texts have none of them
    Phrases any_;
};

}  // namespace goalsheet::rules
