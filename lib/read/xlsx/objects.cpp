// SPDX-License-Identifier: MIT
#include "read/xlsx/objects.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <string_view>
#include <utility>

#include "goalsheet/text.hpp"
#include "read/package/drawing_words.hpp"
#include "read/package/xml.hpp"
#include "read/xlsx/shared_strings.hpp"

namespace goalsheet {
namespace {

std::string joined(std::string_view first, std::string_view second) {
    std::string text(trim(first));
    if (!text.empty() && !trim(second).empty()) text += '\n';
    return text.append(trim(second));
}

bool is_page_field(std::string_view text) {
    return text.find_first_not_of("0123456789/-–PpNn. ") == std::string_view::npos;
}

class ObjectReader {
public:
    ObjectReader(Package& package, const Relations& relations, const std::string& path)
        : package_(package), relations_(relations), path_(path) {}

    XlsxObjects read(pugi::xml_node worksheet) {
        read_links(child_of(worksheet, "hyperlinks"));
        read_prompts(child_of(worksheet, "dataValidations"));
        read_headers(child_of(worksheet, "headerFooter"));
        // A threaded comment has an old one beside it, for programs that do not know it.
        for (const auto& [id, relation] : relations_)
            if (relation.type == "threadedComment") read_threaded(relation.target);
        for (const auto& [id, relation] : relations_) {
            if (relation.type == "comments") read_comments(relation.target);
            if (relation.type == "drawing") read_drawing(relation.target);
            if (relation.type == "vmlDrawing") read_controls(relation.target);
        }
        return std::move(objects_);
    }

private:
    using Slot = std::pair<std::uint32_t, std::uint32_t>;

    void add(std::string_view references, bool shown, std::string text) {
        const XlsxRange cell = first_cell_of(references);
        add(Slot{cell.first_row, cell.first_column}, shown, std::move(text));
    }

    void add(const Slot& slot, bool shown, std::string text) {
        if (trim(text).empty()) return;
        objects_.bytes += text.size();
        objects_.beside.push_back({slot.first, slot.second, shown, std::move(text)});
    }

    void add_comment(std::string_view reference, std::string text) {
        const std::size_t before = objects_.beside.size();
        add(reference, false, std::move(text));
        if (objects_.beside.size() > before) objects_.beside.back().comment = true;
    }

    bool load(const std::string& part, PartXml& xml) {
        return !part.empty() && package_.has(part) && static_cast<bool>(read_xml(package_, part, path_, xml)) &&
               xml.root();
    }

    void read_links(pugi::xml_node links) {
        for (const pugi::xml_node link : links)
            if (is_element(link, "hyperlink"))
                add(link.attribute("ref").value(), false, decode_xstring(link.attribute("tooltip").value()));
    }

    // One prompt may stand for many cells, and many for one column.
    void read_prompts(pugi::xml_node validations) {
        std::set<std::string> seen;
        for (const pugi::xml_node one : validations) {
            if (!is_element(one, "dataValidation")) continue;
            std::string words = joined(decode_xstring(one.attribute("promptTitle").value()),
                                       decode_xstring(one.attribute("prompt").value()));
            if (seen.insert(words).second) add(one.attribute("sqref").value(), false, std::move(words));
        }
    }

    void read_headers(pugi::xml_node headers) {
        std::set<std::string> seen;
        for (const pugi::xml_node one : headers) {
            std::string words = header_words(decode_xstring(characters_of(one)));
            if (seen.insert(words).second) add(Slot{0, 0}, true, std::move(words));
        }
    }

    void read_threaded(const std::string& part) {
        PartXml xml;
        if (!load(part, xml)) return;
        for (const pugi::xml_node comment : xml.root()) {
            if (!is_element(comment, "threadedComment")) continue;
            const std::string reference = comment.attribute("ref").value();
            threaded_.insert(reference);
            add_comment(reference, characters_of(child_of(comment, "text")));
        }
    }

    void read_comments(const std::string& part) {
        PartXml xml;
        if (!load(part, xml)) return;
        for (const pugi::xml_node comment : child_of(xml.root(), "commentList")) {
            if (!is_element(comment, "comment")) continue;
            const std::string reference = comment.attribute("ref").value();
            if (!threaded_.contains(reference))
                add_comment(reference, XlsxString::read(child_of(comment, "text")).text(false));
        }
    }

    static Slot anchor_of(pugi::xml_node anchor) {
        const pugi::xml_node from = child_of(anchor, "from");
        return {number_of(characters_of(child_of(from, "row"))).value_or(0),
                number_of(characters_of(child_of(from, "col"))).value_or(0)};
    }

    void read_drawing(const std::string& part) {
        PartXml xml;
        if (!load(part, xml)) return;
        if (auto relations = read_relations(package_, part, path_)) drawn_ = *std::move(relations);
        for (const pugi::xml_node anchor : xml.root()) read_shapes(anchor, anchor_of(anchor), 0);
    }

    // Groups hold shapes, and groups again.
    void read_shapes(pugi::xml_node parent, const Slot& slot, int depth) {
        constexpr int kDeepest = 64;
        if (depth > kDeepest) return;
        for (const pugi::xml_node node : parent) {
            if (is_element(node, "sp") || is_element(node, "cxnSp"))
                add(slot, true, shape_text(node));
            else if (is_element(node, "pic"))
                read_picture(node, slot);
            else if (is_element(node, "graphicFrame"))
                read_frame(node, slot);
            else if (is_element(node, "grpSp"))
                read_shapes(node, slot, depth + 1);
            else if (is_element(node, "AlternateContent"))
                read_shapes(child_of(node, "Choice"), slot, depth + 1);
        }
    }

