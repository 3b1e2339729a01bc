// SPDX-License-Identifier: MIT
#include "validate/scope/sheet_groups.hpp"

#include <map>
#include <string_view>
#include <utility>

namespace goalsheet::rules {

std::vector<SheetGroup> group_sheets(const RunScope& run) {
    std::map<std::pair<int, std::string_view>, std::size_t> index;
    std::vector<SheetGroup> groups;
    for (const PageFacts* page : run.pages) {
        for (const SheetFacts& sheet : page->sheets) {
            const int year = sheet.fiscal_year.value_or(0);
            const auto [entry, added] = index.try_emplace({year, page->text(sheet.department)}, groups.size());
            if (added) groups.push_back({year, {}});
            groups[entry->second].sheets.push_back(&sheet);
        }
    }
    return groups;
}

}  // namespace goalsheet::rules
