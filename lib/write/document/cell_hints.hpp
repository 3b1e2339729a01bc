// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "goalsheet/form.hpp"

namespace goalsheet {

/// What to write into a field, for whoever fills the form in: the form's own guide and an example, at most 255
/// characters. Empty for a field that nobody writes into.
std::string writing_hint(const Form& form, FieldId field);

}  // namespace goalsheet