    // A chart or a SmartArt: its words are in a part of its own.
    void read_frame(pugi::xml_node frame, const Slot& slot) {
        const pugi::xml_node properties = child_of(child_of(frame, "nvGraphicFramePr"), "cNvPr");
        add(slot, true, properties.attribute("descr").value());
        const pugi::xml_node data = child_of(child_of(frame, "graphic"), "graphicData");
        for (const pugi::xml_node one : data) {
            const bool chart = is_element(one, "chart");
            const auto relation = drawn_.find(one.attribute(chart ? "r:id" : "r:dm").value());
            if (relation != drawn_.end()) add(slot, true, words_of_part(relation->second.target));
        }
    }

    std::string words_of_part(const std::string& part) {
        PartXml xml;
        return load(part, xml) ? words_of_drawing(xml.root()) : std::string();
    }

    // Boxes to tick and buttons that lie on the sheet; notes of cells are drawn there, too.
    void read_controls(const std::string& part) {
        PartXml xml;
        if (!load(part, xml)) return;
        for (const pugi::xml_node shape : xml.root()) {
            const pugi::xml_node data = child_of(shape, "ClientData");
            const std::string_view type = data.attribute("ObjectType").value();
            if (!is_element(shape, "shape") || type.empty() || type == "Note" || type == "Pict") continue;
            std::string words = plain_words(child_of(shape, "textbox"));
            if (trim(words).empty()) continue;
            if (type == "Checkbox" || type == "Radio")
                words.insert(0, characters_of(child_of(data, "Checked")) == "1" ? "☑ " : "☐ ");
            add(slot_of_control(characters_of(child_of(data, "Anchor"))), true, std::move(words));
        }
    }

    static std::string plain_words(pugi::xml_node node) {
        std::string words;
        for (const pugi::xpath_node& found : node.select_nodes(".//text()")) words += found.node().value();
        return std::string(trim(words));
    }

    // Left column, offset, top row, offset and so on.
    static Slot slot_of_control(std::string_view anchor) {
        std::vector<std::uint32_t> numbers;
        for (; !anchor.empty(); anchor.remove_prefix(std::min(anchor.find(','), anchor.size() - 1) + 1))
            numbers.push_back(number_of(trim(anchor.substr(0, anchor.find(',')))).value_or(0));
        return numbers.size() > 2 ? Slot{numbers[2], numbers[0]} : Slot{0, 0};
    }

    static std::string shape_text(pugi::xml_node shape) {
        std::string text;
        for (const pugi::xml_node paragraph : child_of(shape, "txBody")) {
            if (!is_element(paragraph, "p")) continue;
            if (!text.empty()) text += '\n';
            for (const pugi::xml_node run : paragraph) {
                if (is_element(run, "br")) text += '\n';
                text += characters_of(child_of(run, "t"));
            }
        }
        return text;
    }

    void read_picture(pugi::xml_node picture, const Slot& slot) {
        const pugi::xml_node properties = child_of(child_of(picture, "nvPicPr"), "cNvPr");
        std::string words = properties.attribute("descr").value();
        if (trim(words).empty()) return;
        objects_.bytes += words.size();
        objects_.pictures.push_back({slot.first, slot.second, std::string(trim(words))});
    }

    Package& package_;
    const Relations& relations_;
    const std::string& path_;
    Relations drawn_;  ///< of the drawing that is read
    XlsxObjects objects_;
    std::set<std::string> threaded_;
};

// Behind &: the length of a code, 0 for the plain sign &&.
std::size_t code_length(std::string_view code) {
    if (code.empty()) return 0;
    if (code.front() == '"') return std::min(code.find('"', 1), code.size() - 1) + 1;
    if (std::isdigit(static_cast<unsigned char>(code.front())))
        return std::min(code.find_first_not_of("0123456789"), code.size());
    if (code.front() == 'K') return std::min<std::size_t>(7, code.size());
    return 1;
}

}  // namespace

XlsxObjects read_objects(Package& package, pugi::xml_node worksheet, const Relations& relations,
                         const std::string& path) {
    return ObjectReader(package, relations, path).read(worksheet);
}

XlsxRange first_cell_of(std::string_view references) {
    XlsxRange cell;
    std::uint32_t column = 0;
    std::size_t at = 0;
    for (; at < references.size() && at < 3 && std::isalpha(static_cast<unsigned char>(references[at])); ++at)
        column = column * 26 +
                 static_cast<std::uint32_t>(std::toupper(static_cast<unsigned char>(references[at])) - 'A' + 1);
    const std::string_view digits = references.substr(at, references.find_first_not_of("0123456789", at) - at);
    const auto row = number_of(digits);
    if (column == 0 || !row || *row == 0) return cell;
    cell.first_row = cell.last_row = *row - 1;
    cell.first_column = cell.last_column = column - 1;
    return cell;
}

std::string header_words(std::string_view code) {
    std::string lines;
    std::string part;
    const auto close = [&] {
        if (!is_page_field(part)) lines = joined(lines, part);
        part.clear();
    };
    for (std::size_t at = 0; at < code.size();) {
        if (code[at] != '&') {
            part += code[at++];
            continue;
        }
        const std::string_view rest = code.substr(at + 1);
        if (rest.starts_with("&")) part += '&';
        if (rest.starts_with("L") || rest.starts_with("C") || rest.starts_with("R")) close();
        at += 1 + std::max<std::size_t>(code_length(rest), 1);
    }
    close();
    return lines;
}

}  // namespace goalsheet
