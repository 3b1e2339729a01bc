// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace goalsheet {

/// 第3編 産業…, 第2章 …, 第1節 …: a heading of a plan as a sheet quotes it.
struct PlanHeading {
    enum Level { part, chapter, section };  ///< 編, 章, 節

    Level level;
    int number = 0;
    std::string name;
    std::size_t begin = 0;  ///< bytes of the text: number and name
    std::size_t end = 0;
};

/// All headings in a text, in reading order; 第三編 and 第３編 count as 第3編.
std::vector<PlanHeading> find_plan_headings(std::string_view text);

std::string_view level_sign(PlanHeading::Level level);

}  // namespace goalsheet
