// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/result.hpp"

namespace goalsheet {

/// The documents of a file that `export --to json` or `--to ndjson` wrote (schema_version 1). A fault names the first
/// thing that is not as schemas/document.schema.json says. Texts have no place: where they stood was in another file.
Result<std::vector<Document>> read_json(const std::shared_ptr<const SourceText>& text, const std::string& path);

}  // namespace goalsheet
