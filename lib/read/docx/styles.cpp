// SPDX-License-Identifier: MIT
#include "read/docx/styles.hpp"

#include <algorithm>
#include <vector>

#include "goalsheet/text.hpp"
#include "read/package/xml.hpp"

namespace goalsheet {
namespace {

// A style that is based on so many others was not made by hand, or leads back to itself.
constexpr std::size_t kLongestChain = 20;
constexpr std::uint32_t kNoOutline = 9;

// heading 1, 見出し 1, Title, 表題: styles that others than Word write without an outline level.
std::optional<std::uint32_t> outline_of_name(std::string_view name) {
    const std::string folded = fold(name);
    if (folded == "title" || folded == "表題") return 0;
    for (const std::string_view begin : {"heading", "見出し"}) {
        if (!folded.starts_with(begin)) continue;
        const auto level = number_of(std::string_view(folded).substr(begin.size()));
        if (level && *level >= 1 && *level <= kNoOutline) return *level - 1;
    }
    return std::nullopt;
}

// In half points. Less than two points set a line straight, no note above it.
std::optional<TextLook::Height> height_of_position(std::string_view half_points) {
    constexpr std::uint32_t kLeast = 4;
    const bool below = half_points.starts_with('-');
    if (below) half_points.remove_prefix(1);
    const auto distance = number_of(half_points);
    if (!distance || *distance < kLeast) return std::nullopt;
    return below ? TextLook::Height::lowered : TextLook::Height::raised;
}

template <class T>
void lay(std::optional<T>& lower, const std::optional<T>& upper) {
    if (upper) lower = upper;
}

}  // namespace

std::string_view docx_attribute(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
        const std::string_view full = attribute.name();
        if (full.substr(full.find(':') + 1) == name) return attribute.value();
    }
    return {};
}

std::string_view docx_value(pugi::xml_node parent, std::string_view child) {
    return docx_attribute(child_of(parent, child), "val");
}

std::optional<bool> docx_switch(pugi::xml_node properties, std::string_view name) {
    const pugi::xml_node node = child_of(properties, name);
    if (!node) return std::nullopt;
    const std::string_view value = docx_attribute(node, "val");
    return value != "0" && value != "false" && value != "off" && value != "none";
}

PartialLook read_run_look(pugi::xml_node properties) {
    PartialLook look;
    look.struck = docx_switch(properties, "strike");
    if (const auto twice = docx_switch(properties, "dstrike")) look.struck = look.struck.value_or(false) || *twice;
    look.hidden = docx_switch(properties, "vanish");
    if (const pugi::xml_node align = child_of(properties, "vertAlign")) {
        const std::string_view value = docx_attribute(align, "val");
        look.height = value == "superscript" ? TextLook::Height::raised
                      : value == "subscript" ? TextLook::Height::lowered
                                             : TextLook::Height::normal;
    }
    if (!look.height || *look.height == TextLook::Height::normal) {
        if (const auto height = height_of_position(docx_value(properties, "position"))) look.height = height;
    }
    const pugi::xml_node fonts = child_of(properties, "rFonts");
    std::string_view font = docx_attribute(fonts, "ascii");
    if (font.empty()) font = docx_attribute(fonts, "hAnsi");
    if (!font.empty()) look.font = font;
    return look;
}

DocxParagraphLook DocxParagraphLook::read(pugi::xml_node properties) {
    DocxParagraphLook look;
    look.outline = number_of(docx_value(properties, "outlineLvl"));
    if (const pugi::xml_node list = child_of(properties, "numPr")) {
        look.list = number_of(docx_value(list, "numId"));
        look.list_level = number_of(docx_value(list, "ilvl"));
    }
    return look;
}

void DocxParagraphLook::lay_over(const DocxParagraphLook& upper) {
    lay(outline, upper.outline);
    lay(list, upper.list);
    lay(list_level, upper.list_level);
    run.lay_over(upper.run);
}

std::uint32_t DocxParagraphLook::heading() const {
    constexpr std::uint32_t kLastHeading = 6;
    const std::uint32_t level = outline.value_or(kNoOutline);
    return level >= kNoOutline ? 0 : std::min(level + 1, kLastHeading);
}

DocxStyles::DocxStyles(pugi::xml_node styles) {
    const pugi::xml_node run = child_of(child_of(styles, "docDefaults"), "rPrDefault");
    defaults_.run = read_run_look(child_of(run, "rPr"));
    for (const pugi::xml_node style : styles)
        if (is_element(style, "style")) add_style(style);
    for (const auto& [id, style] : written_) resolved_.emplace(id, resolve(id));
}

void DocxStyles::add_style(pugi::xml_node style) {
    Style one;
    one.based_on = docx_value(style, "basedOn");
    one.own = DocxParagraphLook::read(child_of(style, "pPr"));
    one.own.run = read_run_look(child_of(style, "rPr"));
    if (!one.own.outline) one.own.outline = outline_of_name(docx_value(style, "name"));
    const std::string id(docx_attribute(style, "styleId"));
    const std::string_view is_default = docx_attribute(style, "default");
    if (docx_attribute(style, "type") == "paragraph" && (is_default == "1" || is_default == "true"))
        default_paragraph_ = id;
    written_.emplace(id, std::move(one));
}

DocxParagraphLook DocxStyles::resolve(const std::string& id) const {
    std::vector<const Style*> chain;
    for (auto style = written_.find(id); style != written_.end() && chain.size() < kLongestChain;
         style = written_.find(style->second.based_on))
        chain.push_back(&style->second);
    DocxParagraphLook look;
    for (auto style = chain.rbegin(); style != chain.rend(); ++style) look.lay_over((*style)->own);
    return look;
}

const DocxParagraphLook& DocxStyles::paragraph(const std::string& id) const {
    auto found = resolved_.find(id);
    if (found == resolved_.end()) found = resolved_.find(default_paragraph_);
    return found == resolved_.end() ? defaults_ : found->second;
}

const PartialLook& DocxStyles::run(const std::string& id) const {
    static const PartialLook kPlain;
    const auto found = resolved_.find(id);
    return found == resolved_.end() ? kPlain : found->second.run;
}

}  // namespace goalsheet
