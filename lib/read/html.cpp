// SPDX-License-Identifier: MIT
#include "read/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <optional>
#include <utility>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"
#include "read/cell_text.hpp"
#include "read/html_open_parts.hpp"
#include "read/html_parser.hpp"
#include "read/html_parts.hpp"
#include "read/html_reader.hpp"
#include "read/html_tags.hpp"
#include "read/list_marker.hpp"
#include "read/page_tree.hpp"
#include "read/symbol_fonts.hpp"
#include "text/list_indent.hpp"
#include "text/raised_text.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kLinesBehind = 1000;  // kept of the lines behind the last table

}  // namespace

HtmlReader::HtmlReader(const HtmlTree& tree, Page& page) : tree_(tree), page_(page) {
    open_context();
    // Wingdings, Webdings: fonts are looked at on the few pages that name one.
    has_pictures_ = page.source->text().find("ngdings") != std::string_view::npos ||
                    page.source->text().find("ebdings") != std::string_view::npos;
}

void HtmlReader::read() {
    walk_children(tree_.document);
    page_.after = lines_outside(kLinesBehind);
}

void HtmlReader::open_context() {
    contexts_.emplace_back();
    text().set_struck(struck_depth_ > 0);
}

void HtmlReader::walk_children(pugi::xml_node parent) {
    const auto outside = std::exchange(following_, std::nullopt);
    for (const pugi::xml_node child : parent) walk(child);
    if (following_ && !outside && holds_nothing_else(parent)) return;
    end_following();
    following_ = outside;
}

void HtmlReader::walk(pugi::xml_node node) {
    if (node.type() == pugi::node_pcdata) {
        add_text(node);
        return;
    }
    const Tag tag = html_tag_of(node.name());
    if (following_ && !may_follow_table(node, tag)) end_following();
    if (tag == Tag::inert || tag == Tag::options)
        walk_inert(node);
    else if (tag != Tag::cell && tag != Tag::row && (tree_.styles.is_hidden(node) || is_unseen(node)))
        walk_hidden(node, tag);
    else
        walk_seen(node, tag);
}

// In the middle of a text. Whole parts of a page are so until a script shows them, and what lies in them may be
// larger again.
bool HtmlReader::is_unseen(pugi::xml_node node) const {
    return tree_.styles.of(node).unseen.value_or(false) && is_in_table() && !has_elements(node);
}

void HtmlReader::walk_seen(pugi::xml_node node, Tag tag) {
    if (tag != Tag::struck && !tree_.styles.of(node).struck.value_or(false)) return walk_shown(node, tag);
    ++struck_depth_;
    text().set_struck(true);
    walk_shown(node, tag);
    text().set_struck(--struck_depth_ > 0);
}

void HtmlReader::walk_shown(pugi::xml_node node, Tag tag) {
    switch (tag) {
        case Tag::table:
            walk_table(node);
            break;
        case Tag::group:
            walk_group(node);
            break;
        case Tag::row:
            walk_row(node);
            break;
        case Tag::cell:
            walk_stray_cell(node);
            break;
        case Tag::caption:
            walk_caption(node);
            break;
        case Tag::title:
            if (!is_in_drawing(node)) walk_title(node);
            break;
        case Tag::heading:
            walk_heading(node);
            break;
        case Tag::list:
        case Tag::ordered:
            walk_list(node, tag == Tag::ordered);
            break;
        case Tag::item:
            walk_item(node);
            break;
        case Tag::image:
            add_image(node);
            break;
        case Tag::line_break:
            text().break_line();
            break;
        case Tag::rule:
            text().end_block();
            break;
        case Tag::block:
            walk_block(node);
            break;
        case Tag::ruby_text:
            walk_between(node, "（", "）");
            break;
        case Tag::ruby_bracket:
            break;
        case Tag::struck:
            walk_children(node);
            break;
        case Tag::raised:
        case Tag::lowered:
            walk_small(node, tag == Tag::raised);
            break;
        case Tag::form_value:
            add_form_value(node);
            break;
        case Tag::choice:
            walk_choice(node);
            break;
        case Tag::preserved:
            text().end_block();
            walk_preserved(node);
            text().end_block();
            break;
        case Tag::data:
            walk_data(node);
            break;
        case Tag::inert:
        case Tag::options:
            walk_inert(node);
            break;
        case Tag::formula:
            walk_formula(node);
            break;
        case Tag::other:
            if (const int height = height_of(tree_.styles.of(node), node); height != 0)
                walk_small(node, height > 0);
            else
                walk_drawn(node);
            break;
    }
    add_hint(node, "title");
}

