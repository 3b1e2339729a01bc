// SPDX-License-Identifier: MIT
#include "read/xlsx/edit_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>

#include "read/package/relations.hpp"
#include "read/package/rewrite_package.hpp"
#include "read/package/xml.hpp"
#include "read/xlsx/shared_strings.hpp"
#include "text/escape.hpp"

namespace goalsheet {
namespace {

/// An element in the bytes of a part: its tags and what lies between them.
struct Element {
    std::string_view tag;  ///< <c r="C12" t="s">
    std::size_t begin = 0;
    std::size_t inner_begin = 0;
    std::size_t inner_end = 0;
    std::size_t end = 0;

    std::string_view inner(std::string_view xml) const { return xml.substr(inner_begin, inner_end - inner_begin); }
};

std::string_view name_of_tag(std::string_view tag) {
    tag.remove_prefix(1);
    tag = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
    return tag.substr(tag.find(':') == std::string_view::npos ? 0 : tag.find(':') + 1);
}

// The value of an attribute as written; nothing where the tag does not have it.
std::optional<std::string_view> attribute_of(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
        const char before = tag[at - 1];
        std::size_t sign = at + name.size();
        if ((before != ' ' && before != '\n' && before != '\t' && before != '\r') || sign + 1 >= tag.size() ||
            tag[sign] != '=')
            continue;
        const char quote = tag[++sign];
        const std::size_t end = tag.find(quote, sign + 1);
        if (end == std::string_view::npos) return std::nullopt;
        return tag.substr(sign + 1, end - sign - 1);
    }
    return std::nullopt;
}

// The next element of a name from an offset; elements of that name do not lie in each other.
std::optional<Element> find_element(std::string_view xml, std::string_view name, std::size_t from) {
    for (std::size_t at = xml.find('<', from); at != std::string_view::npos; at = xml.find('<', at + 1)) {
        const std::size_t close = xml.find('>', at);
        if (close == std::string_view::npos) return std::nullopt;
        Element element;
        element.tag = xml.substr(at, close + 1 - at);
        if (element.tag.size() < 3 || element.tag[1] == '/' || name_of_tag(element.tag) != name) continue;
        element.begin = at;
        element.inner_begin = element.inner_end = element.end = close + 1;
        if (element.tag.ends_with("/>")) return element;
        const std::string_view full = element.tag.substr(1, element.tag.find_first_of(" \t\r\n/>", 1) - 1);
        const std::string closing = fmt::format("</{}>", full);
        element.inner_end = xml.find(closing, close);
        if (element.inner_end == std::string_view::npos) return std::nullopt;
        element.end = element.inner_end + closing.size();
        return element;
    }
    return std::nullopt;
}

bool has_element(std::string_view xml, std::string_view name) { return find_element(xml, name, 0).has_value(); }

// The text of an si or is element, nothing where runs have fonts of their own.
std::optional<std::string> plain_text(std::string_view element) {
    pugi::xml_document document;
    if (!document.load_buffer(element.data(), element.size(), pugi::parse_default | pugi::parse_ws_pcdata))
        return std::nullopt;
    for (const pugi::xml_node child : document.document_element())
        if (is_element(child, "r")) return std::nullopt;
    return XlsxString::read(document.document_element()).text(false);
}

// The prefix of a tag with its colon: x: of <x:sst>.
std::string prefix_of(std::string_view tag) {
    const std::string_view name = tag.substr(1, tag.find_first_of(" \t\r\n/>", 1) - 1);
    return std::string(name.substr(0, name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1));
}

std::string text_element(const std::string& prefix, std::string_view text) {
    return fmt::format("<{0}t xml:space=\"preserve\">{1}</{0}t>", prefix, escape_xml(text));
}

/// xl/sharedStrings.xml, to be read by number and to be added to.
class SharedStrings {
public:
    explicit SharedStrings(std::string xml) : xml_(std::move(xml)) {
        for (auto item = find_element(xml_, "si", 0); item; item = find_element(xml_, "si", item->end))
            items_.emplace_back(item->begin, item->end);
    }

    std::optional<std::string> text(std::size_t number) const {
        if (number >= items_.size()) return std::nullopt;
        const auto [begin, end] = items_[number];
        // A prefix needs no declaration here: names are compared without it.
        return plain_text(std::string_view(xml_).substr(begin, end - begin));
    }

    std::size_t add(const std::string& text) {
        const auto [entry, added] = added_.try_emplace(text, items_.size() + added_.size());
        if (added) in_order_.push_back(text);
        return entry->second;
    }

    bool changed() const { return !added_.empty(); }

    std::optional<std::string> written() const {
        const auto table = find_element(xml_, "sst", 0);
        if (!table || table->inner_end == table->end) return std::nullopt;
        const std::string prefix = prefix_of(table->tag);
        std::string more;
        for (const std::string& text : in_order_)
            more += fmt::format("<{0}si>{1}</{0}si>", prefix, text_element(prefix, text));
        std::string out = xml_.substr(0, table->inner_end) + more + xml_.substr(table->inner_end);
        if (const auto unique = attribute_of(table->tag, "uniqueCount")) {
            const auto at = static_cast<std::size_t>(unique->data() - xml_.data());
            out.replace(at, unique->size(), std::to_string(items_.size() + added_.size()));
        }
        return out;
    }

private:
    std::string xml_;
    std::vector<std::pair<std::size_t, std::size_t>> items_;
    std::map<std::string, std::size_t> added_;
    std::vector<std::string> in_order_;
};

bool is_readable(std::string_view xml) {
    return (xml.starts_with("<") || xml.starts_with("\xEF\xBB\xBF<")) &&
           xml.substr(0, 200).find("UTF-16") == std::string_view::npos;
}

/// Opens a book, edits it cell by cell and packs it again.
class Editor {
public:
    Editor(Package package, std::string_view bytes, const std::string& path)
        : package_(std::move(package)), bytes_(bytes), path_(path) {}

