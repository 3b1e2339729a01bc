// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace goalsheet {

/// What CSS declarations say of a text's looks, as far as that says something about its words. A lower layer shows
/// where an upper one says nothing.
struct TextStyle {
    enum class Position { in_flow, relative, absolute };

    std::optional<bool> gone;         ///< display: none, mso-hide
    std::optional<bool> invisible;    ///< visibility
    std::optional<bool> clipped;      ///< clip: rect(0 0 0 0), for screen readers alone
    std::optional<bool> unseen;       ///< opacity: 0, font-size: 0
    std::optional<bool> offscreen;    ///< left: -9999px
    std::optional<bool> struck;       ///< text-decoration: line-through
    std::optional<bool> keeps_lines;  ///< white-space: pre and its like
    std::optional<int> raised;        ///< 2 super, 1 by a length above the line, 0 on it, -1 and -2 below
    std::optional<int> shifted;       ///< top, bottom: likewise, where the position is relative
    std::optional<Position> position;
    std::optional<std::string> font;
    std::optional<std::string> list_style;  ///< list-style-type: a name, or a text in quotes

    void lay_over(const TextStyle& upper);
    bool says_anything() const;

    bool is_hidden() const {
        return gone.value_or(false) || invisible.value_or(false) ||
               ((clipped.value_or(false) || offscreen.value_or(false)) && position == Position::absolute);
    }
};

/// Declarations by their weight (CSS Cascade 4 §6.1).
struct WeightedStyle {
    TextStyle normal;
    TextStyle important;
};

/// Reads a list of declarations: color: red; display: none !important.
WeightedStyle read_declarations(std::string_view css);

/// Past a string in quotes, a bracket with its inside, a comment or one character that begins at `at`.
std::size_t skip_css_token(std::string_view css, std::size_t at);

}  // namespace goalsheet
