// SPDX-License-Identifier: MIT
#include "read/docx/file.hpp"

#include <algorithm>
#include <utility>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

template <class T>
T must(Result<T> result) {
    if (!result) throw UnreadableDocx{result.fault()};
    return std::move(*result);
}

Fault no_document(const std::string& path) {
    return {path,
            {"Word文書（.docx）ではないファイルです。Wordで開き、「Word文書（*.docx）」として保存し直してください。",
             "Not a Word document (.docx); open it in Word and save it as one."},
            "no-sheet-found"};
}

// The text of a comment, its paragraphs after one another.
void add_plain_text(pugi::xml_node node, std::string& text, std::size_t depth) {
    if (depth > limit::kDocumentDepth) return;
    for (const pugi::xml_node child : node) {
        if (is_element(child, "t")) text += characters_of(child);
        if (is_element(child, "p") && !text.empty()) text += ' ';
        add_plain_text(child, text, depth + 1);
    }
}

}  // namespace

DocxFile::DocxFile(Package& package, const std::string& path) : package_(package), path_(path) {
    std::string part = target_of_type(must(read_relations(package_, "", path_)), "officeDocument");
    if (part.empty()) part = "word/document.xml";
    if (!package_.has(part)) throw UnreadableDocx{no_document(path_)};
    load(part, document_);
    if (!body()) throw UnreadableDocx{no_document(path_)};
    relations_ = must(read_relations(package_, part, path_));
    load_target("settings", settings_);
    PartXml xml;
    load_target("styles", xml);
    styles_ = DocxStyles(xml.root());
    PartXml numbering;
    load_target("numbering", numbering);
    numbering_ = DocxNumbering(numbering.root());
    read_comments();
    read_notes("footnotes", "footnote", footnotes_);
    read_notes("endnotes", "endnote", endnotes_);
}

void DocxFile::load(const std::string& part, PartXml& xml) {
    must(read_xml(package_, part, path_, xml));
    parts_[xml.document.internal_object()] = part;
}

std::string DocxFile::part_of(pugi::xml_node node) const {
    const auto found = parts_.find(node.root().internal_object());
    return found == parts_.end() ? std::string() : found->second;
}

bool DocxFile::is_guarded() const {
    const pugi::xml_node lock = child_of(settings_.root(), "documentProtection");
    return docx_switch(settings_.root(), "trackRevisions").value_or(false) ||
           flag_of(prefixed_attribute(lock, "enforcement"), false);
}

std::string DocxFile::load_target(std::string_view type, PartXml& xml) {
    const std::string part = target_of_type(relations_, type);
    if (!part.empty()) load(part, xml);
    return part;
}

std::string DocxFile::target(std::string_view id) const {
    const auto found = relations_.find(std::string(id));
    return found == relations_.end() ? std::string() : found->second.target;
}

const DocxComment* DocxFile::comment(const std::string& id) const {
    const auto found = comments_.find(id);
    return found == comments_.end() ? nullptr : &found->second;
}

void DocxFile::read_comments() {
    PartXml xml;
    load_target("comments", xml);
    for (const pugi::xml_node node : xml.root()) {
        if (!is_element(node, "comment")) continue;
        DocxComment& comment = comments_[std::string(docx_attribute(node, "id"))];
        comment.author = docx_attribute(node, "author");
        add_plain_text(node, comment.text, 0);
    }
}

void DocxFile::read_notes(std::string_view type, std::string_view element, DocxNotes& notes) {
    load_target(type, notes.xml);
    for (const pugi::xml_node node : notes.xml.root()) {
        const std::string_view kind = docx_attribute(node, "type");
        if (is_element(node, element) && (kind.empty() || kind == "normal"))
            notes.notes.emplace(docx_attribute(node, "id"), node);
    }
    const std::string properties = std::string(element) + "Pr";
    std::string_view style = docx_value(child_of(child_of(body(), "sectPr"), properties), "numFmt");
    if (style.empty()) style = docx_value(child_of(settings_.root(), properties), "numFmt");
    notes.numerals = !style.empty() ? style : element == "endnote" ? "lowerRoman" : "decimal";
}

// A first page or even pages of their own are shown where the section says that it has them.
void DocxFile::add_page_parts(pugi::xml_node section, std::string_view reference,
                              std::vector<std::string>& parts) const {
    for (const pugi::xml_node node : section) {
        if (!is_element(node, reference)) continue;
        const std::string_view kind = docx_attribute(node, "type");
        if (kind == "first" && !docx_switch(section, "titlePg").value_or(false)) continue;
        if (kind == "even" && !docx_switch(settings_.root(), "evenAndOddHeaders").value_or(false)) continue;
        const std::string part = target(prefixed_attribute(node, "id").value());
        if (!part.empty() && std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
    }
}

std::vector<std::string> DocxFile::page_parts(std::string_view reference) const {
    std::vector<std::string> parts;
    for (const pugi::xml_node block : body()) {
        if (is_element(block, "sectPr")) add_page_parts(block, reference, parts);
        if (is_element(block, "p")) add_page_parts(child_of(child_of(block, "pPr"), "sectPr"), reference, parts);
    }
    return parts;
}

}  // namespace goalsheet
