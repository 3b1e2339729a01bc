// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace goalsheet::dates {

/// A number as dates are written in kanji.
struct KanjiNumber {
    int value = 0;
    std::size_t end = 0;  ///< behind its last byte
};

/// 七, 十二, 三十, 三一, 二〇二五 at `at`: up to 99 with 十, up to four digits without. Nothing where none begins.
std::optional<KanjiNumber> read_kanji_number(std::string_view text, std::size_t at);

}  // namespace goalsheet::dates
