// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/review_remarks.hpp"
#include "goalsheet/table.hpp"
#include "read/html_parser.hpp"

namespace goalsheet {

/// What stands in it is printed on every page. No element of HTML.
inline constexpr const char* kRunningElement = "running";

/// How a run of text looks, as far as that says something about its words.
struct TextLook {
    enum class Height { normal, raised, lowered };

    bool struck = false;
    bool hidden = false;
    Height height = Height::normal;

    bool operator==(const TextLook&) const = default;
};

/// A paragraph that is an item of a list. A plain bullet has no marker of its own.
struct ListPlace {
    std::uint32_t level = 0;
    std::optional<std::string> marker;
};

/// A bullet or number with what stands between it and the item's text. • and · are plain bullets, which the reader of
/// pages sets itself.
std::optional<std::string> list_marker_text(std::string marker, bool tight);

/// At most limit::kMarkerBytes of it.
std::string cut_marker(std::string text);

/// Builds the page that a word processor shows: the tree a browser would have of it, and a source text with a line, or
/// several, for each paragraph, whose line names say where it stands (表2 3行目 2列目). So that a document and the web
/// page of it read alike, read_tree() reads it.
class PageTree {
public:
    PageTree();

    /// What paragraphs outside of tables are called from here on (ヘッダー, 脚注1); empty: by their number.
    void name_region(std::string name) { region_ = std::move(name); }

    /// An element with blocks in it (div, note); one without any text leaves no trace.
    void open(const char* element, bool hidden = false);
    void close();
    /// Level 1–6: a heading.
    void open_paragraph(std::uint32_t heading, const std::optional<ListPlace>& list = std::nullopt);
    /// One without any text leaves no trace.
    void close_paragraph();
    void open_table();
    void close_table();
    void open_row(bool hidden = false);
    void close_row();
    pugi::xml_node open_cell(std::uint32_t columns, std::uint32_t rows = 1);
    void close_cell();
    /// A cell that lies under a merged one: counts as a column of its row, its text goes there and is hidden.
    void open_covered(pugi::xml_node cell);
    void close_covered();
    /// A cell that another one of a row above lies over.
    void pass_column() { ++tables_.back().column; }
    /// Columns of the row in which no cell stands.
    void add_gap(std::uint32_t columns);

    void add_text(std::string_view text, const TextLook& look = {});
    void add_break(const TextLook& look = {});
    void add_image(std::string_view alt, const TextLook& look = {});
    /// An inline element (ruby, rt) in which text goes until close_inline().
    void open_inline(const char* element, const TextLook& look = {});
    void close_inline();
    /// A web page inside of the document, with its text.
    void graft(const HtmlTree& tree, std::string_view text);

    bool in_table() const { return !tables_.empty(); }
    std::uint32_t offset() const { return static_cast<std::uint32_t>(text_.size()); }
    /// The first line of what was written between two offsets, with its place; or that it is missing there.
    SourcedText text_between(std::uint32_t begin, std::uint32_t end) const;
    void add_remark(const char* kind, SourcedText text, std::string detail, std::uint32_t at);
    /// More text than a document may have: the rest is left out.
    bool is_cut() const { return cut_; }

    /// Tables, headings and lists of what was built; `page.source` and the remarks too.
    void finish(Page& page);

private:
    struct OpenList {
        std::uint32_t level;
        pugi::xml_node list;
    };
    struct Container {
        pugi::xml_node node;
        std::vector<OpenList> lists;
        TextLook look;
        pugi::xml_node target;  ///< inside of what the look needs
    };
    struct OpenTable {
        std::size_t extent;
        std::uint32_t number;
        std::uint32_t row = 0;
        std::uint32_t column = 0;
        std::vector<std::uint32_t> cell_begins;
    };
    struct Extent {
        std::uint32_t begin;
        std::uint32_t end;
    };
    struct PlacedRemark {
        Remark remark;
        std::uint32_t at;
    };

    void push(pugi::xml_node node) { open_.push_back({node, {}, {}, node}); }
    void pop() { open_.pop_back(); }
    pugi::xml_node list_for(const ListPlace& place);
    pugi::xml_node target_of(const TextLook& look);
    void set_place(pugi::xml_node node, std::size_t begin, std::size_t length);
    std::string_view take_allowed(std::string_view text);
    void end_line();
    void add_line_end();
    std::string place_name() const;
    void hand_out_remarks(Page& page);
    void copy(const HtmlTree& tree, pugi::xml_node from, pugi::xml_node to, std::uint32_t shift);

    HtmlTree tree_;
    std::vector<Container> open_;
    std::vector<OpenTable> tables_;
    std::vector<Extent> extents_;
    std::vector<PlacedRemark> remarks_;
    std::string text_;
    std::size_t line_begin_ = 0;
    std::vector<std::string> names_;
    std::string region_;
    std::uint32_t paragraphs_ = 0;
    bool cut_ = false;
};

}  // namespace goalsheet
