// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstring>
#include <utility>

#include "read/cell_text.hpp"
#include "read/html_parts.hpp"
#include "read/html_reader.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kLinesBefore = 300;  // kept of the lines in front of a table

}  // namespace

// Tables in it are words of it.
void HtmlReader::walk_caption(pugi::xml_node node) {
    open_context();
    ++caption_depth_;
    walk_children(node);
    --caption_depth_;
    Context caption = std::move(contexts_.back());
    contexts_.pop_back();
    if (tables_.empty()) return;
    Table& table = page_.tables[tables_.back().index];
    table.caption = caption.text.take();
    std::move(caption.hidden.begin(), caption.hidden.end(), std::back_inserter(table.hidden_texts));
}

void HtmlReader::walk_table_in_caption(pugi::xml_node node) {
    text().end_block();
    for (const pugi::xpath_node& row : node.select_nodes("tr|*/tr")) {
        walk_cells_as_text(row.node());
        text().end_block();
    }
}

void HtmlReader::walk_table(pugi::xml_node node) {
    if (caption_depth_ > 0) return walk_table_in_caption(node);
    end_following();
    text().end_block();
    const std::size_t index = page_.tables.size();
    Table table;
    table.source = tree_.place(node).source;
    table.heading = heading_;
    table.prose = recent_prose();
    table.before = lines_outside(kLinesBefore);
    table.hidden = hidden_depth_ > 0;
    table.nested = !tables_.empty();
    const pugi::xml_attribute summary = node.attribute("summary");
    table.summary = summary.value();
    page_.tables.push_back(std::move(table));
    if (!tables_.empty()) context().tables.push_back(index);
    const SourcedText heading_outside = heading_;
    tables_.push_back({index, 0, {}, {}, {}, false, false});
    std::vector<OpenList> lists_outside;
    lists_outside.swap(lists_);
    for (const pugi::xml_node child : node) walk_table_part(child);
    lists_.swap(lists_outside);
    close_table();
    heading_ = heading_outside;
    context().prose_begin = context().outside_begin = text().size();
    context().marks.clear();
    following_ = Following{index, text().size()};
}

// Parts of a table that are hidden are no rows; parts that are not table parts (form, script left-overs) are walked
// for theirs.
void HtmlReader::walk_table_part(pugi::xml_node node) {
    if (node.type() == pugi::node_pcdata) {
        add_text(node);
        return;
    }
    const Tag tag = html_tag_of(node.name());
    const bool can_hide = tag == Tag::group || tag == Tag::caption;
    if (tag == Tag::inert || (can_hide && tree_.styles.is_hidden(node)))
        hide_in_table(node);
    else
        walk_seen(node, tag);
}

void HtmlReader::close_table() {
    OpenTable open = std::move(tables_.back());
    tables_.pop_back();
    Table& table = page_.tables[open.index];
    for (auto* part : {&open.head, &open.body, &open.foot})
        for (Row& row : *part) table.rows.push_back(std::move(row));
}

void HtmlReader::walk_group(pugi::xml_node node) {
    if (tables_.empty()) {
        walk_children(node);
        return;
    }
    ++tables_.back().group;
    const std::string_view name = node.name();
    OpenTable& table = tables_.back();
    const bool head = name == "thead" && !table.head_done;
    const bool foot = name == "tfoot" && !table.foot_done;
    if (head) table.head_done = true;
    if (foot) table.foot_done = true;
    rows_target_.push_back(head ? 0 : foot ? 2 : 1);
    walk_children(node);
    rows_target_.pop_back();
    ++tables_.back().group;
}

void HtmlReader::walk_row(pugi::xml_node node) {
    if (tables_.empty()) {
        walk_block(node);
        return;
    }
    if (tree_.styles.is_hidden(node)) {
        hide_in_table(node);
        return;
    }
    Row row;
    row.group = tables_.back().group;
    for (const pugi::xml_node child : node) {
        const Tag tag = child.type() == pugi::node_element ? html_tag_of(child.name()) : Tag::other;
        if (tag == Tag::cell)
            add_struck_cell(child, row);
        else if (tag == Tag::inert)
            hide_in_table(child);
        else
            walk(child);
    }
    const int target = rows_target_.empty() ? 1 : rows_target_.back();
    OpenTable& table = tables_.back();
    (target == 0 ? table.head : target == 2 ? table.foot : table.body).push_back(std::move(row));
}

// Whatever lies in it, hidden or not, is hidden.
void HtmlReader::hide_in_table(pugi::xml_node node) {
    open_context();
    walk_cells_as_text(node);
    Context apart = std::move(contexts_.back());
    contexts_.pop_back();
    auto& hidden = page_.tables[tables_.back().index].hidden_texts;
    if (SourcedText text = apart.text.take(); !text.empty()) hidden.push_back(std::move(text));
    std::move(apart.hidden.begin(), apart.hidden.end(), std::back_inserter(hidden));
}

void HtmlReader::walk_cells_as_text(pugi::xml_node node) {
    for (const pugi::xml_node child : node) {
        const Tag tag = child.type() == pugi::node_element ? html_tag_of(child.name()) : Tag::other;
        if (tag == Tag::cell || tag == Tag::row || tag == Tag::group || tag == Tag::table) {
            text().separate();
            walk_cells_as_text(child);
        } else {
            walk(child);
        }
    }
}

void HtmlReader::add_struck_cell(pugi::xml_node node, Row& row) {
    const int struck = tree_.styles.of(node).struck.value_or(false) ? 1 : 0;
    struck_depth_ += struck;
    add_cell(node, row);
    struck_depth_ -= struck;
}

void HtmlReader::add_cell(pugi::xml_node node, Row& row) {
    if (tree_.styles.is_hidden(node)) {
        hide_in_table(node);
        return;
    }
    Cell cell;
    cell.colspan = colspan_of(node);
    cell.rowspan = rowspan_of(node);
    cell.header = std::strcmp(node.name(), "th") == 0;
    cell.source = tree_.place(node).source;
    open_context();
    std::vector<OpenList> lists_outside;
    lists_outside.swap(lists_);
    const int entries_outside = std::exchange(entries_around_, 0);
    std::vector<int> target_outside;
    target_outside.swap(rows_target_);
    walk_keeping_lines(node);
    add_hint(node, "title");
    rows_target_.swap(target_outside);
    lists_.swap(lists_outside);
    entries_around_ = entries_outside;
    cell.text = text().take();
    take_residue(cell);
    cell.tables = std::move(context().tables);
    cell.hidden = std::move(context().hidden);
    take_hints(cell, context().hints);
    contexts_.pop_back();
    row.cells.push_back(std::move(cell));
}

}  // namespace goalsheet
