// SPDX-License-Identifier: MIT
#include "model/ids.hpp"

#include <fmt/format.h>

#include <functional>
#include <map>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

std::string natural_id(const Document& document, const Sheet& sheet) {
    const auto& year = sheet.fiscal_year ? sheet.fiscal_year : document.fiscal_year;
    const std::string& department = sheet.department.empty() ? document.department.text : sheet.department.text;
    return fmt::format("{}{}{}-{}-{}", document.city.code, document.city.code.empty() ? "" : "-",
                       year ? fmt::format("{}", year->gregorian) : "0000",
                       department.empty() ? "部局不明" : fold(department),
                       sheet.priority ? fmt::format("{:02}", *sheet.priority) : "00");
}

// Of a number that comes again in the same list.
std::string numbered(std::string id, int count) { return count == 1 ? id : fmt::format("{}#{}", id, count); }

bool is_absolute(const std::string& path) {
    const bool drive = path.size() > 1 && path[1] == ':';
    return drive || path.starts_with("/") || path.starts_with("\\");
}

}  // namespace

std::vector<std::string> natural_ids(const Document& document) {
    std::vector<std::string> ids;
    for (const Sheet& sheet : document.sheets) ids.push_back(natural_id(document, sheet));
    return ids;
}

std::string SheetIds::next(std::string natural_id) {
    const unsigned count = ++seen_[std::hash<std::string>{}(natural_id)];
    return count == 1 ? natural_id : fmt::format("{}-{}", natural_id, count);
}

std::vector<std::string> SheetIds::next(const Document& document) {
    std::vector<std::string> ids = natural_ids(document);
    for (std::string& id : ids) id = next(std::move(id));
    return ids;
}

std::vector<std::vector<std::string>> sheet_ids(std::span<const Document> documents) {
    std::vector<std::vector<std::string>> ids;
    SheetIds run;
    for (const Document& document : documents) ids.push_back(run.next(document));
    return ids;
}

std::vector<std::string> sheet_ids(const Document& document) { return SheetIds().next(document); }

std::string item_id(const std::string& sheet_id, int item) { return fmt::format("{}-{:02}", sheet_id, item); }

MeasureIds::MeasureIds(const Sheet& sheet, const std::string& sheet_id) {
    std::map<int, int> items;
    for (const Item& item : sheet.items) {
        items_.push_back(numbered(item_id(sheet_id, item.number), ++items[item.number]));
        std::map<int, int> measures;
        std::vector<std::string>& own = measures_.emplace_back();
        for (const Measure& measure : item.measures)
            own.push_back(numbered(fmt::format("{}-{}", items_.back(), measure.number), ++measures[measure.number]));
    }
}

std::string indicator_id(const std::string& measure_id, int order) { return fmt::format("{}-{}", measure_id, order); }

std::vector<MeasureIds> measure_ids(const Document& document, std::span<const std::string> sheet_ids) {
    std::vector<MeasureIds> ids;
    for (std::size_t i = 0; i < document.sheets.size(); ++i) ids.emplace_back(document.sheets[i], sheet_ids[i]);
    return ids;
}

std::string public_path(const DocumentSource& source) {
    if (!is_absolute(source.path)) return source.path;
    return source.below.empty() ? source.path.substr(source.path.find_last_of("/\\") + 1) : source.below;
}

}  // namespace goalsheet
