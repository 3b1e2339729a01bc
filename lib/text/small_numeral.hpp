// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace goalsheet {

/// A number up to 999 as headings and names carry it: 3, ３, 三, 十二, 二十.
struct SmallNumeral {
    int value = 0;
    bool kanji = false;
    std::size_t end = 0;  ///< behind it
};

std::optional<SmallNumeral> read_small_numeral(std::string_view text, std::size_t at);

}  // namespace goalsheet