    std::optional<std::string> run(std::span<const XlsxCellEdit> edits) {
        if (package_.has("_xmlsignatures/origin.sigs") || !find_parts()) return std::nullopt;
        for (const XlsxCellEdit& edit : edits)
            if (!apply(edit)) return std::nullopt;
        if (strings_ && strings_->changed()) {
            const auto written = strings_->written();
            if (!written) return std::nullopt;
            changed_[strings_part_] = *written;
        }
        return rewrite_package(bytes_, changed_);
    }

private:
    bool find_parts() {
        const auto root = read_relations(package_, "", path_);
        if (!root) return false;
        const std::string named = target_of_type(*root, "officeDocument");
        const std::string book = named.empty() ? "xl/workbook.xml" : named;
        const auto relations = read_relations(package_, book, path_);
        PartXml xml;
        if (!relations || !read_xml(package_, book, path_, xml)) return false;
        strings_part_ = target_of_type(*relations, "sharedStrings");
        styles_part_ = target_of_type(*relations, "styles");
        for (const pugi::xml_node sheet : child_of(xml.root(), "sheets")) {
            const auto relation = relations->find(prefixed_attribute(sheet, "id").value());
            if (relation != relations->end())
                parts_[decode_xstring(sheet.attribute("name").value())] = relation->second.target;
        }
        return true;
    }

    static bool is_protected(std::string_view sheet) {
        const auto lock = find_element(sheet, "sheetProtection", 0);
        const auto on = lock ? attribute_of(lock->tag, "sheet") : std::nullopt;
        return on && (*on == "1" || *on == "true");
    }

    // Cells to write in are open on a protected sheet: their style says locked="0".
    bool is_open(const Element& cell) {
        if (!styles_) {
            styles_.emplace();
            if (!read_xml(package_, styles_part_, path_, *styles_)) return false;
        }
        const auto number = number_of(attribute_of(cell.tag, "s").value_or("0"));
        std::uint32_t at = 0;
        for (const pugi::xml_node style : child_of(styles_->root(), "cellXfs")) {
            if (!is_element(style, "xf") || at++ != number) continue;
            const pugi::xml_node protection = child_of(style, "protection");
            return protection && !flag_of(protection.attribute("locked"), true);
        }
        return false;
    }

    // The sheet's part, read once; null where it cannot be edited.
    std::string* sheet_xml(const std::string& name) {
        const auto part = parts_.find(name);
        if (part == parts_.end()) return nullptr;
        if (const auto known = changed_.find(part->second); known != changed_.end()) return &known->second;
        const auto xml = package_.read(part->second);
        if (!xml || !is_readable(*xml)) return nullptr;
        return &changed_.emplace(part->second, *xml).first->second;
    }

    static std::optional<Element> find_cell(std::string_view xml, const std::string& name) {
        for (auto cell = find_element(xml, "c", 0); cell; cell = find_element(xml, "c", cell->end))
            if (attribute_of(cell->tag, "r") == name) return cell;
        return std::nullopt;
    }

    bool apply(const XlsxCellEdit& edit) {
        std::string* xml = sheet_xml(edit.sheet);
        const auto cell = xml ? find_cell(*xml, edit.cell) : std::nullopt;
        if (!cell || has_element(cell->inner(*xml), "f") || edit.after.find("_x") != std::string::npos) return false;
        if (is_protected(*xml) && !is_open(*cell)) return false;
        const auto type = attribute_of(cell->tag, "t");
        if (type == "s") return apply_shared(*xml, *cell, edit);
        return type == "inlineStr" && apply_inline(*xml, *cell, edit);
    }

    bool apply_shared(std::string& xml, const Element& cell, const XlsxCellEdit& edit) {
        if (!strings_) {
            const auto strings = package_.read(strings_part_);
            if (!strings || !is_readable(*strings)) return false;
            strings_.emplace(*strings);
        }
        const auto value = find_element(xml, "v", cell.inner_begin);
        if (!value || value->end > cell.inner_end) return false;
        const auto number = number_of(value->inner(xml));
        if (!number || strings_->text(*number) != edit.before) return false;
        const std::string added = std::to_string(strings_->add(edit.after));
        xml.replace(value->inner_begin, value->inner_end - value->inner_begin, added);
        return true;
    }

    static bool apply_inline(std::string& xml, const Element& cell, const XlsxCellEdit& edit) {
        const auto holder = find_element(xml, "is", cell.inner_begin);
        if (!holder || holder->end > cell.inner_end) return false;
        if (plain_text(std::string_view(xml).substr(holder->begin, holder->end - holder->begin)) != edit.before)
            return false;
        const auto text = find_element(xml, "t", holder->inner_begin);
        if (!text || text->end > holder->inner_end || find_element(xml.substr(0, holder->inner_end), "t", text->end))
            return false;
        xml.replace(text->begin, text->end - text->begin, text_element(prefix_of(text->tag), edit.after));
        return true;
    }

    Package package_;
    std::string_view bytes_;
    const std::string& path_;
    std::map<std::string, std::string> parts_;  ///< of worksheets, by name
    std::string strings_part_;
    std::string styles_part_;
    std::optional<PartXml> styles_;
    std::optional<SharedStrings> strings_;
    std::map<std::string, std::string> changed_;  ///< bytes by part
};

}  // namespace

std::optional<std::string> edit_cells(std::string_view bytes, const std::string& path,
                                      std::span<const XlsxCellEdit> edits) {
    auto package = Package::open(bytes, path);
    if (!package) return std::nullopt;
    return Editor(std::move(*package), bytes, path).run(edits);
}

}  // namespace goalsheet
