// SPDX-License-Identifier: MIT
#include "read/opendocument/styles.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "goalsheet/text.hpp"
#include "read/numerals.hpp"
#include "read/package/xml.hpp"
#include "read/symbol_fonts.hpp"

namespace goalsheet {
namespace {

constexpr int kLongestChain = 20;
constexpr std::uint32_t kHeadings = 6;

// super 58%, -33% 58%
TextLook::Height height_of(std::string_view position) {
    position = trim(position);
    const std::string_view first = position.substr(0, position.find(' '));
    if (first == "sub" || first.starts_with("-")) return TextLook::Height::lowered;
    const bool raised = first == "super" || (first.find_first_of("123456789") != std::string_view::npos);
    return raised ? TextLook::Height::raised : TextLook::Height::normal;
}

PartialLook read_look(pugi::xml_node text) {
    PartialLook look;
    const std::string_view style = odf_attribute(text, "text-line-through-style");
    const std::string_view type = odf_attribute(text, "text-line-through-type");
    if (!style.empty() || !type.empty()) look.struck = style != "none" && type != "none";
    if (const std::string_view display = odf_attribute(text, "display"); !display.empty())
        look.hidden = display == "none";
    if (const std::string_view position = odf_attribute(text, "text-position"); !position.empty())
        look.height = height_of(position);
    std::string_view font = odf_attribute(text, "font-name");
    if (font.empty()) font = odf_attribute(text, "font-family");
    if (!font.empty()) look.font = font;
    return look;
}

// Heading 1, Heading_20_1, 見出し 1
std::uint32_t heading_of_name(std::string_view name) {
    std::string words(name);
    if (const std::size_t space = words.find("_20_"); space != std::string::npos) words.replace(space, 4, " ");
    const std::string folded = fold(words);
    if (folded == "title" || folded == "表題") return 1;
    for (const std::string_view begin : {"heading", "見出し"}) {
        if (!folded.starts_with(begin)) continue;
        const auto level = number_of(std::string_view(folded).substr(begin.size()));
        if (level && *level >= 1) return std::min(*level, kHeadings);
    }
    return 0;
}

OdfListLevel read_level(pugi::xml_node node) {
    OdfListLevel level;
    level.numerals = numeral_style_of_odf(odf_attribute(node, "num-format"));
    level.prefix = cut_marker(std::string(odf_attribute(node, "num-prefix")));
    level.suffix = cut_marker(std::string(odf_attribute(node, "num-suffix")));
    level.shown = odf_number(node, "display-levels", 1);
    level.start = odf_number(node, "start-value", 1);
    const std::string_view behind = odf_attribute(
        child_of(child_of(node, "list-level-properties"), "list-level-label-alignment"), "label-followed-by");
    level.tight = behind == "nothing";
    if (is_element(node, "list-level-style-bullet")) {
        const PartialLook look = read_look(child_of(node, "text-properties"));
        level.bullet = symbols_as_text(look.font.value_or(""), odf_attribute(node, "bullet-char"));
    }
    return level;
}

void read_levels(pugi::xml_node node, OdfListStyle& list) {
    for (const pugi::xml_node child : node) {
        const std::uint32_t level = odf_number(child, "level", 0);
        if (level >= 1 && level <= kOdfListLevels) list[level - 1] = read_level(child);
    }
}

}  // namespace

std::string_view odf_attribute(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
        const std::string_view full = attribute.name();
        if (full.substr(full.find(':') + 1) == name) return attribute.value();
    }
    return {};
}

std::uint32_t odf_number(pugi::xml_node node, std::string_view name, std::uint32_t otherwise) {
    return number_of(odf_attribute(node, name)).value_or(otherwise);
}

std::string OdfStyles::key(std::string_view family, std::string_view name) {
    return fmt::format("{}/{}", family, name);
}

void OdfStyles::add(pugi::xml_node styles) {
    for (const pugi::xml_node node : styles) {
        if (is_element(node, "style")) add_style(node);
        if (is_element(node, "list-style")) read_levels(node, lists_[std::string(odf_attribute(node, "name"))]);
        if (is_element(node, "outline-style")) read_levels(node, outline_);
    }
}

void OdfStyles::add_style(pugi::xml_node node) {
    Style style;
    style.parent = odf_attribute(node, "parent-style-name");
    style.look = read_look(child_of(node, "text-properties"));
    style.list = odf_attribute(node, "list-style-name");
    const std::string_view name = odf_attribute(node, "name");
    style.heading = std::min(odf_number(node, "default-outline-level", 0), kHeadings);
    if (style.heading == 0) style.heading = heading_of_name(name);
    style.hidden_table = odf_attribute(child_of(node, "table-properties"), "display") == "false";
    styles_.insert_or_assign(key(odf_attribute(node, "family"), name), std::move(style));
}

PartialLook OdfStyles::look(std::string_view family, std::string_view name) const {
    if (name.empty()) return {};
    const auto known = looks_.find(key(family, name));
    if (known != looks_.end()) return known->second;
    std::array<const Style*, kLongestChain> chain{};
    std::size_t count = 0;
    for (auto style = styles_.find(key(family, name)); style != styles_.end() && count < chain.size();
         style = styles_.find(key(family, style->second.parent)))
        chain[count++] = &style->second;
    PartialLook look;
    while (count > 0) look.lay_over(chain[--count]->look);
    looks_.emplace(key(family, name), look);
    return look;
}

std::uint32_t OdfStyles::heading(std::string_view name) const {
    std::string at(name);
    for (int i = 0; i < kLongestChain; ++i) {
        const auto style = styles_.find(key("paragraph", at));
        if (style == styles_.end()) return heading_of_name(at);
        if (style->second.heading != 0) return style->second.heading;
        at = style->second.parent;
    }
    return 0;
}

std::string OdfStyles::list_of_paragraph(std::string_view name) const {
    auto style = styles_.find(key("paragraph", name));
    for (int i = 0; i < kLongestChain && style != styles_.end(); ++i) {
        if (!style->second.list.empty()) return style->second.list;
        style = styles_.find(key("paragraph", style->second.parent));
    }
    return {};
}

const OdfListStyle* OdfStyles::list(std::string_view name) const {
    const auto found = lists_.find(name);
    return found == lists_.end() ? nullptr : &found->second;
}

bool OdfStyles::hides_table(std::string_view name) const {
    const auto style = styles_.find(key("table", name));
    return style != styles_.end() && style->second.hidden_table;
}

}  // namespace goalsheet
