// SPDX-License-Identifier: MIT
#include "read/page_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>
#include <utility>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"
#include "read/html.hpp"

namespace goalsheet {
namespace {

constexpr std::array<const char*, 7> kParagraphs = {"p", "h1", "h2", "h3", "h4", "h5", "h6"};

// A lone CR would end a line of the source text.
std::string without_returns(std::string_view text) {
    std::string out(text);
    std::replace(out.begin(), out.end(), '\r', ' ');
    return out;
}

// What the style sheets of a page say of an element, as its own style; its sheets are not the document's.
std::string own_look(const HtmlTree& tree, pugi::xml_node node) {
    if (node.type() != pugi::node_element) return {};
    const TextStyle& style = tree.styles.of(node);
    std::string css = node.attribute("style").value();
    if (tree.styles.is_hidden(node)) css += ";display:none";
    if (style.struck) css += *style.struck ? ";text-decoration:line-through" : ";text-decoration:none";
    if (style.raised)
        css += *style.raised > 1 ? ";vertical-align:super" : *style.raised < -1 ? ";vertical-align:sub" : "";
    return css;
}

}  // namespace

std::string cut_marker(std::string text) {
    std::size_t end = std::min(text.size(), limit::kMarkerBytes);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text.resize(end);
    return text;
}

std::optional<std::string> list_marker_text(std::string marker, bool tight) {
    if (marker == "•" || marker == "·" || marker == "・") return std::nullopt;
    if (!tight && !marker.ends_with(' ')) marker += ' ';
    return marker;
}

PageTree::PageTree() { push(tree_.document.append_child("body")); }

void PageTree::open(const char* element, bool hidden) {
    end_line();
    pugi::xml_node node = open_.back().node.append_child(element);
    if (hidden) node.append_attribute("hidden");
    push(node);
}

void PageTree::close() {
    end_line();
    const pugi::xml_node node = open_.back().node;
    pop();
    if (node.first_child())
        open_.back().lists.clear();
    else
        open_.back().node.remove_child(node);
}

pugi::xml_node PageTree::list_for(const ListPlace& place) {
    auto& lists = open_.back().lists;
    while (!lists.empty() && lists.back().level > place.level) lists.pop_back();
    if (!lists.empty() && lists.back().level == place.level) return lists.back().list;
    pugi::xml_node parent = lists.empty() ? open_.back().node : lists.back().list.last_child();
    lists.push_back({place.level, parent.append_child("ul")});
    return lists.back().list;
}

void PageTree::open_paragraph(std::uint32_t heading, const std::optional<ListPlace>& list) {
    end_line();
    if (tables_.empty()) ++paragraphs_;
    if (!list) {
        push(open_.back().node.append_child(kParagraphs[std::min<std::size_t>(heading, kParagraphs.size() - 1)]));
        return;
    }
    pugi::xml_node item = list_for(*list).append_child("li");
    if (list->marker) item.append_attribute("marker").set_value(list->marker->c_str());
    push(item);
}

void PageTree::close_paragraph() {
    end_line();
    const pugi::xml_node node = open_.back().node;
    pop();
    const bool item = std::string_view(node.name()) == "li";
    if (node.first_child()) {
        if (!item) open_.back().lists.clear();
        return;
    }
    pugi::xml_node parent = node.parent();
    parent.remove_child(node);
    if (!item || parent.first_child()) return;
    parent.parent().remove_child(parent);
    open_.back().lists.pop_back();
}

void PageTree::open_table() {
    end_line();
    open_.back().lists.clear();
    const auto number = static_cast<std::uint32_t>(extents_.size() + 1);
    tables_.push_back({extents_.size(), number, 0, 0, {}});
    extents_.push_back({offset(), 0});
    pugi::xml_node node = open_.back().node.append_child("table");
    set_place(node, offset(), 0);
    add_line_end();  // no two tables begin at one place
    push(node);
}

void PageTree::close_table() {
    end_line();
    pop();
    extents_[tables_.back().extent].end = offset();
    tables_.pop_back();
}

void PageTree::open_row(bool hidden) {
    ++tables_.back().row;
    tables_.back().column = 0;
    open("tr", hidden);
}

void PageTree::close_row() {
    end_line();
    pop();
}

pugi::xml_node PageTree::open_cell(std::uint32_t columns, std::uint32_t rows) {
    end_line();
    ++tables_.back().column;
    pugi::xml_node cell = open_.back().node.append_child("td");
    if (columns != 1) cell.append_attribute("colspan").set_value(columns);
    if (rows != 1) cell.append_attribute("rowspan").set_value(rows);
    set_place(cell, offset(), 0);
    tables_.back().cell_begins.push_back(offset());
    push(cell);
    return cell;
}

void PageTree::add_gap(std::uint32_t columns) {
    end_line();
    pugi::xml_node cell = open_.back().node.append_child("td");
    cell.append_attribute("colspan").set_value(columns);
    set_place(cell, offset(), 0);
}

void PageTree::close_cell() {
    end_line();
    pop();
    if (tables_.back().cell_begins.back() == offset()) add_line_end();
    tables_.back().cell_begins.pop_back();
}

void PageTree::open_covered(pugi::xml_node cell) {
    end_line();
    ++tables_.back().column;
    pugi::xml_node node = cell.append_child("div");
    node.append_attribute("hidden");
    push(node);
}

void PageTree::close_covered() {
    end_line();
    const pugi::xml_node node = open_.back().node;
    pop();
    if (!node.first_child()) node.parent().remove_child(node);
}

pugi::xml_node PageTree::target_of(const TextLook& look) {
    Container& here = open_.back();
    if (here.look == look) return here.target;
    pugi::xml_node target = here.node;
    if (look.hidden) {
        target = target.append_child("span");
        target.append_attribute("hidden");
    }
    if (look.struck) target = target.append_child("s");
    if (look.height != TextLook::Height::normal)
        target = target.append_child(look.height == TextLook::Height::raised ? "sup" : "sub");
    here.look = look;
    here.target = target;
    return target;
}

void PageTree::set_place(pugi::xml_node node, std::size_t begin, std::size_t length) {
    tree_.places[node.internal_object()] = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(length)};
}

