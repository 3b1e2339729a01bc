// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>
#include <string>

namespace goalsheet {

/// The words of a chart's or SmartArt's part: its paragraphs, and the names of series that a chart took from cells, a
/// line each.
std::string words_of_drawing(pugi::xml_node root);

}  // namespace goalsheet
