// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "goalsheet/document.hpp"

namespace goalsheet {

/// The official Japanese names of the 17 goals (外務省・国連広報センター仮訳), index 0 is goal 1.
std::string_view sdg_name(int number);

struct SdgReading {
    std::vector<SdgGoal> goals;
    std::vector<SourcedText> rest;  ///< numbers outside 1–17 with their words, and words that name no goal
};

/// 「2 飢餓をゼロに」「SDGs目標8：…」「働きがいも経済成長も」 from one cell; alt texts and plain text alike.
SdgReading read_sdgs(const SourcedText& cell);

}  // namespace goalsheet
