// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

#include "read/page_tree.hpp"

namespace goalsheet {

/// Counts the items of a document's lists (ECMA-376 part 1 §17.9) and gives their numbers as Word shows them.
class DocxNumbering {
public:
    DocxNumbering() = default;
    explicit DocxNumbering(pugi::xml_node numbering);

    /// The next item of a list (w:numId) on a level (from 0); nothing when it shows no number and no bullet.
    std::optional<ListPlace> next(std::uint32_t list, std::uint32_t level);

private:
    static constexpr std::uint32_t kLevels = 9;

    struct Level {
        std::string style;  ///< of its number: decimal, bullet …
        std::string text;   ///< (%1), with the level's number
        std::string font;   ///< of a bullet
        std::uint32_t start = 1;
        std::optional<std::uint32_t> restart_after;  ///< the level that starts it again, from 1; 0: none does
        bool tight = false;                          ///< nothing between the number and the text
        bool decimal = false;                        ///< all numbers of it
    };
    struct Definition {
        std::array<Level, kLevels> levels;
        std::string style_link;       ///< the style that it stands for
        std::string style_to_follow;  ///< the style whose definition counts in its place
        std::array<std::optional<std::uint32_t>, kLevels> counts;
    };
    struct List {
        std::string definition;
        std::array<std::optional<std::uint32_t>, kLevels> starts;
        std::map<std::uint32_t, Level> levels;  ///< in place of the definition's
        std::array<bool, kLevels> started{};
    };

    static Level read_level(pugi::xml_node node);
    void add_definition(pugi::xml_node node);
    void add_list(pugi::xml_node node);
    Definition* definition_of(const List& list);
    static void count(Definition& definition, List& list, std::uint32_t level);
    static const Level& level_of(const Definition& definition, const List& list, std::uint32_t level);
    static std::string number_text(const Definition& definition, const List& list, std::uint32_t level);

    std::map<std::string, Definition> definitions_;
    std::map<std::string, std::string> by_style_;
    std::map<std::uint32_t, List> lists_;
};

}  // namespace goalsheet
