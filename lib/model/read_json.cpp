// SPDX-License-Identifier: MIT
#include "model/read_json.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

using Json = nlohmann::json;

// Thrown in this file only, where a value is not what the schema says; read_json() turns it into a fault.
struct NotAsSchema {
    std::string where;
    std::string wanted;
};

const Json* member(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

void require_object(const Json& value, const std::string& where) {
    if (!value.is_object()) throw NotAsSchema{where, "object"};
}

SourcedText text_of(const Json& object, const char* key) {
    const Json* value = member(object, key);
    if (!value) return {};
    if (!value->is_string()) throw NotAsSchema{key, "string"};
    return {value->get<std::string>()};
}

int integer_of(const Json& value, const char* key) {
    if (!value.is_number_integer() || value.get<std::int64_t>() < -1'000'000 || value.get<std::int64_t>() > 1'000'000)
        throw NotAsSchema{key, "integer"};
    return value.get<int>();
}

int integer_of(const Json& object, const char* key, int otherwise) {
    const Json* value = member(object, key);
    return value ? integer_of(*value, key) : otherwise;
}

template <class Take>
void for_each_of(const Json& object, const char* key, Take take) {
    const Json* list = member(object, key);
    if (!list) return;
    if (!list->is_array()) throw NotAsSchema{key, "array"};
    for (const Json& entry : *list) {
        require_object(entry, key);
        take(entry);
    }
}

std::optional<FiscalYear> year_of(const Json& object) {
    const Json* value = member(object, "fiscal_year");
    if (!value) return std::nullopt;
    require_object(*value, "fiscal_year");
    return FiscalYear{text_of(*value, "label").text, integer_of(*value, "gregorian", 0)};
}

std::vector<Remark> remarks_of(const Json& object) {
    std::vector<Remark> remarks;
    for_each_of(object, "remarks", [&](const Json& entry) {
        remarks.push_back({text_of(entry, "kind").text, text_of(entry, "text"), text_of(entry, "detail").text});
    });
    return remarks;
}

std::vector<Extra> extras_of(const Json& object) {
    std::vector<Extra> extras;
    for_each_of(object, "extras", [&](const Json& entry) {
        const auto role = find_extra_role(text_of(entry, "role").text);
        if (!role) throw NotAsSchema{"role", "grade … other"};
        extras.push_back({text_of(entry, "label"), *role, text_of(entry, "text")});
    });
    return extras;
}

std::vector<SeriesValue> series_of(const Json& object) {
    std::vector<SeriesValue> series;
    for_each_of(object, "series", [&](const Json& entry) {
        const auto kind = find_series_kind(text_of(entry, "kind").text);
        if (!kind) throw NotAsSchema{"kind", "target … plan"};
        series.push_back({text_of(entry, "label"), integer_of(entry, "year", 0), *kind, text_of(entry, "text")});
    });
    return series;
}

Measure measure_of(const Json& object) {
    Measure measure;
    measure.number = integer_of(object, "number", 1);
    measure.action = text_of(object, "action");
    measure.deadline = text_of(object, "deadline");
    measure.target = text_of(object, "target");
    measure.midterm = text_of(object, "midterm");
    measure.final = text_of(object, "final");
    for_each_of(object, "indicators", [&](const Json& entry) {
        measure.indicators.push_back({text_of(entry, "name"), text_of(entry, "unit"), text_of(entry, "baseline"),
                                      text_of(entry, "target"), text_of(entry, "midterm"), text_of(entry, "final")});
    });
    measure.extras = extras_of(object);
    measure.series = series_of(object);
    return measure;
}

Sheet sheet_of(const Json& object) {
    Sheet sheet;
    sheet.goal = text_of(object, "goal");
    sheet.department = text_of(object, "department");
    if (const Json* priority = member(object, "priority")) sheet.priority = integer_of(*priority, "priority");
    sheet.fiscal_year = year_of(object);
    for_each_of(object, "alignments", [&](const Json& entry) {
        sheet.alignments.push_back({text_of(entry, "plan"), text_of(entry, "text")});
    });
    sheet.situation = text_of(object, "situation");
    sheet.purpose = text_of(object, "purpose");
    for_each_of(object, "sdgs", [&](const Json& entry) {
        sheet.sdgs.push_back({integer_of(entry, "number", 0), text_of(entry, "name")});
    });
    for_each_of(object, "items", [&](const Json& entry) {
        Item item;
        item.number = integer_of(entry, "number", 0);
        item.title = text_of(entry, "title");
        for_each_of(entry, "measures", [&](const Json& measure) { item.measures.push_back(measure_of(measure)); });
        // The title would stand in no row of any table.
        if (item.measures.empty()) throw NotAsSchema{"measures", "array, 1 or more"};
        item.extras = extras_of(entry);
        item.series = series_of(entry);
        sheet.items.push_back(std::move(item));
    });
    if (const Json* notes = member(object, "notes")) {
        require_object(*notes, "notes");
        sheet.notes.participation = text_of(*notes, "participation");
        sheet.notes.outcomes = text_of(*notes, "outcomes");
    }
    sheet.extras = extras_of(object);
    sheet.series = series_of(object);
    for_each_of(object, "unplaced", [&](const Json& entry) {
        sheet.unplaced.push_back(
            {text_of(entry, "text"), text_of(entry, "label").text, text_of(entry, "address").text});
    });
    sheet.remarks = remarks_of(object);
    return sheet;
}

Document document_of(const Json& object, const std::shared_ptr<const SourceText>& text, const std::string& path) {
    require_object(object, "documents");
    Document document;
    document.source = {path, "json", "utf-8", {}, text};
    document.department = text_of(object, "department");
    document.fiscal_year = year_of(object);
    if (const Json* goals = member(object, "goals")) {
        if (!goals->is_array()) throw NotAsSchema{"goals", "array"};
        for (const Json& goal : *goals) {
            if (!goal.is_string()) throw NotAsSchema{"goals", "string"};
            document.goals.emplace_back(goal.get<std::string>());
        }
    }
    for_each_of(object, "sheets", [&](const Json& entry) { document.sheets.push_back(sheet_of(entry)); });
    document.remarks = remarks_of(object);
    return document;
}

// Hand-made nesting must not exhaust the stack: our own files are eight levels deep.
constexpr int kDeepest = 32;

Json parse(std::string_view text) {
    const auto refuse_depth = [](int depth, Json::parse_event_t, Json&) {
        if (depth > kDeepest) throw NotAsSchema{"documents", "object"};
        return true;
    };
    return Json::parse(text, refuse_depth, false);
}

std::vector<Document> read_lines(const std::shared_ptr<const SourceText>& text, const std::string& path) {
    std::vector<Document> documents;
    for (const std::string_view line : split_lines(text->text())) {
        if (trim(line).empty()) continue;
        const Json object = parse(line);
        if (object.is_discarded()) throw NotAsSchema{"documents", "JSON"};
        documents.push_back(document_of(object, text, path));
    }
    return documents;
}

}  // namespace

Result<std::vector<Document>> read_json(const std::shared_ptr<const SourceText>& text, const std::string& path) {
    try {
        const Json root = parse(text->text());
        if (root.is_discarded()) return read_lines(text, path);
        require_object(root, "documents");
        if (root.contains("sheets")) return std::vector<Document>{document_of(root, text, path)};
        if (integer_of(root, "schema_version", 0) != 1) throw NotAsSchema{"schema_version", "1"};
        std::vector<Document> documents;
        for_each_of(root, "documents", [&](const Json& entry) { documents.push_back(document_of(entry, text, path)); });
        if (documents.empty()) throw NotAsSchema{"documents", "array"};
        return documents;
    } catch (const NotAsSchema& fault) {
        return Fault{
            path,
            {fmt::format("goalsheetのJSONではありません（「{}」が{}ではありません）。`goalsheet export --to json` "
                         "の出力を指定してください。",
                         fault.where, fault.wanted),
             fmt::format("Not goalsheet's JSON (“{}” is not {}); give what `goalsheet export --to json` wrote.",
                         fault.where, fault.wanted)}};
    }
}

}  // namespace goalsheet
