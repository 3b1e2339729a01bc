// SPDX-License-Identifier: MIT
#include "read/package/xml.hpp"

#include <algorithm>
#include <charconv>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

// UTF-16 is allowed too; pugixml turns it into UTF-8 by its byte order mark or its first characters.
bool is_utf16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
           (bytes.size() > 1 && (bytes[0] == '\0' || bytes[1] == '\0'));
}

void replace_undecodable(std::string& bytes) {
    if (is_utf16(bytes) || !find_invalid_utf8(bytes)) return;
    std::string valid;
    valid.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint point = decode_at(bytes, at);
        append_utf8(valid, point.value);
        at += point.length;
    }
    bytes = std::move(valid);
}

std::size_t count(std::string_view bytes, char c) {
    return static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), c));
}

Fault document_type_fault(const std::string& path) {
    return {path,
            {"ファイルのXMLに文書型宣言（DOCTYPE）があります。ExcelやWordで開いて保存し直してください。",
             "The file's XML has a document type (DOCTYPE); open it in Excel or Word and save it again."},
            "no-sheet-found"};
}

std::string_view local_part(std::string_view name) { return name.substr(name.find(':') + 1); }

}  // namespace

Result<bool> read_xml(Package& package, const std::string& part, const std::string& path, PartXml& xml) {
    auto bytes = package.read(part);
    if (!bytes) return bytes.fault();
    if (bytes->empty()) return false;
    if (count(*bytes, '<') > limit::kXmlTags) return package_limit_fault(path, "xml-tags", limit::kXmlTags);
    if (count(*bytes, '=') > limit::kXmlAttributes)
        return package_limit_fault(path, "xml-attributes", limit::kXmlAttributes);
    xml.bytes = std::move(*bytes);
    replace_undecodable(xml.bytes);
    constexpr unsigned kFlags =
        pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata | pugi::parse_doctype;
    const auto parsed = xml.document.load_buffer_inplace(xml.bytes.data(), xml.bytes.size(), kFlags);
    if (!parsed || !xml.root()) return package_damage_fault(path);
    for (const pugi::xml_node node : xml.document)
        if (node.type() == pugi::node_doctype) return document_type_fault(path);
    return true;
}

std::string_view local_name(pugi::xml_node node) { return local_part(node.name()); }

bool is_element(pugi::xml_node node, std::string_view name) {
    return node.type() == pugi::node_element && local_name(node) == name;
}

pugi::xml_node child_of(pugi::xml_node parent, std::string_view name) {
    for (const pugi::xml_node child : parent)
        if (is_element(child, name)) return child;
    return {};
}

pugi::xml_attribute prefixed_attribute(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
        const std::string_view full = attribute.name();
        if (full.find(':') != std::string_view::npos && local_part(full) == name) return attribute;
    }
    return {};
}

std::string characters_of(pugi::xml_node node) {
    std::string text;
    for (const pugi::xml_node child : node)
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    return text;
}

bool flag_of(pugi::xml_attribute attribute, bool otherwise) {
    if (!attribute) return otherwise;
    const std::string_view value = trim(attribute.value());
    return value == "1" || value == "true" || value == "on";
}

std::optional<std::uint32_t> number_of(std::string_view digits) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

}  // namespace goalsheet