std::string_view PageTree::take_allowed(std::string_view text) {
    if (text.size() <= limit::kDocumentTextBytes - std::min(limit::kDocumentTextBytes, text_.size())) return text;
    cut_ = true;
    return {};
}

void PageTree::add_text(std::string_view text, const TextLook& look) {
    const std::string shown = without_returns(take_allowed(text));
    if (shown.empty()) return;
    pugi::xml_node node = target_of(look).append_child(pugi::node_pcdata);
    node.set_value(shown.c_str());
    set_place(node, text_.size(), shown.size());
    text_.append(shown);
}

void PageTree::add_break(const TextLook& look) {
    target_of(look).append_child("br");
    end_line();
}

void PageTree::add_image(std::string_view alt, const TextLook& look) {
    const std::string shown = without_returns(trim(take_allowed(alt)));
    if (shown.empty()) return;
    pugi::xml_node node = target_of(look).append_child("img");
    node.append_attribute("alt").set_value(shown.c_str());
    set_place(node, text_.size(), shown.size());
    text_.append(shown);
}

void PageTree::open_inline(const char* element, const TextLook& look) { push(target_of(look).append_child(element)); }

void PageTree::close_inline() { pop(); }

// The line name of a line feed inside of a text (in an alternative text, a web page) is that of the line.
void PageTree::end_line() {
    if (text_.size() != line_begin_) add_line_end();
}

void PageTree::add_line_end() {
    const std::string_view line = std::string_view(text_).substr(line_begin_);
    const auto lines = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\n')) + 1;
    names_.insert(names_.end(), lines, place_name());
    text_.push_back('\n');
    line_begin_ = text_.size();
}

