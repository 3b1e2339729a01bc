// SPDX-License-Identifier: MIT
#include "validate/sheet_groups.hpp"

#include <map>

#include "goalsheet/text.hpp"
#include "validate/measures.hpp"

namespace goalsheet::rules {

std::vector<SheetGroup> group_sheets(const RunScope& run) {
    std::map<std::pair<int, std::string>, std::size_t> index;
    std::vector<SheetGroup> groups;
    for (const auto& page : run.pages) {
        for (const auto& sheet : page->sheets) {
            const SourcedText& own = sheet->sheet.department;
            const std::string department = fold(own.empty() ? page->document.department.text : own.text);
            const int year = fiscal_year_of(*sheet).value_or(0);
            const auto [entry, added] = index.try_emplace({year, department}, groups.size());
            if (added) groups.push_back({year, department, {}});
            groups[entry->second].sheets.push_back(sheet.get());
        }
    }
    return groups;
}

}  // namespace goalsheet::rules
