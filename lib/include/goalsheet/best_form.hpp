// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "goalsheet/read.hpp"

namespace goalsheet {

namespace remark {
inline constexpr const char* kReadWithForm = "read-with-form";  ///< detail: of several forms, the name of the one
}

/// read_documents() with each of the forms; gives every table of the page as the one that explains it best makes of it:
/// most of its texts in fields, fewest unplaced, the first of equals. With several forms each document remarks which
/// ones these were, the one with most sheets first. `options.form` does not count.
Result<std::vector<Document>> read_with_best_form(const std::string& bytes, const std::string& path,
                                                  std::span<const Form> forms, ReadOptions options = {});

/// The form that the document remarks to be read with; else the first.
const Form& form_of(const Document& document, std::span<const Form> forms);

}  // namespace goalsheet
