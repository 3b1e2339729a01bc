// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "goalsheet/result.hpp"
#include "read/css/page_styles.hpp"

namespace goalsheet {

/// Where a node stood: bytes [source, source + length) of the parsed text. For img it is the alt attribute's value.
struct NodePlace {
    std::uint32_t source = 0;
    std::uint32_t length = 0;
};

/// An HTML document as a pugixml tree. Elements have lower-case names and only the attributes that tables need.
/// Scripts and style sheets are not in it, nor are comments; template, noscript and iframe are.
struct HtmlTree {
    pugi::xml_document document;
    std::unordered_map<const void*, NodePlace> places;  ///< by pugi's internal_object()
    PageStyles styles;
    bool table_left_open = false;  ///< the text ended inside a table
    bool depth_cut = false;        ///< elements deeper than limit::kHtmlDepth were flattened

    NodePlace place(pugi::xml_node node) const {
        const auto found = places.find(node.internal_object());
        return found == places.end() ? NodePlace{} : found->second;
    }
};

/// Parses valid UTF-8 by the HTML standard's rules (gumbo; the one place that sees it). A fault when memory or time run
/// out.
Result<bool> parse_html(std::string_view text, const std::string& path, HtmlTree& tree);

}  // namespace goalsheet
