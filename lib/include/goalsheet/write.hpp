// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "goalsheet/document.hpp"

namespace goalsheet {

/// `export --to json`: schemas/document.schema.json, UTF-8, two spaces of indent, a line end at the end.
std::string write_json(std::span<const Document> documents);
/// One document a line, each as an object of the `documents` list.
std::string write_ndjson(std::span<const Document> documents);

}  // namespace goalsheet
