// SPDX-License-Identifier: MIT
#include "read/package/person_properties.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "goalsheet/review_remarks.hpp"
#include "goalsheet/text.hpp"
#include "read/package/xml.hpp"

namespace goalsheet {
namespace {

struct PersonProperty {
    std::string_view part;
    std::string_view element;
};
// ECMA-376 part 2, 11.1 and part 1, 15.2.12; OpenDocument 1.3 part 3, 4.3.
constexpr std::array<PersonProperty, 5> kProperties = {{{"docProps/core.xml", "creator"},
                                                        {"docProps/core.xml", "lastModifiedBy"},
                                                        {"docProps/app.xml", "Manager"},
                                                        {"meta.xml", "initial-creator"},
                                                        {"meta.xml", "creator"}}};

// OpenDocument keeps them one level further down.
pugi::xml_node find_property(pugi::xml_node root, std::string_view element) {
    if (const pugi::xml_node found = child_of(root, element)) return found;
    return child_of(child_of(root, "meta"), element);
}

void remark_person(const PersonProperty& property, const PartXml& xml, Page& page) {
    const pugi::xml_node found = find_property(xml.root(), property.element);
    const std::string words = found ? characters_of(found) : std::string();
    const std::string_view person = trim(words);
    if (person.empty()) return;
    page.remarks.push_back({remark::kPerson, {}, std::string(property.element) + " " + std::string(person)});
}

}  // namespace

void remark_persons(Package& package, Page& page) {
    for (const PersonProperty& property : kProperties) {
        PartXml xml;
        const std::string part(property.part);
        if (!package.has(part)) continue;
        if (const auto read = read_xml(package, part, part, xml); read && *read) remark_person(property, xml, page);
    }
}

}  // namespace goalsheet
