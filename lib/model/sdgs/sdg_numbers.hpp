// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace goalsheet {

/// A number of a goal in a text, with what belongs to it.
struct SdgNumber {
    enum class Kind {
        goal,
        range,   ///< 1～3: the goals from `number` to `last`
        target,  ///< 8.9, 11.b: a target of the goal
        unsure,  ///< 3-8: a range, or target 3.8
    };
    enum class Mark { none, before, behind, both };  ///< ○1, 1○

    std::size_t begin;
    std::size_t end;
    int number;
    int last;
    Kind kind = Kind::goal;
    bool circled = false;
    Mark mark = Mark::none;
};

/// Runs of up to three digits and circled numbers, in reading order; the goals' names hold none. K12, 2030年 and
/// 17の目標 are none.
std::vector<SdgNumber> find_sdg_numbers(std::string_view text);

/// ○ ● ◎ ✓: what marks one of a list, or stands in front of each of its entries.
bool is_sdg_mark(char32_t c);

}  // namespace goalsheet