// MathML: a power and an index as such, a fraction with its line. Notes on a formula are not shown.
void HtmlReader::walk_formula(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "annotation" || name == "annotation-xml" || name == "mphantom")
        return add_hidden(text_apart([&] { walk_children(node); }));
    std::size_t part = 0;
    for (const pugi::xml_node child : node) {
        if (child.type() != pugi::node_element) {
            if (!trim(child.value()).empty()) walk(child);
            continue;
        }
        const bool base = part++ == 0;
        if (name == "mfrac" && !base) text().add_literal("/");
        if (base || name == "mfrac")
            walk(child);
        else
            walk_small(child, name == "msup" || (name != "msub" && part > 2));
    }
}

void HtmlReader::walk_hidden(pugi::xml_node node, Tag tag) {
    if (tag == Tag::table || node.select_node(".//table")) {
        ++hidden_depth_;
        walk_shown(node, tag);
        --hidden_depth_;
        return;
    }
    add_hidden(text_apart([&] { walk_children(node); }));
}

void HtmlReader::add_hidden(SourcedText hidden) {
    if (!hidden.empty()) context().hidden.push_back(std::move(hidden));
}

// Of a sheet it is kept as what is hidden is; elsewhere it is none of our business, unless a sheet is in it.
void HtmlReader::walk_inert(pugi::xml_node node) {
    if (is_in_table()) return add_hidden(text_apart([&] { walk_cells_as_text(node); }));
    if (!node.select_node(".//table")) return;
    ++hidden_depth_;
    walk_children(node);
    --hidden_depth_;
}

// title and placeholder.
void HtmlReader::add_hint(pugi::xml_node node, const char* attribute) {
    if (contexts_.size() < 2 || !is_in_table()) return;
    const std::string_view words = trim(node.attribute(attribute).value());
    if (!words.empty()) context().hints.emplace_back(words);
}

void HtmlReader::add_text(pugi::xml_node node) {
    const NodePlace place = tree_.place(node);
    const std::string_view raw = page_.source->text().substr(place.source, place.length);
    const std::string font = has_pictures_ ? tree_.styles.font_of(node.parent()) : std::string();
    if (!font.empty() && is_symbol_font(font))
        text().add(symbols_as_text(font, node.value()), raw, place.source, preserved_depth_ > 0);
    else
        text().add(node.value(), raw, place.source, preserved_depth_ > 0);
}

void HtmlReader::walk_block(pugi::xml_node node) {
    text().end_block();
    const std::size_t before = text().size();
    walk_keeping_lines(node);
    const bool term = std::strcmp(node.name(), "dt") == 0;
    if (term || std::strcmp(node.name(), "dd") == 0)
        context().marks.push_back(
            {before, text().size(), term ? OutsideLine::Kind::term : OutsideLine::Kind::definition, 0});
    if (std::strcmp(node.name(), kRunningElement) == 0)
        for (SourcedText& line : lines_since(before)) page_.running.push_back(std::move(line));
    text().end_block();
}

void HtmlReader::walk_keeping_lines(pugi::xml_node node) {
    if (tree_.styles.of(node).keeps_lines.value_or(false))
        walk_preserved(node);
    else
        walk_drawn(node);
}

void HtmlReader::walk_preserved(pugi::xml_node node) {
    ++preserved_depth_;
    walk_children(node);
    --preserved_depth_;
    if (std::strcmp(node.name(), "textarea") == 0) add_hint(node, "placeholder");
}

// A raised 1 behind 1,200 is a note, not a digit.
void HtmlReader::walk_small(pugi::xml_node node, bool raised) {
    const int struck_outside = std::exchange(struck_depth_, 0);
    const std::string inner = text_apart([&] { walk_children(node); }).text;
    struck_depth_ = struck_outside;
    if (!inner.empty()) text().add_literal(raised ? mark_raised(inner) : mark_lowered(inner, text().so_far()));
}

void HtmlReader::walk_choice(pugi::xml_node node) {
    for (const pugi::xml_node option : shown_options(node))
        shows_several(node) ? add_chosen(option) : add_option(option);
}

// Its label is shown in the place of its text.
void HtmlReader::add_option(pugi::xml_node option) {
    const std::string_view label = trim(option.attribute("label").value());
    if (label.empty()) return walk_children(option);
    text().add(label, {}, 0);
    SourcedText own = text_apart([&] { walk_children(option); });
    if (own.text != label) add_hidden(std::move(own));
}

void HtmlReader::walk_between(pugi::xml_node node, std::string_view open, std::string_view close) {
    if (!*node.text().get() && !node.first_child()) return;
    text().add_literal(open);
    const std::size_t before = text().size();
    walk_children(node);
    if (text().size() == before)
        text().remove_end(open.size());
    else
        text().add_literal(close);
}

