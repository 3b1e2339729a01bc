// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "goalsheet/form.hpp"
#include "validate/phrases.hpp"

namespace goalsheet::rules {

/// The first words of a text that a form prints for whoever fills it in: its guides (（どの水準まで）), ○○, （例）,
/// ○件.
std::optional<Phrase> find_template_text(const Form& form, std::string_view text);

}  // namespace goalsheet::rules
