// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/quantity.hpp"

namespace goalsheet {

/// Whether more or less is better. Up unless the text says otherwise (以下, 以内, 減, 0件, a falling transition).
/// Unknown: its words disagree.
enum class Direction { up, down, unknown };
std::string_view direction_name(Direction direction);  ///< up, down, unknown

/// 前年度比5%減, 10件増: the figure is a difference, and only a difference of the same way can answer it.
enum class Change { none, rise, fall };

/// What a target text promises, once (numbers.md §2). Offsets are bytes of the target text.
struct Indicator {
    std::string label;  ///< the noun the figure belongs to, without bullets, colons and the unit; may be empty
    std::string deed;   ///< the words fastened behind the figure: 開催, 年度内完了, or empty
    Quantity target;    ///< of a range, the lower bound is what must be reached
    std::optional<Quantity> baseline;              ///< 51%→53%, （過去5年平均 71件）
    Comparator comparator = Comparator::at_least;  ///< never none
    Direction direction = Direction::up;
    Change change = Change::none;
    bool average = false;             ///< 平均 20分以内: a mean answers it
    bool multiplied = false;          ///< the 3回 of 8地区×3回: answered only by a figure written likewise
    std::vector<std::string> places;  ///< names listed beside the figure: 3箇所（山手、川端、南原）
};

/// At most this many indicators of one target text are read: the fullest real one has six.
inline constexpr std::size_t kMaxIndicators = 64;

/// The indicators of one measure's target, in reading order. Deadlines, asides and figures that only qualify are not
/// among them. `fiscal_year` (April to March; 0: unknown) tells past years' figures from this year's.
std::vector<Indicator> find_indicators(std::string_view target, int fiscal_year = 0);

}  // namespace goalsheet
