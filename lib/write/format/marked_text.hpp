// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace goalsheet {

/// A stretch of a text, and whether another version of the text has it not.
struct MarkedText {
    std::string text;
    bool changed = false;
};

}  // namespace goalsheet
