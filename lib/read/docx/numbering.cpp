// SPDX-License-Identifier: MIT
#include "read/docx/numbering.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"
#include "read/docx/styles.hpp"
#include "read/numerals.hpp"
#include "read/package/xml.hpp"
#include "read/symbol_fonts.hpp"

namespace goalsheet {
DocxNumbering::DocxNumbering(pugi::xml_node numbering) {
    for (const pugi::xml_node node : numbering)
        if (is_element(node, "abstractNum")) add_definition(node);
    for (const pugi::xml_node node : numbering)
        if (is_element(node, "num")) add_list(node);
}

DocxNumbering::Level DocxNumbering::read_level(pugi::xml_node node) {
    Level level;
    pugi::xml_node style = child_of(node, "numFmt");
    // A number format of Word 2010 (001, 002) stands beside one for older programs.
    if (!style)
        if (const pugi::xml_node choice = child_of(node, "AlternateContent"))
            style = child_of(child_of(choice, "Fallback"), "numFmt");
    level.style = style ? std::string(docx_attribute(style, "val")) : "decimal";
    level.text = cut_marker(std::string(docx_value(node, "lvlText")));
    level.font = read_run_look(child_of(node, "rPr")).font.value_or("");
    level.start = number_of(docx_value(node, "start")).value_or(0);
    level.restart_after = number_of(docx_value(node, "lvlRestart"));
    level.tight = docx_value(node, "suff") == "nothing";
    level.decimal = docx_switch(node, "isLgl").value_or(false);
    return level;
}

void DocxNumbering::add_definition(pugi::xml_node node) {
    const std::string id(docx_attribute(node, "abstractNumId"));
    Definition& definition = definitions_[id];
    definition.style_link = docx_value(node, "styleLink");
    definition.style_to_follow = docx_value(node, "numStyleLink");
    if (!definition.style_link.empty()) by_style_.emplace(definition.style_link, id);
    for (const pugi::xml_node child : node) {
        const auto number = number_of(docx_attribute(child, "ilvl"));
        if (is_element(child, "lvl") && number && *number < kLevels) definition.levels[*number] = read_level(child);
    }
}

void DocxNumbering::add_list(pugi::xml_node node) {
    const auto id = number_of(docx_attribute(node, "numId"));
    if (!id) return;
    List& list = lists_[*id];
    list.definition = docx_value(node, "abstractNumId");
    for (const pugi::xml_node child : node) {
        const auto level = number_of(docx_attribute(child, "ilvl"));
        if (!is_element(child, "lvlOverride") || !level || *level >= kLevels) continue;
        list.starts[*level] = number_of(docx_value(child, "startOverride"));
        if (const pugi::xml_node own = child_of(child, "lvl")) list.levels[*level] = read_level(own);
    }
}

DocxNumbering::Definition* DocxNumbering::definition_of(const List& list) {
    auto found = definitions_.find(list.definition);
    if (found != definitions_.end() && !found->second.style_to_follow.empty())
        if (const auto style = by_style_.find(found->second.style_to_follow); style != by_style_.end())
            found = definitions_.find(style->second);
    return found == definitions_.end() ? nullptr : &found->second;
}

const DocxNumbering::Level& DocxNumbering::level_of(const Definition& definition, const List& list,
                                                    std::uint32_t level) {
    const auto own = list.levels.find(level);
    return own == list.levels.end() ? definition.levels[level] : own->second;
}

// Lists of one definition count on together, unless one says where it starts. An item starts the levels below it again.
void DocxNumbering::count(Definition& definition, List& list, std::uint32_t level) {
    auto& counts = definition.counts;
    const bool starts = list.starts[level] && !list.started[level];
    if (starts)
        counts[level] = *list.starts[level];
    else
        counts[level] = counts[level] ? *counts[level] + 1 : level_of(definition, list, level).start;
    list.started[level] = true;
    for (std::uint32_t below = level + 1; below < kLevels; ++below) {
        const auto restart = level_of(definition, list, below).restart_after;
        if (!restart || (*restart != 0 && level < *restart)) counts[below].reset();
    }
}

std::string DocxNumbering::number_text(const Definition& definition, const List& list, std::uint32_t level) {
    const Level& own = level_of(definition, list, level);
    if (own.style == "bullet") return symbols_as_text(own.font, own.text);
    std::string out;
    for (std::size_t at = 0; at < own.text.size() && out.size() < limit::kMarkerBytes; ++at) {
        const char next = at + 1 < own.text.size() ? own.text[at + 1] : '\0';
        if (own.text[at] != '%' || next < '1' || next > '9') {
            out.push_back(own.text[at]);
            continue;
        }
        ++at;
        const auto other = static_cast<std::uint32_t>(next - '1');
        const Level& counted = level_of(definition, list, other);
        const std::uint32_t number = definition.counts[other].value_or(counted.start);
        out += show_numeral(own.decimal && counted.style != "none" ? "decimal" : counted.style, number);
    }
    return out;
}

std::optional<ListPlace> DocxNumbering::next(std::uint32_t list, std::uint32_t level) {
    const auto found = lists_.find(list);
    if (found == lists_.end() || level >= kLevels) return std::nullopt;
    Definition* definition = definition_of(found->second);
    if (!definition) return std::nullopt;
    count(*definition, found->second, level);
    std::string text = cut_marker(number_text(*definition, found->second, level));
    if (trim(text).empty()) return std::nullopt;
    return ListPlace{level, list_marker_text(std::move(text), level_of(*definition, found->second, level).tight)};
}

}  // namespace goalsheet
