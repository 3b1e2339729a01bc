// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "goalsheet/result.hpp"
#include "read/package/package.hpp"

namespace goalsheet {

/// One XML part of a package. `document` points into `bytes`.
struct PartXml {
    std::string bytes;
    pugi::xml_document document;

    pugi::xml_node root() const { return document.document_element(); }
};

/// Reads and parses a part; one that is not there has no root. Bytes that are no UTF-8 become U+FFFD. A fault for XML
/// that breaks off, for one with a document type (no such file has one; entities could be declared there), and for more
/// tags or attributes than a limit.
Result<bool> read_xml(Package& package, const std::string& part, const std::string& path, PartXml& xml);

/// Names without their prefix: x:row is row, whatever namespace the prefix stands for.
std::string_view local_name(pugi::xml_node node);
bool is_element(pugi::xml_node node, std::string_view name);
/// The first child element of this name, or none.
pugi::xml_node child_of(pugi::xml_node parent, std::string_view name);
/// An attribute with a prefix (r:id), whatever the prefix is; or none.
pugi::xml_attribute prefixed_attribute(pugi::xml_node node, std::string_view name);
/// The characters between the element's tags, those of CDATA too.
std::string characters_of(pugi::xml_node node);
/// xsd:boolean; what is not written has the value given.
bool flag_of(pugi::xml_attribute attribute, bool otherwise);
/// An unsigned number that is nothing else.
std::optional<std::uint32_t> number_of(std::string_view digits);

}  // namespace goalsheet
