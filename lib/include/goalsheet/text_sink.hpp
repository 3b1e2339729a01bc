// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string_view>

namespace goalsheet {

/// Takes a piece of a text or file; false: it cannot, and no more need come.
using TextSink = std::function<bool(std::string_view)>;

}  // namespace goalsheet
