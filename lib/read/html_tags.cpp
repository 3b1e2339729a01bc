// SPDX-License-Identifier: MIT
#include "read/html_tags.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstring>
#include <optional>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

using Tag = HtmlTag;

// Names sorted, for a binary search: this runs for every element of every page.
struct TagName {
    std::string_view name;
    Tag tag;
};
constexpr std::array<TagName, 66> kTags = {{
    {"address", Tag::block},      {"article", Tag::block},    {"aside", Tag::block},      {"audio", Tag::inert},
    {"blockquote", Tag::block},   {"br", Tag::line_break},    {"canvas", Tag::inert},     {"caption", Tag::caption},
    {"center", Tag::block},       {"data", Tag::data},        {"datalist", Tag::options}, {"dd", Tag::block},
    {"del", Tag::struck},         {"details", Tag::block},    {"dir", Tag::list},         {"div", Tag::block},
    {"dl", Tag::block},           {"dt", Tag::block},         {"fieldset", Tag::block},   {"figcaption", Tag::block},
    {"figure", Tag::block},       {"footer", Tag::block},     {"form", Tag::block},       {"h1", Tag::heading},
    {"h2", Tag::heading},         {"h3", Tag::heading},       {"h4", Tag::heading},       {"h5", Tag::heading},
    {"h6", Tag::heading},         {"header", Tag::block},     {"hr", Tag::rule},          {"iframe", Tag::inert},
    {"img", Tag::image},          {"input", Tag::form_value}, {"legend", Tag::heading},   {"li", Tag::item},
    {"main", Tag::block},         {"menu", Tag::list},        {"meter", Tag::inert},      {"nav", Tag::block},
    {"noscript", Tag::inert},     {"ol", Tag::ordered},       {"option", Tag::block},     {"p", Tag::block},
    {"pre", Tag::preserved},      {"progress", Tag::inert},   {"rp", Tag::ruby_bracket},  {"rt", Tag::ruby_text},
    {"running", Tag::block},      {"s", Tag::struck},         {"section", Tag::block},    {"select", Tag::choice},
    {"strike", Tag::struck},      {"sub", Tag::lowered},      {"summary", Tag::heading},  {"sup", Tag::raised},
    {"table", Tag::table},        {"tbody", Tag::group},      {"td", Tag::cell},          {"template", Tag::inert},
    {"textarea", Tag::preserved}, {"tfoot", Tag::group},      {"th", Tag::cell},          {"thead", Tag::group},
    {"title", Tag::title},        {"video", Tag::inert},
}};
static_assert(std::is_sorted(kTags.begin(), kTags.end(),
                             [](const TagName& a, const TagName& b) { return a.name < b.name; }));

// HTML §2.3.4.2, rules for parsing non-negative integers as browsers apply them to spans: "2x" is 2, " 3" is 3, "-3"
// and "abc" are no number.
std::optional<std::uint32_t> parse_span(const char* text) {
    while (*text == ' ' || (*text >= '\t' && *text <= '\r')) ++text;
    if (*text == '+') ++text;
    if (!std::isdigit(static_cast<unsigned char>(*text))) return std::nullopt;
    std::uint32_t value = 0;
    while (std::isdigit(static_cast<unsigned char>(*text)) && value < 1'000'000)
        value = value * 10 + static_cast<std::uint32_t>(*text++ - '0');
    return value;
}

bool is_formula_part(std::string_view name) {
    constexpr std::array<std::string_view, 7> kParts = {"annotation", "annotation-xml", "mfrac", "mphantom",
                                                        "msub",       "msubsup",        "msup"};
    const bool may_be = name.starts_with('m') || name.starts_with('a');
    return may_be && std::find(kParts.begin(), kParts.end(), name) != kParts.end();
}

}  // namespace

HtmlTag html_tag_of(std::string_view name) {
    const auto found = std::lower_bound(kTags.begin(), kTags.end(), name,
                                        [](const TagName& entry, std::string_view n) { return entry.name < n; });
    if (found != kTags.end() && found->name == name) return found->tag;
    if (name == "tr") return Tag::row;
    if (name == "ul") return Tag::list;
    if (is_formula_part(name)) return Tag::formula;
    return Tag::other;
}

std::uint32_t colspan_of(pugi::xml_node cell) {
    const std::uint32_t span = parse_span(cell.attribute("colspan").value()).value_or(1);
    return span == 0 ? 1 : std::min(span, limit::kColspan);
}

std::uint32_t rowspan_of(pugi::xml_node cell) {
    const pugi::xml_attribute attribute = cell.attribute("rowspan");
    return attribute ? std::min(parse_span(attribute.value()).value_or(1), limit::kRowspan) : 1;
}

std::string read_code_points(std::string_view names) {
    std::string characters;
    while (names.starts_with("U+")) {
        unsigned value = 0;
        const char* const begin = names.data() + 2;
        const auto [end, error] = std::from_chars(begin, names.data() + names.size(), value, 16);
        if (error != std::errc() || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
        append_utf8(characters, value);
        names.remove_prefix(static_cast<std::size_t>(end - names.data()));
        if (names.empty()) return characters;
        if (!names.starts_with(" ")) return {};
        names.remove_prefix(1);
    }
    return {};
}

}  // namespace goalsheet
