// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/sourced_text.hpp"

namespace goalsheet {

/// 1-2 … without its number, where it is the second measure of item 1 and the number says nothing else. Any other text
/// as it is.
SourcedText without_composite_number(const SourcedText& text, int item, int measure);

}  // namespace goalsheet
