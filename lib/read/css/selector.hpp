// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goalsheet {

/// What one element must be: td.x#y[hidden]:not(.z):first-child.
struct CompoundSelector {
    std::string tag;  ///< empty: any
    std::string id;
    std::vector<std::string> classes;
    std::vector<std::pair<std::string, std::optional<std::string>>> attributes;
    std::vector<CompoundSelector> nots;
    std::uint32_t child = 0;  ///< nth-child counted from 1; 0: any
    bool last_child = false;
    char combinator = ' ';  ///< to the one on its left: ' ' > + ~

    bool matches(pugi::xml_node node, std::size_t& steps) const;
};

/// A complex selector (Selectors 4 §4), its compounds from right to left.
struct Selector {
    std::vector<CompoundSelector> compounds;
    std::uint32_t specificity = 0;

    /// Counts what it looks at in `steps`; false when that is more than limit::kStyleSteps.
    bool matches(pugi::xml_node node, std::size_t& steps) const;
};

/// The selectors of a list that can be known from the tree; others (:hover, ::before) match nothing that is there.
std::vector<Selector> read_selectors(std::string_view list);

}  // namespace goalsheet
