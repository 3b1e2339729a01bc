// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/css/selector.hpp"
#include "read/css/text_style.hpp"

namespace goalsheet {

/// The style sheets of a page, and what they and an element's own style attribute make of it (CSS Cascade 4 §6). Rules
/// for print and for some screens alone are none of ours.
class PageStyles {
public:
    void add_sheet(std::string_view css);

    /// What is declared for the element itself; nothing is inherited.
    const TextStyle& of(pugi::xml_node node) const;
    /// Display, visibility and the hidden attribute. The page itself is never hidden: what scripts show later is.
    bool is_hidden(pugi::xml_node node) const;
    /// The font of an element's text, as it or the nearest element around it names one; empty: none does.
    std::string font_of(pugi::xml_node node) const;
    /// More rules and elements than a page may have: sheets were left out from some element on.
    bool is_cut() const;

private:
    struct Rule {
        Selector selector;
        std::size_t style;
    };

    void read_rules(std::string_view css, std::size_t depth);
    void add_rule(std::string_view selectors, std::string_view declarations);
    void find(const std::unordered_map<std::string, std::vector<std::size_t>>& index, const std::string& key,
              pugi::xml_node node, std::vector<const Rule*>& found) const;
    std::vector<const Rule*> rules_for(pugi::xml_node node) const;
    TextStyle cascade(pugi::xml_node node) const;

    std::vector<Rule> rules_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_id_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_class_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_tag_;  ///< "": any
    std::vector<WeightedStyle> styles_;
    bool rules_cut_ = false;
    mutable std::size_t steps_ = 0;
    mutable const void* last_node_ = nullptr;
    mutable TextStyle last_style_;
};

/// Whether a media attribute or query names every screen: empty, all, screen.
bool is_for_every_screen(std::string_view media);

}  // namespace goalsheet
