// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/form.hpp"

namespace goalsheet {

/// What a form file says, before it is made into a form.
struct FormParts {
    std::string name;
    std::vector<FormField> fields;
    SheetSettings sheet;
    ItemSettings items;
    std::vector<OutsidePlace> outside;
};

/// Reads a form file (schemas/form.schema.json). `extended` gives the form of a name that a file may extend, or null.
/// Throws JsonFault (model/json_lines.hpp) with the line of what cannot be: an unknown key or field, a label of two
/// fields, a form by which no table could be a sheet.
FormParts read_form_file(std::string_view json, const Form* (*extended)(std::string_view name));

}  // namespace goalsheet
