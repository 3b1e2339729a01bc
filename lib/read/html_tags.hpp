// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace goalsheet {

/// What an element is to the text of a page.
enum class HtmlTag {
    other,
    block,
    line_break,
    heading,
    item,
    list,
    ordered,
    table,
    caption,
    group,
    row,
    cell,
    image,
    ruby_text,
    ruby_bracket,
    struck,
    raised,
    lowered,
    title,
    rule,
    form_value,
    choice,     ///< select
    options,    ///< datalist: offered, not shown
    preserved,  ///< pre, textarea: lines as written
    data,
    formula,  ///< parts of MathML
    inert,    ///< template, noscript, iframe: browsers that run scripts show nothing of it
};

HtmlTag html_tag_of(std::string_view name);

/// Spans as browsers clamp them: 1 to 1,000; 0 (to the end of the group) to 65,534.
std::uint32_t colspan_of(pugi::xml_node cell);
std::uint32_t rowspan_of(pugi::xml_node cell);

/// "U+0009 U+0020" as the characters; empty when it is anything else.
std::string read_code_points(std::string_view names);

}  // namespace goalsheet
