// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "goalsheet/result.hpp"
#include "read/package/package.hpp"

namespace goalsheet {

/// What a package is by what is in it: xlsx (.xlsm, .xlsb and templates too), docx, opendocument, or a fault that says
/// what it is instead (slides, an archive of files).
Result<std::string> find_package_format(Package& package, const std::string& path);

}  // namespace goalsheet
