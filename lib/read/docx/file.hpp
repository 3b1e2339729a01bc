// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>

#include "read/docx/numbering.hpp"
#include "read/docx/styles.hpp"
#include "read/package/package.hpp"
#include "read/package/relations.hpp"
#include "read/package/xml.hpp"

namespace goalsheet {

/// Thrown within this room where a part cannot be used; read_docx() turns it into its fault.
struct UnreadableDocx {
    Fault fault;
};

struct DocxComment {
    std::string author;
    std::string text;
};

/// Footnotes or endnotes: the part, and the notes in it by their id.
struct DocxNotes {
    PartXml xml;
    std::map<std::string, pugi::xml_node> notes;
    std::string numerals;         ///< the style of their numbers
    std::uint32_t count = 0;      ///< of those that were met so far
    std::set<std::string> shown;  ///< ids of those
};

/// A word processing document (ECMA-376, transitional or strict) with the parts that its text refers to.
class DocxFile {
public:
    /// Throws UnreadableDocx.
    DocxFile(Package& package, const std::string& path);

    Package& package() { return package_; }
    const std::string& path() const { return path_; }
    pugi::xml_node body() const { return child_of(document_.root(), "body"); }
    const DocxStyles& styles() const { return styles_; }
    DocxNumbering& numbering() { return numbering_; }
    const DocxComment* comment(const std::string& id) const;
    DocxNotes& footnotes() { return footnotes_; }
    DocxNotes& endnotes() { return endnotes_; }
    /// The part a relationship of the document leads to; empty: none.
    std::string target(std::string_view id) const;
    /// Header or footer parts that pages show, each once, in the document's order.
    std::vector<std::string> page_parts(std::string_view reference) const;
    void load(const std::string& part, PartXml& xml);
    /// The part that a node was read from.
    std::string part_of(pugi::xml_node node) const;
    /// Whether Word lets nobody write in the document, or keeps a record of what is changed.
    bool is_guarded() const;

private:
    std::string load_target(std::string_view type, PartXml& xml);
    void read_comments();
    void read_notes(std::string_view type, std::string_view element, DocxNotes& notes);
    void add_page_parts(pugi::xml_node section, std::string_view reference, std::vector<std::string>& parts) const;

    Package& package_;
    const std::string& path_;
    Relations relations_;
    std::map<const void*, std::string> parts_;  ///< by the root of what was read from them
    PartXml document_;
    PartXml settings_;
    DocxStyles styles_;
    DocxNumbering numbering_;
    std::map<std::string, DocxComment> comments_;
    DocxNotes footnotes_;
    DocxNotes endnotes_;
};

}  // namespace goalsheet
