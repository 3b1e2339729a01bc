// SPDX-License-Identifier: MIT
#include "read/html_parts.hpp"

#include <cctype>
#include <cstdlib>
#include <cstring>
#include <set>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"
#include "read/cell_text.hpp"
#include "read/list_marker.hpp"
#include "text/raised_text.hpp"

namespace goalsheet {
namespace {

using Tag = HtmlTag;

}  // namespace

bool may_follow_table(pugi::xml_node node, HtmlTag tag) {
    if (std::strcmp(node.name(), "a") == 0) return false;
    if (tag == Tag::other || tag == Tag::line_break || tag == Tag::image || tag == Tag::struck) return true;
    if (tag != Tag::block && tag != Tag::list && tag != Tag::ordered) return false;
    for (const char* furniture : {"nav", "footer", "header", "aside", "address", "form"})
        if (std::strcmp(node.name(), furniture) == 0) return false;
    return !node.select_node(".//a") && !node.select_node(".//table");
}

bool holds_nothing_else(pugi::xml_node block) {
    int elements = 0;
    for (const pugi::xml_node child : block) {
        if (child.type() == pugi::node_pcdata && !trim(child.value()).empty()) return false;
        elements += child.type() == pugi::node_element ? 1 : 0;
    }
    return elements == 1;
}

int count_items(pugi::xml_node list) {
    int items = 0;
    for (const pugi::xml_node child : list) items += std::strcmp(child.name(), "li") == 0 ? 1 : 0;
    return items;
}

std::string first_text(pugi::xml_node node) {
    for (pugi::xml_node child = node.first_child(); child; child = child.first_child()) {
        while (child && child.type() == pugi::node_pcdata && trim(child.value()).empty()) child = child.next_sibling();
        if (!child) return {};
        if (child.type() == pugi::node_pcdata) return child.value();
    }
    return {};
}

bool has_own_words(pugi::xml_node item) {
    for (const pugi::xml_node child : item) {
        const Tag tag = child.type() == pugi::node_element ? html_tag_of(child.name()) : Tag::other;
        if (tag == Tag::list || tag == Tag::ordered) continue;
        if (child.type() == pugi::node_pcdata ? !trim(child.value()).empty() : !first_text(child).empty()) return true;
    }
    return false;
}

bool shows_several(pugi::xml_node select) {
    return select.attribute("multiple") || select.attribute("size").as_int(1) > 1;
}

std::vector<pugi::xml_node> shown_options(pugi::xml_node select) {
    std::vector<pugi::xml_node> chosen;
    pugi::xml_node first;
    for (const pugi::xpath_node& found : select.select_nodes(".//option")) {
        const pugi::xml_node option = found.node();
        if (!first && !option.attribute("disabled")) first = option;
        if (option.attribute("selected")) chosen.push_back(option);
    }
    if (shows_several(select)) return chosen;
    if (!chosen.empty()) return {chosen.back()};
    return first ? std::vector<pugi::xml_node>{first} : chosen;
}

int heading_level(pugi::xml_node node) {
    constexpr int kLowest = 6;
    const char* const name = node.name();
    return name[0] == 'h' ? name[1] - '0' : kLowest;
}

bool is_in_drawing(pugi::xml_node node) {
    for (std::size_t levels = 0; node && levels < limit::kHtmlDepth; node = node.parent(), ++levels)
        if (std::strcmp(node.name(), "svg") == 0) return true;
    return false;
}

std::string label_of_drawing(pugi::xml_node node) {
    const bool drawn = std::strcmp(node.name(), "svg") == 0;
    if (!drawn && std::strcmp(node.attribute("role").value(), "img") != 0) return {};
    const std::string_view label = trim(node.attribute("aria-label").value());
    return std::string(label.empty() && drawn ? trim(node.child("title").text().get()) : label);
}

std::optional<std::string> list_style(pugi::xml_node node, const PageStyles& styles) {
    const auto& styled = styles.of(node).list_style;
    return styled ? styled : list_style_of_type(node.attribute("type").value());
}

std::string next_marker(HtmlOpenList& list, pugi::xml_node item, const PageStyles& styles) {
    const int number = item.attribute("value").as_int(list.next);
    list.next = number + list.step;
    return list_marker(list_style(item, styles).value_or(list.style), number);
}

bool has_elements(pugi::xml_node node) {
    return static_cast<bool>(node.find_child([](pugi::xml_node child) { return child.type() == pugi::node_element; }));
}

int height_of(const TextStyle& style, pugi::xml_node node) {
    constexpr int kKeyword = 2;
    const int raised = style.raised.value_or(0);
    if (std::abs(raised) == kKeyword) return raised / kKeyword;
    const bool shifted = style.position == TextStyle::Position::relative && style.shifted;
    const int height = raised != 0 ? raised : shifted ? *style.shifted : 0;
    return height != 0 && !has_elements(node) && is_short_note(node.text().get()) ? height : 0;
}

void take_hints(Cell& cell, const std::vector<std::string>& hints) {
    if (hints.empty()) return;
    const std::string shown = fold(cell.text.text);
    std::set<std::string> seen;
    for (const std::string& hint : hints) {
        const std::string folded = fold(hint);
        if (shown.find(folded) != std::string::npos || !seen.insert(folded).second) continue;
        CellText words;
        words.add(hint, {}, 0);
        cell.hidden.push_back(words.take());
    }
}

std::string in_lower_case(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

}  // namespace goalsheet
