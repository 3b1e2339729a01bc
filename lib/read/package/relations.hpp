// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "goalsheet/result.hpp"
#include "read/package/package.hpp"

namespace goalsheet {

/// A relationship of a part (ECMA-376 part 2 §9.3): its type's last word (officeDocument, worksheet, numbering) and the
/// part it leads to.
struct Relation {
    std::string type;
    std::string target;
};

using Relations = std::map<std::string, Relation>;  ///< by their ids

/// Those of a part, or of the package itself (""), without the ones that lead out of it. None where none are written.
Result<Relations> read_relations(Package& package, const std::string& part, const std::string& path);

/// Where the first relation of this type leads; empty: nowhere.
std::string target_of_type(const Relations& relations, std::string_view type);

}  // namespace goalsheet
