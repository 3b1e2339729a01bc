// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iterator>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalsheet/table.hpp"
#include "read/html_open_parts.hpp"
#include "read/html_parser.hpp"
#include "read/html_tags.hpp"

namespace goalsheet {

/// Walks the tree once and collects everything a page has. Recursion is bounded by limit::kHtmlDepth.
class HtmlReader {
public:
    HtmlReader(const HtmlTree& tree, Page& page);
    void read();

private:
    using Tag = HtmlTag;
    using Context = HtmlContext;
    using Following = HtmlFollowing;
    using OpenList = HtmlOpenList;
    using OpenTable = HtmlOpenTable;
    using OutsideMark = HtmlOutsideMark;

    Context& context() { return contexts_.back(); }
    void open_context();
    CellText& text() { return contexts_.back().text; }

    void walk_children(pugi::xml_node parent);
    void walk(pugi::xml_node node);
    bool is_unseen(pugi::xml_node node) const;
    void walk_seen(pugi::xml_node node, Tag tag);
    bool is_in_table() const { return !tables_.empty(); }

    void walk_shown(pugi::xml_node node, Tag tag);
    void walk_formula(pugi::xml_node node);
    void walk_hidden(pugi::xml_node node, Tag tag);
    // What `walk` adds, kept out of the text around it; tables and hidden texts in it stay with that.
    template <class Walk>
    SourcedText text_apart(Walk walk) {
        open_context();
        walk();
        Context apart = std::move(contexts_.back());
        contexts_.pop_back();
        context().tables.insert(context().tables.end(), apart.tables.begin(), apart.tables.end());
        std::move(apart.hidden.begin(), apart.hidden.end(), std::back_inserter(context().hidden));
        return apart.text.take();
    }

    void add_hidden(SourcedText hidden);
    void walk_inert(pugi::xml_node node);
    void add_hint(pugi::xml_node node, const char* attribute);
    void add_text(pugi::xml_node node);
    void walk_block(pugi::xml_node node);
    void walk_keeping_lines(pugi::xml_node node);
    void walk_preserved(pugi::xml_node node);
    void walk_small(pugi::xml_node node, bool raised);
    void walk_choice(pugi::xml_node node);
    void add_option(pugi::xml_node option);
    void walk_between(pugi::xml_node node, std::string_view open, std::string_view close);
    void add_image(pugi::xml_node node);
    void walk_drawn(pugi::xml_node node);
    void walk_data(pugi::xml_node node);
    void add_form_value(pugi::xml_node node);
    void add_chosen(pugi::xml_node option);
    void walk_list(pugi::xml_node node, bool ordered);
    void walk_item(pugi::xml_node node);

    // Tables and what stands in them: html_tables.cpp.
    void walk_caption(pugi::xml_node node);
    void walk_table_in_caption(pugi::xml_node node);
    void walk_table(pugi::xml_node node);
    void walk_table_part(pugi::xml_node node);
    void close_table();
    void walk_group(pugi::xml_node node);
    void walk_row(pugi::xml_node node);
    void hide_in_table(pugi::xml_node node);
    void walk_cells_as_text(pugi::xml_node node);
    void walk_stray_cell(pugi::xml_node node) { walk_block(node); }
    void add_struck_cell(pugi::xml_node node, Row& row);
    void add_cell(pugi::xml_node node, Row& row);

    // Titles, headings and lines outside of tables: html_lines.cpp.
    void walk_title(pugi::xml_node node);
    void walk_heading(pugi::xml_node node);
    void end_following();
    std::vector<SourcedText> recent_prose();
    std::vector<OutsideLine> lines_outside(std::size_t most);
    void set_kind(OutsideLine& line, std::vector<OutsideMark>::const_iterator mark, std::size_t end);
    std::vector<SourcedText> lines_since(std::size_t begin_of_lines);

    const HtmlTree& tree_;
    Page& page_;
    bool has_pictures_ = false;  ///< letters of some font on it may be pictures
    std::vector<Context> contexts_;
    std::vector<OpenTable> tables_;
    std::vector<int> rows_target_;
    std::vector<OpenList> lists_;
    SourcedText heading_;
    std::optional<Following> following_;
    int hidden_depth_ = 0;
    int caption_depth_ = 0;
    int preserved_depth_ = 0;
    int struck_depth_ = 0;
    int entries_around_ = 0;  ///< list items around us, in this cell, that have words of their own
};

}  // namespace goalsheet
