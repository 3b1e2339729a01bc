// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

namespace goalsheet::cmd {

/// Tells whether paths lead to one file. Each folder is followed through its links once, not once for each of its
/// files.
class CanonicalPaths {
public:
    /// Absolute, without links, . and ..; the end of the path need not be there yet. The path itself where the system
    /// cannot tell.
    std::string file(const std::string& path);

private:
    const std::string& folder(const std::string& path);

    std::map<std::string, std::string> folders_;  ///< by path as given
};

}  // namespace goalsheet::cmd
