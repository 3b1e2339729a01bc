// SPDX-License-Identifier: MIT
#include "model/ids.hpp"

#include <fmt/format.h>

#include <unordered_map>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

std::string natural_id(const Document& document, const Sheet& sheet) {
    const auto& year = sheet.fiscal_year ? sheet.fiscal_year : document.fiscal_year;
    const std::string& department = sheet.department.empty() ? document.department.text : sheet.department.text;
    return fmt::format("{}-{}-{}", year ? fmt::format("{}", year->gregorian) : "0000",
                       department.empty() ? "部局不明" : fold(department),
                       sheet.priority ? fmt::format("{:02}", *sheet.priority) : "00");
}

}  // namespace

std::vector<std::vector<std::string>> sheet_ids(std::span<const Document> documents) {
    std::vector<std::vector<std::string>> ids;
    std::unordered_map<std::string, int> seen;
    for (const Document& document : documents) {
        std::vector<std::string>& own = ids.emplace_back();
        for (const Sheet& sheet : document.sheets) {
            std::string id = natural_id(document, sheet);
            const int count = ++seen[id];
            own.push_back(count == 1 ? std::move(id) : fmt::format("{}-{}", id, count));
        }
    }
    return ids;
}

std::string item_id(const std::string& sheet_id, int item) { return fmt::format("{}-{:02}", sheet_id, item); }

std::string measure_id(const std::string& sheet_id, int item, int measure) {
    return fmt::format("{}-{}", item_id(sheet_id, item), measure);
}

}  // namespace goalsheet
