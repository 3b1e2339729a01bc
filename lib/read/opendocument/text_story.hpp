// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "read/opendocument/styles.hpp"
#include "read/page_tree.hpp"

namespace goalsheet {

/// How far each level of a list has counted.
using OdfCounts = std::array<std::optional<std::uint32_t>, kOdfListLevels>;

/// Walks the text of an OpenDocument text and builds the page it shows.
class OdfTextStory {
public:
    OdfTextStory(const OdfStyles& styles, PageTree& page) : styles_(&styles), page_(page) {}

    /// The blocks of office:text, or of a header or footer.
    void read(pugi::xml_node parent);

private:
    struct OpenList {
        std::string style;
        OdfCounts counts;
    };
    struct Change {
        std::string author;
        std::string removed;
        std::uint32_t begin = 0;
    };
    struct Comment {
        std::string detail;
        std::uint32_t begin = 0;
    };

    void walk_blocks(pugi::xml_node parent);
    void walk_block(pugi::xml_node node);
    void read_paragraph(pugi::xml_node node, const std::optional<ListPlace>& list = std::nullopt);
    void read_list(pugi::xml_node node);
    void read_item(pugi::xml_node node, bool numbered);
    std::optional<ListPlace> next_item(pugi::xml_node item);
    std::optional<std::string> next_heading_number(pugi::xml_node heading);

    void read_table(pugi::xml_node node);
    void read_rows(pugi::xml_node parent);
    std::uint32_t take_repeats(std::uint32_t times, std::size_t cells);
    void read_row(pugi::xml_node node);
    void read_cell(pugi::xml_node node, pugi::xml_node& last);

    void walk_inline(pugi::xml_node parent);
    void walk_inline_element(pugi::xml_node node);
    bool walk_mark(pugi::xml_node node, std::string_view name);
    void walk_span(pugi::xml_node node, std::string_view style);
    void read_ruby(pugi::xml_node node);
    void read_note(pugi::xml_node node);
    void read_pending_notes(bool in_element);
    void read_shape(pugi::xml_node node);
    void read_boxes();
    void read_tracked_changes(pugi::xml_node node);
    void read_change(pugi::xml_node node, std::string_view name);
    void read_comment(pugi::xml_node node);
    void add_text(std::string_view text);
    bool too_deep();

    const OdfStyles* styles_;
    PageTree& page_;
    std::size_t depth_ = 0;
    bool depth_said_ = false;
    PartialLook look_;
    std::vector<OpenList> lists_;  ///< one: the outermost, with the counts of all levels
    std::size_t list_level_ = 0;
    OdfCounts headings_{};
    std::map<std::string, OdfCounts> counts_of_style_;
    std::map<std::string, OdfCounts> counts_of_list_;
    std::map<std::string, Change> changes_;
    std::map<std::string, Comment> comments_;
    std::vector<pugi::xml_node> boxes_;
    std::vector<pugi::xml_node> notes_;
    std::size_t written_repeats_ = 0;
};

/// The plain text of an element, for a remark; at most limit::kMarkerBytes.
std::string odf_plain_text(pugi::xml_node node);

}  // namespace goalsheet
