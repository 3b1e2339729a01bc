// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/table.hpp"
#include "read/css/page_styles.hpp"
#include "read/css/text_style.hpp"
#include "read/html_open_parts.hpp"
#include "read/html_tags.hpp"

namespace goalsheet {

/// Text may belong to the table before it, also in paragraphs and lists; links (back to the top, contact) and what
/// holds another table are the page's.
bool may_follow_table(pugi::xml_node node, HtmlTag tag);
/// One element and no words beside it: a block that scrolls or frames what it holds.
bool holds_nothing_else(pugi::xml_node block);

int count_items(pugi::xml_node list);
/// The first text in an element, however deep.
std::string first_text(pugi::xml_node node);
/// Besides those of the lists in it.
bool has_own_words(pugi::xml_node item);

/// The options that a select shows: the chosen one, else the first that can be chosen; of a list of several, what is
/// marked.
std::vector<pugi::xml_node> shown_options(pugi::xml_node select);
/// A select that shows several options at once.
bool shows_several(pugi::xml_node select);

/// 1 to 6 of h1 to h6; the title of what opens and closes, or of a group of fields, is the lowest.
int heading_level(pugi::xml_node node);

bool has_elements(pugi::xml_node node);
/// The list-style-type of a list or an entry, as a style sheet has it, else its type attribute.
std::optional<std::string> list_style(pugi::xml_node node, const PageStyles& styles);
/// What stands in front of the next entry of a list.
std::string next_marker(HtmlOpenList& list, pugi::xml_node item, const PageStyles& styles);
/// It is an inline drawing (svg) or lies in one: a title there is not the page's.
bool is_in_drawing(pugi::xml_node node);
/// The words of an inline drawing (its title or label), or of an element that is shown as an image (role="img").
std::string label_of_drawing(pugi::xml_node node);
/// 1 above the line, -1 below, 0 on it. A length moves icons and whole lines as well; short words it sets as a note.
int height_of(const TextStyle& style, pugi::xml_node node);

/// Words that only a pointer brings up, each once, where the cell's text does not say them anyway: hidden texts.
void take_hints(Cell& cell, const std::vector<std::string>& hints);

std::string in_lower_case(std::string text);

}  // namespace goalsheet