std::string PageTree::place_name() const {
    if (tables_.empty()) return region_.empty() ? fmt::format("本文 {}段落目", paragraphs_) : region_;
    const OpenTable& table = tables_.back();
    if (table.row == 0) return fmt::format("表{}", table.number);
    return fmt::format("表{} {}行目 {}列目", table.number, table.row, std::max(table.column, 1U));
}

SourcedText PageTree::text_between(std::uint32_t begin, std::uint32_t end) const {
    std::string_view text = std::string_view(text_).substr(0, end).substr(begin);
    while (text.starts_with('\n')) text.remove_prefix(1);
    const auto at = static_cast<std::uint32_t>(text.data() - text_.data());
    text = text.substr(0, text.find('\n'));
    if (text.empty()) return SourcedText::missing_at(begin);
    SourcedText line;
    line.append(text, at);
    return line;
}

void PageTree::add_remark(const char* kind, SourcedText text, std::string detail, std::uint32_t at) {
    remarks_.push_back({{kind, std::move(text), std::move(detail)}, at});
}

void PageTree::graft(const HtmlTree& tree, std::string_view text) {
    text = take_allowed(text);
    if (text.empty()) return;
    end_line();
    const auto shift = offset();
    text_.append(text);
    copy(tree, tree.document, open_.back().node, shift);
    end_line();
}

void PageTree::copy(const HtmlTree& tree, pugi::xml_node from, pugi::xml_node to, std::uint32_t shift) {
    for (const pugi::xml_node child : from) {
        if (std::string_view(child.name()) == "head") continue;
        pugi::xml_node made = to.append_child(child.type());
        if (child.type() == pugi::node_pcdata) made.set_value(child.value());
        made.set_name(child.name());
        for (const pugi::xml_attribute attribute : child.attributes()) made.append_copy(attribute);
        if (const std::string look = own_look(tree, child); !look.empty()) {
            made.remove_attribute("style");
            made.append_attribute("style").set_value(look.c_str());
        }
        if (const auto place = tree.places.find(child.internal_object()); place != tree.places.end())
            set_place(made, place->second.source + shift, place->second.length);
        // What it says of itself is not ours to remark.
        if (std::string_view(child.name()) == "table")
            extents_.push_back({tree_.place(made).source, tree_.place(made).source});
        copy(tree, child, made, shift);
    }
}

void PageTree::finish(Page& page) {
    end_line();
    auto source = std::make_shared<SourceText>(std::move(text_));
    source->line_names = std::move(names_);
    page.source = std::move(source);
    page.encoding = "utf-8";
    read_tree(tree_, page);
    if (cut_)
        page.remarks.push_back({remark::kLimit, {}, fmt::format("document-text-bytes {}", limit::kDocumentTextBytes)});
    hand_out_remarks(page);
}

// A remark is about every table around its place: which of them is a sheet is not known yet.
void PageTree::hand_out_remarks(Page& page) {
    std::unordered_map<std::uint32_t, std::size_t> table_at;
    for (std::size_t i = 0; i < page.tables.size(); ++i) table_at.emplace(page.tables[i].source, i);
    std::stable_sort(remarks_.begin(), remarks_.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    std::vector<Extent> around;
    auto next = extents_.begin();
    for (PlacedRemark& placed : remarks_) {
        for (; next != extents_.end() && next->begin < placed.at; ++next) {
            while (!around.empty() && around.back().end <= next->begin) around.pop_back();
            around.push_back(*next);
        }
        while (!around.empty() && around.back().end <= placed.at) around.pop_back();
        bool in_table = false;
        for (const Extent& extent : around) {
            const auto table = table_at.find(extent.begin);
            if (table == table_at.end()) continue;
            page.tables[table->second].remarks.push_back(placed.remark);
            in_table = true;
        }
        if (!in_table) page.remarks.push_back(std::move(placed.remark));
    }
}

}  // namespace goalsheet
