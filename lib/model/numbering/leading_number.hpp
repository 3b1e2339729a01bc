// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace goalsheet {

/// ① 1 １． No.1 第1 取組1 (1) at the start of a text: the number, the bytes it took, and whether nothing else stands
/// there. A bare number above `most_alone` is a figure.
struct LeadingNumber {
    enum class Kind { circled, bracketed, half_bracket, plain, letter };

    int number = 0;
    std::size_t length = 0;
    Kind kind = Kind::plain;
    bool composite = false;  ///< 1-2, ①-1, (ア), ii: where it stands in the order, not which number it has

    bool bracketed() const { return kind == Kind::bracketed; }
};
inline constexpr int kMostItems = 999;  ///< as a column of numbers counts them
std::optional<LeadingNumber> leading_number(std::string_view text, int most_alone = 99);

/// Marks that head a title (○ ● ◎ 〇 ■ …) with the spaces behind them.
std::size_t heading_mark_length(std::string_view text);

}  // namespace goalsheet