void HtmlReader::add_image(pugi::xml_node node) {
    const pugi::xml_attribute alt = node.attribute("alt");
    if (!*alt.value()) return;
    const NodePlace place = tree_.place(node);
    const bool beside_image = node.previous_sibling() && std::strcmp(node.previous_sibling().name(), "img") == 0;
    if (beside_image) text().separate();
    text().add(alt.value(), page_.source->text().substr(place.source, place.length), place.source);
}

// The label of a drawing stands where an image's words would; beside words of its own it is a hint.
void HtmlReader::walk_drawn(pugi::xml_node node) {
    const std::string label = label_of_drawing(node);
    const std::size_t before = text().size();
    walk_children(node);
    if (label.empty()) return;
    if (text().size() > before) return context().hints.push_back(label);
    text().separate();
    text().add(label, {}, 0);
}

// <data value="U+0009 U+0020">: characters that markup cannot hold or would fold away, behind what stands for them.
void HtmlReader::walk_data(pugi::xml_node node) {
    const std::string characters = read_code_points(node.attribute("value").value());
    if (characters.empty())
        walk_children(node);
    else
        text().add_exact(characters);
}

// A form field shows its value, or whether it is ticked; its place is not worth keeping.
void HtmlReader::add_form_value(pugi::xml_node node) {
    const std::string type = in_lower_case(node.attribute("type").value());
    if (type == "hidden" || type == "password" || type == "file" || type == "range" || type == "color") return;
    if (type == "checkbox" || type == "radio") return text().add_literal(node.attribute("checked") ? "☑" : "☐");
    const char* const value = node.attribute(type == "image" ? "alt" : "value").value();
    text().add(value, {}, 0);
    if (!*value) add_hint(node, "placeholder");
}

void HtmlReader::add_chosen(pugi::xml_node option) {
    text().end_block();
    add_option(option);
    text().end_block();
}

void HtmlReader::walk_list(pugi::xml_node node, bool ordered) {
    text().end_block();
    const int step = node.attribute("reversed") ? -1 : 1;
    const int start = node.attribute("start").as_int(step > 0 ? 1 : count_items(node));
    const bool outermost = lists_.empty();
    if (outermost) page_.lists.push_back({heading_, {}, 0});
    const std::string style = list_style(node, tree_.styles).value_or(ordered ? "decimal" : "disc");
    lists_.push_back({style, start, step, outermost ? page_.lists.size() - 1 : lists_.front().list_index});
    walk_children(node);
    lists_.pop_back();
    text().end_block();
}

void HtmlReader::walk_item(pugi::xml_node node) {
    text().end_block();
    const std::string own = first_text(node);
    const pugi::xml_attribute shown = node.attribute("marker");
    std::string marker = shown ? shown.value() : lists_.empty() ? "・" : next_marker(lists_.back(), node, tree_.styles);
    if (!shown && (begins_with_list_marker(trim(own)) || (!has_own_words(node) && !own.empty()))) marker.clear();
    if (is_in_table())
        for (int level = 0; level < entries_around_; ++level) marker.insert(0, kListIndent);
    text().set_struck(false);  // a line goes through the words, not the marker
    if (!marker.empty()) text().add_marker(marker);
    text().set_struck(struck_depth_ > 0);
    const std::size_t before = text().size();
    const int words = has_own_words(node) ? 1 : 0;
    entries_around_ += words;
    walk_children(node);
    entries_around_ -= words;
    SourcedText entry = text().slice_from(std::min(before, text().size()));
    // An empty item is no line.
    if (entry.empty() && !marker.empty() && text().size() == before) text().remove_end(marker.size());
    if (lists_.size() == 1 && tables_.empty() && !entry.empty())
        page_.lists[lists_.back().list_index].entries.push_back(std::move(entry));
    text().end_block();
}

void read_tree(const HtmlTree& tree, Page& page) { HtmlReader(tree, page).read(); }

Result<bool> read_html(const std::string& path, Page& page) {
    HtmlTree tree;
    const std::string_view text = page.source->text();
    if (auto parsed = parse_html(text, path, tree); !parsed) return parsed;
    HtmlReader(tree, page).read();
    if (tree.styles.is_cut())
        page.remarks.push_back({remark::kLimit, {}, fmt::format("style-steps {}", limit::kStyleSteps)});
    if (tree.depth_cut) page.remarks.push_back({remark::kLimit, {}, fmt::format("html-depth {}", limit::kHtmlDepth)});
    if (tree.table_left_open) page.remarks.push_back({remark::kTruncated, {}, "table"});
    return true;
}

}  // namespace goalsheet
