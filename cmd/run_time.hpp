// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace goalsheet::cmd {

/// The moment of the run, or SOURCE_DATE_EPOCH where a build wants the same output every time.
std::string timestamp();  ///< YYYY-MM-DDThh:mm:ss, UTC
std::string today();      ///< YYYY-MM-DD

/// Inside a GitHub Actions job.
bool is_on_github();

}  // namespace goalsheet::cmd
