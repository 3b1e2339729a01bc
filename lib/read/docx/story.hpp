// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "read/docx/file.hpp"
#include "read/page_tree.hpp"

namespace goalsheet {

/// A w:t and the characters of the page that it writes.
struct DocxTextPlace {
    std::uint32_t begin;  ///< in the page's text
    std::uint32_t end;
    std::string part;
    std::size_t name;  ///< offset of the element's name in the part
};

/// Walks the text of a document and builds the page it shows.
class DocxStory {
public:
    /// `inside`: how many documents this one is put into.
    DocxStory(DocxFile& file, PageTree& page, std::size_t inside = 0) : file_(file), page_(page), inside_(inside) {}

    /// Headers, text, footers.
    void read();
    /// Notes where the text that is read stands, if anybody may change it there.
    void note_places(std::vector<DocxTextPlace>& places) { places_ = &places; }

private:
    /// A field between its begin and end marks.
    struct Field {
        bool in_code = true;
        std::string code;
    };
    struct OpenMerge {
        pugi::xml_node cell;
        std::uint32_t columns = 1;
        std::uint32_t rows = 1;
    };
    struct OpenTable {
        std::map<std::uint32_t, OpenMerge> above;  ///< cells that may go on in this row, by their first column
        std::map<std::uint32_t, OpenMerge> here;
        std::uint32_t column = 0;
        bool hidden_row = false;
        pugi::xml_node last_cell;
    };
    struct Change {
        const char* kind;
        std::string author;
        std::uint32_t begin;
        std::uint32_t end;
        std::string removed;
    };
    struct PendingNote {
        std::string label;
        pugi::xml_node node;
        const char* name;
    };

    void read_page_parts(std::string_view reference, const char* name);
    void read_body(pugi::xml_node body);

    void walk(pugi::xml_node node);
    void walk_children(pugi::xml_node node);
    bool walk_block(pugi::xml_node node, std::string_view name);
    bool walk_wrapper(pugi::xml_node node, std::string_view name);
    bool walk_mark(pugi::xml_node node, std::string_view name);
    bool walk_inline(pugi::xml_node node, std::string_view name);
    bool walk_picture(pugi::xml_node node, std::string_view name);

    void read_paragraph(pugi::xml_node node);
    DocxParagraphLook look_of(pugi::xml_node properties) const;
    void open_paragraph(const DocxParagraphLook& look);
    void finish_paragraph();
    void read_run(pugi::xml_node node);
    void read_text(pugi::xml_node node);
    bool may_change(pugi::xml_node text) const;
    void read_ruby(pugi::xml_node node);
    void read_control(pugi::xml_node node);
    void read_alternatives(pugi::xml_node node);
    void read_field_mark(pugi::xml_node node);
    void read_form_field(pugi::xml_node data);
    void end_field();
    void read_symbol(pugi::xml_node node);

    void read_table(pugi::xml_node node);
    void read_rows(pugi::xml_node parent);
    void read_row(pugi::xml_node node);
    void read_cells(pugi::xml_node parent);
    void read_cell(pugi::xml_node node);
    void read_covered(pugi::xml_node node, OpenMerge merge);
    void join_left(pugi::xml_node node, std::uint32_t columns);
    void add_gap(pugi::xml_node properties, std::string_view name);

    void read_insertion(pugi::xml_node node);
    void read_deletion(pugi::xml_node node);
    void add_change(const char* kind, pugi::xml_node node, std::uint32_t begin, std::string removed);
    void say_change();
    void add_comment(const std::string& id);
    void refer_to_note(pugi::xml_node node, DocxNotes& notes, const char* name);
    void read_pending_notes(bool in_element);
    void add_drawing(const std::string& part);
    void read_boxes();
    void read_chunk(pugi::xml_node node);
    void read_web_page(std::string_view page);

    bool shows_text() const;
    TextLook look() const;
    void add_text(std::string_view text);

    DocxFile& file_;
    PageTree& page_;
    std::size_t inside_;
    std::size_t depth_ = 0;
    bool depth_said_ = false;
    PartialLook paragraph_look_;
    PartialLook run_look_;
    std::size_t placeholders_ = 0;  ///< content controls around us that nobody has filled in
    bool in_paragraph_ = false;
    bool joined_ = false;  ///< the paragraph above lost its end: its text goes on
    std::vector<Field> fields_;
    std::vector<OpenTable> tables_;
    std::vector<pugi::xml_node> boxes_;  ///< text boxes of the paragraph
    std::vector<std::string> drawings_;  ///< words of its charts and diagrams
    std::optional<Change> change_;
    std::map<std::string, std::uint32_t> comment_begins_;
    std::set<std::string> comments_said_;
    std::vector<PendingNote> notes_;
    std::string note_label_;
    std::string last_alt_;  ///< of the picture we are in
    std::vector<DocxTextPlace>* places_ = nullptr;
};

}  // namespace goalsheet
