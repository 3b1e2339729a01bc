// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "read/partial_look.hpp"

namespace goalsheet {

/// One level of a list style.
struct OdfListLevel {
    std::string numerals;  ///< style of the number (show_numeral); empty: none
    std::string prefix;
    std::string suffix;
    std::string bullet;       ///< as it is shown; empty where it is numbered
    std::uint32_t shown = 1;  ///< numbers of so many levels
    std::uint32_t start = 1;
    bool tight = false;  ///< nothing between the number and the text
};

inline constexpr std::size_t kOdfListLevels = 10;
using OdfListStyle = std::array<OdfListLevel, kOdfListLevels>;

/// The styles of an OpenDocument file (version 1.3, part 3, §16): those of one part and what they are based on.
class OdfStyles {
public:
    /// The common styles (office:styles), then the automatic ones of the part that uses them.
    void add(pugi::xml_node styles);

    /// How text of a style looks, with everything it is based on.
    PartialLook look(std::string_view family, std::string_view name) const;
    /// 1–6 for a paragraph style that is a heading's, else 0.
    std::uint32_t heading(std::string_view name) const;
    const OdfListStyle* list(std::string_view name) const;
    /// The numbers of headings, text:outline-style; every level without numerals where there is none.
    const OdfListStyle& outline() const { return outline_; }
    /// The list style that a paragraph style, or one that it is based on, names; empty: none.
    std::string list_of_paragraph(std::string_view name) const;
    /// A table style of one that is not shown.
    bool hides_table(std::string_view name) const;

private:
    struct Style {
        std::string parent;
        PartialLook look;
        std::string list;
        std::uint32_t heading = 0;
        bool hidden_table = false;
    };

    void add_style(pugi::xml_node node);
    static std::string key(std::string_view family, std::string_view name);

    std::map<std::string, Style> styles_;
    mutable std::map<std::string, PartialLook> looks_;  ///< those that were asked for
    std::map<std::string, OdfListStyle, std::less<>> lists_;
    OdfListStyle outline_;
};

/// An attribute by its local name (text:style-name).
std::string_view odf_attribute(pugi::xml_node node, std::string_view name);
/// An unsigned number in one, or what it is when it is not written.
std::uint32_t odf_number(pugi::xml_node node, std::string_view name, std::uint32_t otherwise);

}  // namespace goalsheet
