// SPDX-License-Identifier: MIT
#include "read/package/relations.hpp"

#include <fmt/format.h>

#include "read/package/xml.hpp"

namespace goalsheet {

Result<Relations> read_relations(Package& package, const std::string& part, const std::string& path) {
    const std::size_t slash = part.rfind('/') + 1;
    PartXml xml;
    const auto read =
        read_xml(package, fmt::format("{}_rels/{}.rels", part.substr(0, slash), part.substr(slash)), path, xml);
    if (!read) return read.fault();
    Relations relations;
    for (const pugi::xml_node node : xml.root()) {
        if (!is_element(node, "Relationship")) continue;
        if (std::string_view(node.attribute("TargetMode").value()) == "External") continue;
        const std::string_view type = node.attribute("Type").value();
        const std::string target = resolve_target(part, node.attribute("Target").value());
        relations[node.attribute("Id").value()] = {std::string(type.substr(type.rfind('/') + 1)), target};
    }
    return relations;
}

std::string target_of_type(const Relations& relations, std::string_view type) {
    for (const auto& [id, relation] : relations)
        if (relation.type == type) return relation.target;
    return {};
}

}  // namespace goalsheet
